import type { TokenReading } from '../grants/read-token.ts';
import type { Scope } from '../scopes/requirement.ts';
import type { TokenVerdict } from '../verdict/judge-token.ts';
import { block } from './block.ts';
import { columns } from './columns.ts';
import { counted } from './counted.ts';
import { toJson } from './json.ts';
import type { Style } from './style.ts';
import { displayPath } from './display-path.ts';
import { position, type TextOptions } from './text.ts';

/** A token, and the applications that it was held against. */
export interface TokenReport {
  readonly token: TokenReading;
  /** Of its scopes those that a catalog knows; a text that nobody knows is not repeated. */
  readonly known: readonly Scope[];
  /** How many others there are. */
  readonly unknown: number;
  readonly expired: boolean;
  readonly applications: readonly (TokenVerdict & { readonly name: string; readonly provider: string })[];
}

/** `token`: what the token says of itself, then for each application the calls that would be refused and the scopes that are held in vain. */
export function tokenText(report: TokenReport, options: TextOptions): string {
  const { style } = options;
  return [
    ...tokenLines(report, options),
    ...report.applications.flatMap((application) => [
      '',
      `${style.heading(application.name)} ${style.faint(`(${application.provider})`)}`,
      ...applicationLines(application, options),
    ]),
  ].join('\n');
}

function tokenLines({ token, known, unknown, expired }: TokenReport, { style }: TextOptions): string[] {
  if (token.kind === 'opaque') {
    return [
      token.isEncrypted
        ? 'The token is encrypted: which scopes it holds only the provider can read. Pass the scopes themselves to compare them.'
        : 'The token is opaque: it holds no scopes that could be read, and only the provider knows them. Pass the scopes themselves to compare them.',
    ];
  }
  const others = unknown === 0 ? '' : `${known.length === 0 ? '' : ', and '}${counted(unknown, 'scope')} that no catalog knows`;
  const scopes = token.scopes === null ? 'none are named' : token.scopes.length === 0 ? 'none' : `${known.join(' ')}${others}`;
  const rows = [['Scopes', scopes], ...(token.kind === 'list' ? [] : timeRows(token, expired, style))];
  return [names[token.kind], ...columns(rows.map(([title = '', text = '']) => [style.faint(title), text]), '  ')];
}

const names = {
  jwt: 'A JSON Web Token. Its signature is not checked: whether the provider accepts it only the provider can say.',
  response: 'The answer of a token endpoint. Nothing in it is verified.',
  list: 'A list of scopes.',
} as const;

function timeRows(token: { readonly expires: number | null; readonly notBefore: number | null }, expired: boolean, style: Style): string[][] {
  const time = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
  const expires = token.expires === null ? 'not said' : time(token.expires);
  return [
    ['Expires', expired ? style.finding(`${expires}, which is past: every call gets 401`) : expires],
    ...(token.notBefore === null ? [] : [['Holds from', time(token.notBefore)]]),
  ];
}

function applicationLines({ refused, inVain, broad, undecided }: TokenReport['applications'][number], { workingDirectory, style }: TextOptions): string[] {
  const rows = refused.map(({ call, lacks, place }) => [
    position(place, workingDirectory),
    lacks === '' ? `${call} is refused to tokens that are got in this way` : `${call} needs ${lacks}`,
  ]);
  const vain = inVain.map(({ scope, kind }) => [scope, kind === 'unused' ? 'no call needs it' : 'the other scopes cover every call that it is there for']);
  const narrower = broad.map((one) => [one.scope, `${one.narrower} would do`]);
  const open = undecided.filter(({ place }) => place.line > 0 && !place.file.endsWith('/standard input')).map(({ place, reason }) => [position(place, workingDirectory), reason]);
  const isFine = rows.length + vain.length + narrower.length + open.length === 0;
  return [
    ...(isFine ? [`  ${style.good('Every call that was seen is covered, and no scope is held in vain.')}`] : []),
    ...titled(style.finding('Would be refused'), rows),
    ...titled(style.finding('Held in vain'), vain),
    ...titled(style.finding('Broader than needed'), narrower),
    ...titled(style.caution('Undecided'), open),
  ];
}

function titled(title: string, rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : block([`  ${title}`, ...columns(rows, '  ')]);
}

/** The same as data. */
export function tokenJson({ token, known, unknown, expired, applications }: TokenReport, workingDirectory: string): string {
  const times = token.kind === 'jwt' || token.kind === 'response' ? { expires: token.expires, notBefore: token.notBefore, expired } : {};
  return toJson({
    version: 1,
    token: { kind: token.kind, ...(token.kind === 'opaque' ? { encrypted: token.isEncrypted } : { scopes: known, unknownScopes: unknown }), ...times, signatureChecked: false },
    applications: applications.map(({ name, provider, refused, inVain, broad, undecided }) => ({
      name,
      provider,
      refused: refused.map(({ call, lacks, place }) => ({ call, lacks, file: displayPath(place.file, workingDirectory), line: place.line, column: place.column })),
      inVain,
      broad,
      undecided: undecided.map(({ place, reason }) => ({ file: displayPath(place.file, workingDirectory), line: place.line, reason })),
    })),
  });
}
