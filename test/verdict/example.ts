import type { Catalog, RequirementRow } from '../../src/catalogs/catalog.ts';
import { indexCatalog, type CatalogIndex } from '../../src/catalogs/catalog-index.ts';
import type { Declaration, Place } from '../../src/grants/declaration.ts';
import type { ClientSite, HeldGrant, MethodUse, UsageFacts } from '../../src/usage/facts.ts';
import type { ApplicationReport } from '../../src/verdict/finding.ts';
import { judge, type JudgeInput } from '../../src/verdict/judge.ts';
import type { KnownRow } from '../../src/verdict/known-requirements.ts';

/** What a catalog says of some methods of an invented provider, by the name of the member, and whatever else it says. */
export function catalogOf(methods: Readonly<Record<string, readonly RequirementRow[]>>, more: Partial<Catalog> = {}): CatalogIndex {
  const narrow = ['things:read', 'things:write', 'audit', 'other', 'either'].map((name) => ({ name }));
  const scopes = [{ name: 'things', implies: ['things:read', 'things:write'] }, ...narrow];
  return indexCatalog({
    version: 1,
    provider: 'example',
    title: 'Example',
    date: '2026-06-01',
    sources: { s: { title: 'Page', locator: 'x', date: '2026-05-31' } },
    grammar: { token: '^[a-z:_]+$' },
    alwaysAllowed: ['offline_access'],
    scopes: scopes.map((scope) => ({ category: 'x', sources: ['s'], ...scope })),
    methods: Object.entries(methods).map(([member, rows]) => ({
      label: `Things.${member}`, modules: ['example'], container: 'ThingsService', member, rows,
    })),
    permissions: [],
    combinations: [],
    clients: [],
    declarations: { files: [], environmentKeys: [] },
    requests: { segments: [], hosts: [], unscopedSegments: [] },
    ...more,
  });
}

/** A statement that holds on every day. */
export function exact(...requires: (readonly string[])[]): KnownRow {
  return { requires, source: 's', confidence: 'exact' };
}

export function placeAt(line: number, file = '/app/main.ts'): Place {
  return { file, line, column: 1, endLine: line, endColumn: 2 };
}

export function use(member: string, line = 1, more: Partial<MethodUse> = {}): MethodUse {
  const made = { provider: 'example', method: `Things.${member}`, place: placeAt(line), typed: true, inTest: false };
  return { ...made, grant: { kind: 'declared' }, ...more };
}

export function declaration(text: string, line = 1, more: Partial<Declaration> = {}): Declaration {
  const place = more.place ?? placeAt(line, '/app/config.json');
  const scopes = text.split(' ').filter(Boolean).map((scope) => ({ scope, place }));
  return { provider: 'example', kind: 'configuration', place, text, scopes, key: '/scope', environment: null, ...more };
}

/** Each scope has a place of its own, as if the text stood in one line of a file. */
export function located(text: string, line = 1, more: Partial<Declaration> = {}): Declaration {
  const whole = declaration(text, line, more);
  const place = { ...whole.place, endColumn: whole.place.column + text.length };
  return { ...whole, place, stretches: [{ start: 0, end: text.length, place, verbatim: true }] };
}

/** A client that leaves its grant to the application, unless told otherwise. */
export function client(line: number, more: Partial<ClientSite> = {}): ClientSite {
  return { provider: 'example', place: placeAt(line), grant: { kind: 'declared' }, stated: { kind: 'none' }, inTest: false, ...more };
}

/** A client whose constructor states its scopes; several texts are alternatives. */
export function clientWith(line: number, texts: readonly string[], more: Partial<ClientSite> = {}): ClientSite {
  const alternatives = texts.map((text, position) => located(text, line, { kind: 'code', place: { ...placeAt(line), column: 10 + 100 * position } }));
  const effective = alternatives.length === 1 ? (alternatives[0] ?? null) : null;
  const grant: HeldGrant = { kind: 'literal', alternatives: texts.map((text) => text.split(' ')) };
  return client(line, { grant, stated: { kind: 'scopes', alternatives, effective, orDeclared: false }, ...more });
}

export function facts(more: Partial<UsageFacts> = {}): UsageFacts {
  return { provider: 'example', uses: [], unmapped: [], clients: [], escapes: [], importsSdk: true, ...more };
}

/** What the constructor of such a client says. */
export function statedBy({ stated }: ClientSite): Extract<ClientSite['stated'], { readonly kind: 'scopes' }> {
  if (stated.kind !== 'scopes') {
    throw new Error('expected a client that states its scopes');
  }
  return stated;
}

/** What is judged of declarations, of which the first is in effect, and of what the program shows. */
export function reportOf(
  index: CatalogIndex,
  declarations: readonly Declaration[],
  usage: Partial<UsageFacts>,
  more: Partial<JudgeInput> = {},
): ApplicationReport {
  const [effective = null] = declarations;
  const grant = { alternatives: declarations.slice(0, 1), effective, undecided: [] };
  return judge({ index, name: 'app', directory: '/app', declarations, grant, usage: facts(usage), ...more });
}
