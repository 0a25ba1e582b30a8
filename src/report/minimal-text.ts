import type { Catalog } from '../catalogs/catalog.ts';
import type { Scope } from '../scopes/requirement.ts';
import type { ApplicationReport } from '../verdict/finding.ts';
import { onceAdded } from '../verdict/scope-change.ts';
import { block } from './block.ts';
import { columns } from './columns.ts';
import { counted } from './counted.ts';
import { displayPath } from './display-path.ts';
import { permissionList } from './summary.ts';
import { position, statement, type TextOptions } from './text.ts';

/**
 * `minimal` for one application: the scope string on the first line, then for each scope the calls that need it, and what the answer
 * depends on.
 *
 * @param catalog of the report's provider: what it says of added scopes stands with those that are not declared so far
 */
export function minimalText(report: ApplicationReport, { workingDirectory, style }: TextOptions, catalog?: Catalog): string {
  const { minimal, undecided } = report;
  const reasons = minimal.scopes.flatMap((scope) =>
    reasonRows(report, scope, workingDirectory).map((row, index) => [index === 0 ? `  ${style.heading(scope)}` : '', ...row]),
  );
  const open = undecided.map(({ place, reason }) => [position(place, workingDirectory), reason]);
  return [
    minimal.scopes.join(' '),
    ...block(columns(reasons, '')),
    ...block(undeclaredLines(report, catalog)),
    ...block(permissionLines(report)),
    ...block(newestLines(minimal.newestUsedFor)),
    ...block(minimal.complete ? [] : [`  ${style.caution(incompleteSentence(report))}`, ...columns(open, '  ')]),
    ...block(minimal.provenLeast ? [] : ['  Sufficient, but not proven to be the least: there are too many combinations to try them all.']),
  ].join('\n');
}

/** What is written beside the bare scope string when the answer may lack a scope. */
export function incompleteSentence({ undecided }: ApplicationReport): string {
  return undecided.length === 0
    ? 'Incomplete: not every call has a known requirement.'
    : `Incomplete: ${counted(undecided.length, 'place')} may need more scopes.`;
}

/** Asking for a scope before it is registered makes sign-in fail. */
function undeclaredLines({ declared, minimal }: ApplicationReport, catalog: Catalog | undefined): string[] {
  const asked = new Set(declared.filter(({ effective }) => effective || declared.length === 1).flatMap(({ scopes }) => scopes));
  const added = minimal.scopes.filter((scope) => !asked.has(scope));
  const them = added.length === 1 ? 'it' : 'them';
  if (asked.size === 0 || added.length === 0) {
    return [];
  }
  const follows = onceAdded(catalog?.scopeChanges);
  return [`  Not declared so far: ${added.join(' ')}. Register ${them} with the provider before you ask for ${them}.`, ...(follows === '' ? [] : [` ${follows}`])];
}

/** A scope lets the application ask, a role permission lets whoever signed in, or the application itself, do it. */
function permissionLines({ permissions = [] }: ApplicationReport): string[] {
  return permissions.length === 0 ? [] : [`  Besides the scopes, calls need these role permissions: ${permissionList(permissions)}.`];
}

function newestLines(uses: readonly string[]): string[] {
  return uses.length === 0
    ? []
    : [
        '  Sources of different dates differ, and the newest was used; --as-of <date> takes what held on a day.',
        ...uses.map((use) => `  ${use}`),
      ];
}

/** For each call that needs the scope its name and the first place of it; for a scope that none needs why it is there. */
function reasonRows(report: ApplicationReport, scope: Scope, workingDirectory: string): string[][] {
  const calls = [...new Set(report.minimal.reasons[scope] ?? [])];
  if (calls.length > 0) {
    return calls.map((call) => [call, placesOf(report, call, workingDirectory)]);
  }
  const declaration = report.declared.find(({ scopes }) => scopes.includes(scope));
  return [[declaration === undefined ? '' : `declared in ${displayPath(declaration.place.file, workingDirectory)}, and always allowed`]];
}

/** `src/jobs.ts:4:12 and 2 more` */
function placesOf({ needed }: ApplicationReport, call: string, workingDirectory: string): string {
  const uses = needed.flatMap(({ by }) => by.filter((use) => use.call === call));
  const [first = '', ...others] = new Set(uses.map(({ place }) => position(place, workingDirectory)));
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `${first}${more}${statement(uses[0]?.stated, workingDirectory)}`;
}
