import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { leastScopes } from '../scopes/least.ts';
import type { Clause, Scope } from '../scopes/requirement.ts';
import { meets } from '../scopes/satisfy.ts';
import type { MethodUse } from '../usage/facts.ts';
import type { ApplicationReport, Need } from './finding.ts';
import { newestOf, type RequirementLookup } from './known-requirements.ts';
import { newestUsed } from './undecided-messages.ts';

/**
 * What a program needs, by the newest row of each method: clauses in the order of the catalog, calls in that of the program.
 * @param uses each call once
 */
export function collectNeeds(uses: readonly MethodUse[], lookup: RequirementLookup, { vocabulary }: CatalogIndex): readonly Need[] {
  const needs = new Map<string, { readonly anyOf: Clause; readonly by: Need['by'][number][] }>();
  for (const use of uses) {
    const known = lookup(use);
    if (known === undefined) {
      continue;
    }
    for (const clause of newestOf(known).requires) {
      const key = [...clause].sort().join(' ');
      const need = needs.get(key) ?? { anyOf: clause, by: [] };
      needs.set(key, need);
      need.by.push({ place: use.place, call: use.method, ...(known.stated === undefined ? {} : { stated: known.stated }) });
    }
  }
  const order = ({ anyOf }: Need): readonly number[] => anyOf.map((scope) => vocabulary.order(scope));
  return [...needs.values()].sort((left, right) => compareLists(order(left), order(right)));
}

/**
 * The least scopes that satisfy the needs.
 *
 * @param kept scopes that stay because they are declared and always allowed
 * @param complete every call and request was seen and has a requirement
 */
export function leastFor(
  needs: readonly Need[],
  uses: readonly MethodUse[],
  kept: readonly Scope[],
  complete: boolean,
  lookup: RequirementLookup,
  { vocabulary }: CatalogIndex,
): ApplicationReport['minimal'] {
  const { scopes, provenLeast } = leastScopes([needs.map((need) => need.anyOf)], vocabulary);
  const all = vocabulary.names.filter((name) => scopes.includes(name) || kept.includes(name));
  const reasons = all.map((scope): [Scope, readonly string[]] => {
    const served = needs.filter((need) => scopes.includes(scope) && meets(vocabulary.implied(scope), need.anyOf));
    return [scope, [...new Set(served.flatMap((need) => need.by.map(({ call }) => call)))].sort()];
  });
  return { scopes: all, complete, provenLeast, reasons: Object.fromEntries(reasons), newestUsedFor: changedMethods(uses, lookup) };
}

function changedMethods(uses: readonly MethodUse[], lookup: RequirementLookup): readonly string[] {
  const known = [...new Map(uses.map((use) => [use.method, lookup(use)])).values()];
  return known
    .flatMap((requirement) => (requirement === undefined || requirement.rows.length < 2 ? [] : [requirement]))
    .map((requirement) => newestUsed(requirement.method, newestOf(requirement), requirement.rows.slice(0, -1)))
    .sort();
}

function compareLists(left: readonly number[], right: readonly number[]): number {
  for (const [index, value] of left.entries()) {
    const difference = value - (right[index] ?? -1);
    if (difference !== 0) {
      return difference;
    }
  }
  return left.length - right.length;
}
