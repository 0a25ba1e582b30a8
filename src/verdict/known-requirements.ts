import type { CatalogOperation, IsoDate, RequirementRow } from '../catalogs/catalog.ts';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { rowsInForce } from '../catalogs/rows-in-force.ts';
import type { Place } from '../grants/declaration.ts';
import type { Requirement } from '../scopes/requirement.ts';
import type { MethodUse } from '../usage/facts.ts';
import { neededMethod, type DeclaredNeeds } from './declared-needs.ts';

/** A row that says what is needed. */
export interface KnownRow extends RequirementRow {
  readonly requires: Requirement;
}

/** What a used method or endpoint needs, according to every row that counts; newest last, never empty. */
export interface KnownRequirement {
  readonly method: CatalogOperation;
  readonly rows: readonly [KnownRow, ...KnownRow[]];
  /** Where the manifest states it, of what no catalog tells. */
  readonly stated?: Place;
}

/** Looks up what uses need. One entry for each method and day, for as long as the returned function is kept. */
export type RequirementLookup = (use: MethodUse) => KnownRequirement | undefined;

/**
 * @param needs of packages and files; their names stand for methods
 * @returns a function that says `undefined` for a method of which (on that day) nothing is known
 */
export function requirementLookup(index: CatalogIndex, asOf?: IsoDate, needs: DeclaredNeeds = new Map()): RequirementLookup {
  const known = new Map<string, KnownRequirement | undefined>();
  return ({ method: label }) => {
    if (!known.has(label)) {
      const need = needs.get(label);
      const method = index.operation(label) ?? (need && neededMethod(need, index));
      const requirement = method && knownRequirement(method, asOf);
      known.set(label, requirement && { ...requirement, ...(need?.place === undefined ? {} : { stated: need.place }) });
    }
    return known.get(label);
  };
}

/** `undefined` where (on that day) no source says what it needs. */
export function knownRequirement(method: CatalogOperation, asOf?: IsoDate): KnownRequirement | undefined {
  const [oldest, ...newer] = rowsInForce(method, asOf).flatMap((row) => (row.requires === null ? [] : [{ ...row, requires: row.requires }]));
  return oldest === undefined ? undefined : { method, rows: [oldest, ...newer] };
}

/** The row that `minimal` and messages go by. */
export function newestOf({ rows }: KnownRequirement): KnownRow {
  return rows.at(-1) ?? rows[0];
}

/**
 * Every row that counts is a requirement of its own, because a scope that satisfies an older one only is not unused. Each appears once.
 */
export function requirementsOf(uses: Iterable<MethodUse>, lookup: RequirementLookup): readonly Requirement[] {
  const requirements = new Set<Requirement>();
  for (const use of uses) {
    lookup(use)?.rows.forEach((row) => requirements.add(row.requires));
  }
  return [...requirements];
}
