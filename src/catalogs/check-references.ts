import { quote } from '../scopes/quote.ts';
import type { Scope } from '../scopes/requirement.ts';
import type { CatalogFile, CatalogMethod, EndpointEntry, RequirementRow } from './catalog.ts';
import { endpointLabel } from './expand-catalog.ts';
import { parsePathTemplate } from './path-template.ts';

/** Keys and indexes from the top of a catalog to a place in it. */
export type CatalogPath = readonly (string | number)[];

/** Something that two parts of a catalog disagree about. */
export interface ReferenceProblem {
  readonly path: CatalogPath;
  readonly message: string;
}

/** Names that must be there once, names that must be known, dates that must follow each other. */
export function checkReferences(catalog: CatalogFile): ReferenceProblem[] {
  const known: Known = {
    scopes: new Set([...catalog.scopes.map((scope) => scope.name), ...catalog.alwaysAllowed]),
    sources: new Set(Object.keys(catalog.sources)),
  };
  return [
    ...once(catalog.scopes, 'scopes', 'scope', ({ name }) => name),
    ...catalog.scopes.flatMap(({ implies = [], replacedBy, sources }, index) => [
      ...knownScopes(implies, ['scopes', index, 'implies'], known),
      ...knownScopes(replacedBy === undefined ? [] : [replacedBy], ['scopes', index, 'replacedBy'], known),
      ...sources.flatMap((source, position) => knownSource(source, ['scopes', index, 'sources', position], known)),
    ]),
    ...once(catalog.methods, 'methods', 'label', ({ label }) => label),
    ...once(catalog.methods, 'methods', 'member', ({ container, member }) => `${container}.${member}`),
    ...catalog.methods.flatMap((method, index) => checkRows(method, ['methods', index, 'rows'], known)),
    ...checkEndpoints(catalog, known),
    ...checkAliases(catalog),
    ...once(catalog.permissions, 'permissions', 'permission', ({ name }) => name),
    ...catalog.permissions.flatMap(({ scopes }, index) => knownScopes(scopes, ['permissions', index, 'scopes'], known)),
    ...checkStatements(catalog.combinations, 'combinations', 'scopes', ({ scopes }) => scopes, known),
    ...checkStatements(catalog.apis, 'apis', 'scopes', ({ scopes }) => scopes, known),
    ...checkStatements(catalog.mistakes, 'mistakes', 'right', ({ right }) => right.split(' '), known),
    ...checkStatements(catalog.tooPermissive, 'tooPermissive', 'scope', ({ scope }) => [scope], known),
    ...checkStatements(catalog.advice, 'advice', 'rule', () => [], known),
    ...checkStatements(catalog.scopeChanges, 'scopeChanges', 'change', () => [], known),
  ];
}

interface Known {
  readonly scopes: ReadonlySet<Scope>;
  readonly sources: ReadonlySet<string>;
}

function checkStatements<Row extends { readonly source: string }>(
  rows: readonly Row[] | undefined,
  section: string,
  key: string,
  scopesOf: (row: Row) => readonly Scope[],
  known: Known,
): ReferenceProblem[] {
  return (rows ?? []).flatMap((row, index) => [
    ...knownScopes(scopesOf(row), [section, index, key], known),
    ...knownSource(row.source, [section, index, 'source'], known),
  ]);
}

function checkRows({ rows }: Pick<CatalogMethod, 'rows'>, path: CatalogPath, known: Known): ReferenceProblem[] {
  return rows.flatMap((row, index) => [
    ...(row.requires ?? []).flatMap((clause, position) => knownScopes(clause, [...path, index, 'requires', position], known)),
    ...knownSource(row.source, [...path, index, 'source'], known),
    ...checkDates(row, rows[index - 1], [...path, index]),
  ]);
}

/** An endpoint is also found by its label, as a method is; a member of the SDK calls one endpoint. */
function checkEndpoints({ endpoints = [], methods, requests }: CatalogFile, known: Known): ReferenceProblem[] {
  const services = new Set(requests.services?.map(({ segment }) => segment));
  const labels = new Set(methods.map(({ label }) => label));
  const members = new Set(methods.map(({ container, member }) => `${container}.${member}`));
  return endpoints.flatMap((endpoint, index) => {
    const path = ['endpoints', index];
    const named = [{ name: endpointLabel(endpoint), path, seen: labels, what: 'label' }];
    const inSdk = (endpoint.sdk ?? []).map((name, position) => ({ name, path: [...path, 'sdk', position], seen: members, what: 'member' }));
    return [
      ...[...named, ...inSdk].flatMap(onlyOnce),
      ...checkAddress(endpoint, path, services),
      ...checkRows(endpoint, [...path, 'rows'], known),
    ];
  });
}

function checkAddress({ service, path: template }: EndpointEntry, path: CatalogPath, services: ReadonlySet<string>): ReferenceProblem[] {
  const expected = 'Expected segments with parameters in braces, and no query';
  return [
    ...(parsePathTemplate(template) === undefined ? [{ path: [...path, 'path'], message: `${expected}, got ${quote(template)}` }] : []),
    ...(service === undefined || services.has(service)
      ? []
      : [{ path: [...path, 'service'], message: `Expected a segment of "requests.services", got ${quote(service)}` }]),
  ];
}

interface Naming {
  readonly name: string;
  readonly path: CatalogPath;
  /** Grows. */
  readonly seen: Set<string>;
  readonly what: string;
}

function onlyOnce({ name, path, seen, what }: Naming): ReferenceProblem[] {
  const isKnown = seen.has(name);
  seen.add(name);
  return isKnown ? [{ path, message: `Expected each ${what} once, got ${quote(name)} again` }] : [];
}

function checkDates({ since, until }: RequirementRow, before: RequirementRow | undefined, path: CatalogPath): ReferenceProblem[] {
  if (since !== undefined && until !== undefined && until <= since) {
    return [{ path: [...path, 'until'], message: `Expected a day after ${since}, got ${until}` }];
  }
  if (before?.since !== undefined && (since ?? '') < before.since) {
    return [{ path, message: `Expected the newest row last, got ${since ?? 'one without a date'} after ${before.since}` }];
  }
  return [];
}

function checkAliases({ containerAliases = {}, methods, endpoints = [] }: CatalogFile): ReferenceProblem[] {
  const inSdk = endpoints.flatMap(({ sdk = [] }) => sdk.map((name) => name.split('.')[0]));
  const containers = new Set([...methods.map((method) => method.container), ...inSdk]);
  return Object.entries(containerAliases).flatMap(([alias, container]) => {
    const path = ['containerAliases', alias];
    if (containers.has(alias)) {
      return [{ path, message: `Expected a name without methods of its own, got ${quote(alias)}` }];
    }
    return containers.has(container) ? [] : [{ path, message: `Expected the container of a method, got ${quote(container)}` }];
  });
}

function knownScopes(scopes: readonly Scope[], path: CatalogPath, known: Known): ReferenceProblem[] {
  const unknown = scopes.find((scope) => !known.scopes.has(scope));
  return unknown === undefined ? [] : [{ path, message: `Expected scopes of this catalog, got ${quote(unknown)}` }];
}

function knownSource(source: string, path: CatalogPath, known: Known): ReferenceProblem[] {
  return known.sources.has(source) ? [] : [{ path, message: `Expected a key of "sources", got ${quote(source)}` }];
}

function once<Row>(rows: readonly Row[], section: string, what: string, nameOf: (row: Row) => string): ReferenceProblem[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => onlyOnce({ name: nameOf(row), path: [section, index], seen, what }));
}
