import type { Scope } from './requirement.ts';

/** One scope of a vocabulary, as far as the algebra needs to know it. */
export interface VocabularyEntry {
  readonly name: Scope;
  /** Scopes that a token with this one covers as well. Names that the vocabulary lacks are kept. */
  readonly implies?: readonly Scope[];
  readonly replacedBy?: Scope;
  readonly roleWildcard?: true;
  readonly suspect?: true;
  readonly firstPartyOnly?: true;
}

/** The scopes that exist, and which of them cover which. */
export interface Vocabulary {
  /** In the order in which they are printed. */
  readonly names: readonly Scope[];
  has(scope: Scope): boolean;
  entry(scope: Scope): VocabularyEntry | undefined;
  /** Everything that a token with these scopes covers: the scopes themselves and what they imply, transitively. */
  closure(held: Iterable<Scope>): ReadonlySet<Scope>;
  /** The closure of one scope; itself alone where the vocabulary does not have it. */
  implied(scope: Scope): ReadonlySet<Scope>;
  /** Position in `names`; after all of them for a scope that the vocabulary does not have. */
  order(scope: Scope): number;
  /** Never unused and never unknown. */
  isAlwaysAllowed(scope: Scope): boolean;
  /** Stands for what a role allows: what it covers is not known. */
  isRoleWildcard(scope: Scope): boolean;
}

/**
 * @param entries in printing order; where a name is given twice, the first one counts
 * @param alwaysAllowed scopes that are part of the vocabulary whether or not an entry names them
 */
export function createVocabulary(entries: Iterable<VocabularyEntry>, alwaysAllowed: Iterable<Scope> = []): Vocabulary {
  const byName = new Map<Scope, VocabularyEntry>();
  const allowed = new Set(alwaysAllowed);
  for (const entry of [...entries, ...[...allowed].map((name) => ({ name }))]) {
    if (!byName.has(entry.name)) {
      byName.set(entry.name, entry);
    }
  }
  const names = [...byName.keys()];
  const positions = new Map(names.map((name, index) => [name, index]));
  const closures = new Map(names.map((name) => [name, closeOver(name, byName)]));
  const implied = (scope: Scope): ReadonlySet<Scope> => closures.get(scope) ?? closeOver(scope, byName);
  return {
    names,
    has: (scope) => byName.has(scope),
    entry: (scope) => byName.get(scope),
    closure: (held) => new Set([...held].flatMap((scope) => [...implied(scope)])),
    implied,
    order: (scope) => positions.get(scope) ?? names.length,
    isAlwaysAllowed: (scope) => allowed.has(scope),
    isRoleWildcard: (scope) => byName.get(scope)?.roleWildcard === true,
  };
}

/** Compares two scopes for printing: by the vocabulary, unknown ones last and by their code units. */
export function compareScopes(vocabulary: Vocabulary): (left: Scope, right: Scope) => number {
  return (left, right) => vocabulary.order(left) - vocabulary.order(right) || (left < right ? -1 : Number(left > right));
}

/** Whether a tool may propose the scope to a user: known, and not suspect, reserved for the provider's own clients, or a wildcard. */
export function isSuggestible(vocabulary: Vocabulary, scope: Scope): boolean {
  const entry = vocabulary.entry(scope);
  return entry !== undefined && entry.suspect !== true && entry.firstPartyOnly !== true && entry.roleWildcard !== true;
}

function closeOver(scope: Scope, entries: ReadonlyMap<Scope, VocabularyEntry>): ReadonlySet<Scope> {
  const reached = new Set([scope]);
  // A set iterates over what is added during the iteration, so this ends with the transitive closure, cycles included.
  for (const name of reached) {
    for (const next of entries.get(name)?.implies ?? []) {
      reached.add(next);
    }
  }
  return reached;
}
