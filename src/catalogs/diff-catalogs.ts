import type { Requirement, Scope } from '../scopes/requirement.ts';
import { createVocabulary, type Vocabulary } from '../scopes/vocabulary.ts';
import { satisfies } from '../scopes/satisfy.ts';
import type { Catalog, CatalogOperation } from './catalog.ts';
import { isMapped, newestRow } from './rows-in-force.ts';

/** What changed between two versions of a catalog. Names are in the order of the newer one, what is gone in that of the older. */
export interface CatalogDifference {
  readonly scopes: {
    readonly added: readonly Scope[];
    readonly removed: readonly Scope[];
    /** Replaced by another scope since. */
    readonly retired: readonly Scope[];
  };
  /** Labels of methods and endpoints. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly ChangedOperation[];
}

export interface ChangedOperation {
  readonly label: string;
  /** What the newest row says; `null`: not known. */
  readonly before: Requirement | null;
  readonly after: Requirement | null;
  readonly effect: ChangeEffect;
}

/**
 * `stricter`: some grant that sufficed no longer does, and none suffices that did not. `looser`: the other way round. `other`: both.
 * `unknown`: what it needs was known. `known`: it was not.
 */
export type ChangeEffect = 'stricter' | 'looser' | 'other' | 'unknown' | 'known';

/** Compares two versions of one provider's catalog by the newest row of each operation. */
export function diffCatalogs(before: Catalog, after: Catalog): CatalogDifference {
  const [old, current] = [operationsOf(before), operationsOf(after)];
  const vocabulary = createVocabulary(after.scopes, after.alwaysAllowed);
  const oldScopes = new Map(before.scopes.map((scope) => [scope.name, scope]));
  const newScopes = new Set(after.scopes.map(({ name }) => name));
  return {
    scopes: {
      added: after.scopes.map(({ name }) => name).filter((name) => !oldScopes.has(name)),
      removed: before.scopes.map(({ name }) => name).filter((name) => !newScopes.has(name)),
      retired: after.scopes
        .filter(({ name, replacedBy }) => replacedBy !== undefined && oldScopes.has(name) && oldScopes.get(name)?.replacedBy === undefined)
        .map(({ name }) => name),
    },
    added: [...current.keys()].filter((label) => !old.has(label)),
    removed: [...old.keys()].filter((label) => !current.has(label)),
    changed: [...current].flatMap(([label, operation]) => {
      const known = old.get(label);
      return known === undefined ? [] : compareOperations(label, known, operation, vocabulary);
    }),
  };
}

function operationsOf({ methods, endpoints = [] }: Catalog): ReadonlyMap<string, CatalogOperation> {
  return new Map([...methods, ...endpoints].map((operation) => [operation.label, operation]));
}

function compareOperations(label: string, before: CatalogOperation, after: CatalogOperation, vocabulary: Vocabulary): ChangedOperation[] {
  const [old, current] = [requirementOf(before), requirementOf(after)];
  if (old === null || current === null) {
    return old === current ? [] : [{ label, before: old, after: current, effect: old === null ? 'known' : 'unknown' }];
  }
  const [oldSuffices, newSuffices] = [isAsStrict(old, current, vocabulary), isAsStrict(current, old, vocabulary)];
  if (oldSuffices && newSuffices) {
    return [];
  }
  return [{ label, before: old, after: current, effect: newSuffices ? 'stricter' : oldSuffices ? 'looser' : 'other' }];
}

function requirementOf(operation: CatalogOperation): Requirement | null {
  return isMapped(operation) ? (newestRow(operation)?.requires ?? null) : null;
}

/** Whatever satisfies `strict` satisfies `other`: each clause of `other` is met by every alternative of some clause of `strict`. */
function isAsStrict(strict: Requirement, other: Requirement, vocabulary: Vocabulary): boolean {
  return other.every((clause) => strict.some((one) => one.every((scope) => satisfies([scope], [clause], vocabulary))));
}
