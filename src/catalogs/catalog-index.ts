import type { Scope } from '../scopes/requirement.ts';
import { createVocabulary, type Vocabulary } from '../scopes/vocabulary.ts';
import type { Catalog, CatalogMethod, CatalogOperation, CatalogPermission } from './catalog.ts';
import { catalogPermissions } from './permission-scopes.ts';

/** A catalog prepared for look-up. */
export interface CatalogIndex {
  readonly catalog: Catalog;
  readonly vocabulary: Vocabulary;
  readonly grammar: ScopeGrammar;
  /** The method that a declaration in the SDK is, also where the declaration is another name for the container. */
  method(container: string, member: string): CatalogMethod | undefined;
  methodByLabel(label: string): CatalogMethod | undefined;
  /** The method or the endpoint of that label. */
  operation(label: string): CatalogOperation | undefined;
  /** The container under which the catalog lists what is declared as `container`. */
  containerOf(container: string): string;
  /** The catalog has methods of it, or it is a client. */
  hasContainer(container: string): boolean;
  permission(name: string): CatalogPermission | undefined;
  /** Those that the catalog lists, and those that its endpoints demand. */
  permissions(): readonly CatalogPermission[];
  /** At least one method has this member name: a filter before anything is asked of the checker. */
  hasMemberNamed(name: string): boolean;
}

/** What a scope of the provider looks like, and what looks like one and is not. */
export interface ScopeGrammar {
  readonly token: RegExp;
  readonly permission?: RegExp;
  /** Scopes to suggest for a role permission, best first; none if the catalog does not know it. */
  readonly permissionScopes: (name: string) => readonly Scope[];
  /** The scope that a source says a wrong name stands for. */
  readonly correction: (name: string) => Scope | undefined;
}

/** Looks a catalog up. The index is made once for each catalog object and lives as long as it. */
export function indexCatalog(catalog: Catalog): CatalogIndex {
  const known = indexes.get(catalog);
  if (known !== undefined) {
    return known;
  }
  const index = createIndex(catalog);
  indexes.set(catalog, index);
  return index;
}

const indexes = new WeakMap<Catalog, CatalogIndex>();

/** Nothing of a catalog is looked at, and so nothing is read, before the first question. */
function createIndex(catalog: Catalog): CatalogIndex {
  const vocabulary = once(() => createVocabulary(catalog.scopes, catalog.alwaysAllowed));
  const permissions = once(() => catalogPermissions(catalog, vocabulary()));
  const aliases = once(() => new Map(Object.entries(catalog.containerAliases ?? {})));
  const containers = once(() => methodsByContainer(catalog));
  const labels = once(() => new Map(catalog.methods.map((method) => [method.label, method])));
  const endpoints = once(() => new Map(catalog.endpoints?.map((endpoint) => [endpoint.label, endpoint])));
  const members = once(() => new Set(catalog.methods.map((method) => method.member)));
  const grammar = once((): ScopeGrammar => ({
    token: new RegExp(catalog.grammar.token),
    ...(catalog.grammar.permission === undefined ? {} : { permission: new RegExp(catalog.grammar.permission) }),
    permissionScopes: (name) => narrowest(permissions().get(name)?.scopes ?? [], vocabulary()),
    correction: (name) => catalog.mistakes?.find(({ wrong, right }) => wrong === name && vocabulary().has(right))?.right,
  }));
  // Part of the header, which is there at once.
  const clientNames = new Set(catalog.clients.map(({ className }) => className));
  const containerOf = (container: string): string => aliases().get(container) ?? container;
  return {
    catalog,
    get vocabulary() {
      return vocabulary();
    },
    get grammar() {
      return grammar();
    },
    containerOf,
    hasContainer: (container) => containers().has(containerOf(container)) || clientNames.has(containerOf(container)),
    method: (container, member) => containers().get(containerOf(container))?.get(member),
    methodByLabel: (label) => labels().get(label),
    operation: (label) => labels().get(label) ?? endpoints().get(label),
    permission: (name) => permissions().get(name),
    permissions: () => [...permissions().values()],
    hasMemberNamed: (name) => members().has(name),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function methodsByContainer({ methods }: Catalog): ReadonlyMap<string, ReadonlyMap<string, CatalogMethod>> {
  const containers = new Map<string, Map<string, CatalogMethod>>();
  for (const method of methods) {
    const members = containers.get(method.container) ?? new Map<string, CatalogMethod>();
    containers.set(method.container, members.set(method.member, method));
  }
  return containers;
}

/** Leaves out a scope that covers another one of the list: nobody should ask for more than one of them. */
function narrowest(scopes: readonly Scope[], vocabulary: Vocabulary): readonly Scope[] {
  return scopes.filter((scope) => !scopes.some((other) => other !== scope && vocabulary.implied(scope).has(other)));
}
