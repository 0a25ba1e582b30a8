import type {
  CatalogCombination, CatalogEndpoint, CatalogMethod, CatalogPermission, CatalogScope,
} from '../../catalogs/catalog.ts';
import { HTTP_VERBS, type HttpVerb } from '../../catalogs/http-verb.ts';
import type { CatalogIndex } from '../../catalogs/catalog-index.ts';
import { findEndpoints } from '../../catalogs/endpoint-index.ts';
import { findCombinations } from '../../catalogs/find-combination.ts';
import { sameEndpoint } from '../../catalogs/same-endpoint.ts';
import { otherAccounts } from './differences.ts';

/** Something that a catalog knows, and that somebody may ask about. */
export type Subject = { readonly index: CatalogIndex } & (
  | { readonly kind: 'method'; readonly method: CatalogMethod }
  | { readonly kind: 'endpoint'; readonly endpoint: CatalogEndpoint }
  | { readonly kind: 'scope'; readonly scope: CatalogScope }
  | { readonly kind: 'permission'; readonly permission: CatalogPermission }
  | { readonly kind: 'combination'; readonly combination: CatalogCombination }
);

/**
 * What a text names: a method (`Jobs.getAll`, `JobService.getAll`, or the bare `getAll`), an endpoint with or without its verb, as a
 * template, a path or an address (`GET https://cloud.uipath.com/acme/main/orchestrator_/odata/Jobs(5)`), a scope, a role permission, or a
 * combination, or the beginning of its name. A name that a source calls a mistake stands for what it says instead. In the order of the
 * catalogs; upper and lower case count only where nothing has the very name. An endpoint comes with what other accounts of the API call it.
 */
export function findSubjects(text: string, indexes: readonly CatalogIndex[]): readonly Subject[] {
  const request = parseRequest(text);
  const ways: readonly (() => readonly Subject[])[] = [
    () => indexes.flatMap((index) => named(index, (name) => name === text)),
    () => indexes.flatMap((index) => named(index, (name) => name.toLowerCase() === text.toLowerCase())),
    () => (request === undefined ? [] : indexes.flatMap((index) => endpointsAt(index, request))),
    () => indexes.flatMap((index) => correctionsOf(text, index)),
    () => (text === '' ? [] : indexes.flatMap((index) => combinationsNamed(text, index))),
  ];
  let found: readonly Subject[] = [];
  for (const way of ways) {
    found = found.length > 0 ? found : way();
  }
  return withOtherAccounts(found, indexes);
}

/** Every name that a text could have been meant as. */
export function subjectNames(indexes: readonly CatalogIndex[]): readonly string[] {
  return indexes.flatMap((index) => [
    ...index.catalog.methods.map(({ label }) => label),
    ...index.vocabulary.names,
    ...index.permissions().map(({ name }) => name),
    ...index.catalog.combinations.map(({ name }) => name),
  ]);
}

/** The name under which a subject is told. */
export function subjectName(subject: Subject): string {
  switch (subject.kind) {
    case 'method':
      return subject.method.label;
    case 'endpoint':
      return subject.endpoint.label;
    case 'scope':
      return subject.scope.name;
    case 'permission':
      return subject.permission.name;
    case 'combination':
      return subject.combination.name;
  }
}

function named(index: CatalogIndex, is: (name: string) => boolean): readonly Subject[] {
  const { catalog } = index;
  const byLabel = catalog.methods.filter(({ label, container, member }) => is(label) || is(`${container}.${member}`));
  const methods = byLabel.length > 0 ? byLabel : catalog.methods.filter(({ member }) => is(member));
  return [
    ...catalog.scopes.filter(({ name }) => is(name)).map((scope): Subject => ({ kind: 'scope', index, scope })),
    ...index.permissions().filter(({ name }) => is(name)).map((permission): Subject => ({ kind: 'permission', index, permission })),
    ...methods.map((method): Subject => ({ kind: 'method', index, method })),
    ...(catalog.endpoints ?? [])
      .filter(({ label, path }) => is(label) || is(path))
      .map((endpoint): Subject => ({ kind: 'endpoint', index, endpoint })),
    ...catalog.combinations.filter(({ name }) => is(name)).map((combination): Subject => ({ kind: 'combination', index, combination })),
  ];
}

function correctionsOf(text: string, index: CatalogIndex): readonly Subject[] {
  const corrections = (index.catalog.mistakes ?? []).filter(({ wrong }) => wrong === text).flatMap(({ right }) => right.split(' '));
  return index.catalog.scopes.filter(({ name }) => corrections.includes(name)).map((scope) => ({ kind: 'scope', index, scope }));
}

function combinationsNamed(text: string, index: CatalogIndex): readonly Subject[] {
  return findCombinations(text, [index.catalog]).map(({ combination }) => ({ kind: 'combination', index, combination }));
}

function withOtherAccounts(subjects: readonly Subject[], indexes: readonly CatalogIndex[]): readonly Subject[] {
  const known = new Set(subjects.map((subject) => (subject.kind === 'endpoint' ? subject.endpoint : null)));
  const further = subjects.flatMap((subject) =>
    otherAccounts(subject.index, indexes).flatMap((index): Subject[] => {
      const operation = subject.kind === 'method' ? subject.method : subject.kind === 'endpoint' ? subject.endpoint : undefined;
      const endpoint = operation === undefined ? undefined : sameEndpoint(operation, subject.index, index);
      const isNew = endpoint !== undefined && !known.has(endpoint) && known.add(endpoint);
      return isNew ? [{ kind: 'endpoint', index, endpoint }] : [];
    }),
  );
  return [...subjects, ...further];
}

interface AskedRequest {
  readonly verb: HttpVerb | null;
  /** `undefined`: a path alone was given. */
  readonly host: string | undefined;
  readonly segments: readonly string[];
}

function parseRequest(text: string): AskedRequest | undefined {
  const [first = '', second, ...others] = text.trim().split(/\s+/);
  const verb = HTTP_VERBS.find((name) => name === first.toUpperCase()) ?? null;
  const address = verb === null ? first : (second ?? '');
  const isOver = verb === null ? second !== undefined : others.length > 0;
  const [, host, path] = /^(?:https?:\/\/([^/?#]+))?(\/[^?#]*)/i.exec(address) ?? [];
  return path === undefined || isOver ? undefined : { verb, host, segments: path.split('/').filter(Boolean) };
}

/** The part of the path after a service's segment; without one the whole path, or what follows organisation and tenant. */
function endpointsAt(index: CatalogIndex, { verb, host, segments }: AskedRequest): readonly Subject[] {
  const { services = [], hosts } = index.catalog.requests;
  if (host !== undefined && !hosts.includes(host.toLowerCase())) {
    return [];
  }
  const at = segments.findIndex((segment) => services.some((service) => service.segment === segment.toLowerCase()));
  const service = at === -1 ? null : (segments[at]?.toLowerCase() ?? null);
  const starts = at === -1 ? [0, 2] : [at + 1];
  const ways = starts.map((start) => segments.slice(start).map((segment) => [segment]));
  const found = ways.map((way) => findEndpoints(index, { verb, service, segments: way })).find((endpoints) => endpoints.length > 0) ?? [];
  return found.map((endpoint) => ({ kind: 'endpoint', index, endpoint }));
}
