import type { CatalogMethod } from '../catalogs/catalog.ts';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Scope } from '../scopes/requirement.ts';
import { distinctGrants } from '../usage/distinct-grants.ts';
import type { HeldGrant, MethodUse, UsageFacts } from '../usage/facts.ts';

/** The scopes that packages need which receive a client, by the name of the package. */
export type DeclaredNeeds = ReadonlyMap<string, readonly Scope[]>;

/**
 * What the user knows of packages in which no call can be seen: where one with declared needs receives a client, its scopes are used, and
 * nothing is undecided any more.
 */
export function withDeclaredNeeds(usage: UsageFacts, needs: DeclaredNeeds): UsageFacts {
  const isDeclared = ({ package: name }: UsageFacts['escapes'][number]): boolean => name !== undefined && needs.has(name);
  const declared = usage.escapes.filter(isDeclared);
  if (declared.length === 0) {
    return usage;
  }
  const grant = distinctGrants(usage.clients.filter((client) => !client.inTest)).length > 1 ? SEVERAL_CLIENTS : DECLARED;
  const uses = declared.map(({ place, package: name = '' }): MethodUse => ({
    provider: usage.provider, method: name, place, grant, typed: true, inTest: false,
  }));
  return { ...usage, uses: [...usage.uses, ...uses], escapes: usage.escapes.filter((escape) => !isDeclared(escape)) };
}

const DECLARED: HeldGrant = { kind: 'declared' };
const SEVERAL_CLIENTS: HeldGrant = {
  kind: 'undecided',
  reason: 'the program makes clients with different grants, and which of them the package receives is not known',
};

/** What stands for a package among the methods of a catalog. */
export function neededMethod(name: string, needs: DeclaredNeeds, { vocabulary }: CatalogIndex): CatalogMethod | undefined {
  const scopes = needs.get(name)?.filter((scope) => vocabulary.has(scope));
  return scopes && {
    label: name,
    modules: [name],
    container: '',
    member: '',
    rows: [{ requires: scopes.map((scope) => [scope]), source: 'what is declared under "needs"', confidence: 'exact' }],
  };
}
