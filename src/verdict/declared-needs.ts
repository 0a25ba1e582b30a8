import { posix } from 'node:path';
import type { CatalogMethod } from '../catalogs/catalog.ts';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { comparePlaces } from '../grants/compare-places.ts';
import type { Place } from '../grants/declaration.ts';
import { absolutePattern, fitsPattern, isFilePattern } from '../grants/file-pattern.ts';
import type { StatedNeed } from '../grants/manifest-application.ts';
import type { Scope } from '../scopes/requirement.ts';
import { holdDifferentGrants } from '../usage/distinct-grants.ts';
import type { HeldGrant, MethodUse, UsageFacts } from '../usage/facts.ts';
import type { RequirementLookup } from './known-requirements.ts';

/** What calls need that no one can see, of a package that receives a client or of files, as somebody states it. */
export interface DeclaredNeed extends Pick<StatedNeed, 'name' | 'scopes'> {
  /** Where it is stated; absent for a setting of ESLint, which is one for all providers. */
  readonly place?: Place;
}

/** By name. */
export type DeclaredNeeds = ReadonlyMap<string, DeclaredNeed>;

/** @param set settings of ESLint, which come before what the manifest says of the same name */
export function declaredNeeds(stated: readonly StatedNeed[], set: Readonly<Record<string, readonly Scope[]>> = {}): DeclaredNeeds {
  const settings = Object.entries(set).map(([name, scopes]): DeclaredNeed => ({ name, scopes }));
  return new Map([...stated, ...settings].map((need) => [need.name, need]));
}

/**
 * What the user knows of places in which calls cannot be seen, or not be judged: where a package with declared needs receives a client, and
 * where anything is undecided in a file with declared needs, the scopes are used, and nothing is undecided any more. A statement that names
 * a scope which the catalog does not have settles nothing.
 * @param lookup tells which calls have no known requirement
 */
export function withDeclaredNeeds(usage: UsageFacts, needs: DeclaredNeeds, lookup: RequirementLookup, index: CatalogIndex): UsageFacts {
  const counted = [...needs.values()].filter((need) => unknownScopes(need, index).length === 0).map(toMatcher);
  const statedFor = (evidence: Evidence): readonly DeclaredNeed[] => counted.filter(({ fits }) => fits(evidence)).map(({ need }) => need);
  const isOpen = (use: MethodUse): boolean => !use.inTest && (!use.typed || lookup(use) === undefined);
  const evidence: readonly Evidence[] = [
    ...usage.escapes.filter(({ ofProgram }) => ofProgram !== true),
    ...usage.unmapped,
    ...usage.uses.filter(isOpen),
  ];
  const settled = new Map(evidence.map((one) => [one, statedFor(one)] as const).filter(([, stated]) => stated.length > 0));
  if (settled.size === 0) {
    return usage;
  }
  const isLeft = (one: Evidence): boolean => !settled.has(one);
  return {
    ...usage,
    uses: [...usage.uses.filter(isLeft), ...usesOf(settled, usage, index)],
    unmapped: usage.unmapped.filter(isLeft),
    escapes: usage.escapes.filter(isLeft),
  };
}

/** Something that is undecided. */
interface Evidence {
  readonly place: Place;
  readonly package?: string;
  readonly grant?: HeldGrant;
}

interface Matcher {
  readonly need: DeclaredNeed;
  readonly fits: (evidence: Evidence) => boolean;
}

function toMatcher(need: DeclaredNeed): Matcher {
  const { name, place } = need;
  if (!isFilePattern(name)) {
    return { need, fits: (evidence) => evidence.package === name };
  }
  if (place === undefined) {
    return { need, fits: () => false };
  }
  const pattern = absolutePattern(name, posix.dirname(place.file));
  return { need, fits: (evidence) => fitsPattern(evidence.place.file, pattern) };
}

/** One for each statement and place, with what is known of the client there; by place. */
function usesOf(settled: ReadonlyMap<Evidence, readonly DeclaredNeed[]>, usage: UsageFacts, { vocabulary }: CatalogIndex): readonly MethodUse[] {
  const isSeveral = holdDifferentGrants(usage.clients, vocabulary);
  const uses = new Map<string, MethodUse>();
  for (const [{ place, grant }, needs] of settled) {
    for (const { name } of needs) {
      const held = grant === undefined || grant.kind === 'undecided' ? (isSeveral ? severalClients(name) : DECLARED) : grant;
      uses.set(JSON.stringify([name, place, held]), { provider: usage.provider, method: name, place, grant: held, typed: true, inTest: false });
    }
  }
  return [...uses.values()].sort((left, right) => comparePlaces(left.place, right.place));
}

const DECLARED: HeldGrant = { kind: 'declared' };

function severalClients(name: string): HeldGrant {
  const what = isFilePattern(name) ? 'makes the calls that are not seen' : 'the package receives';
  return { kind: 'undecided', reason: `the program makes clients with different grants, and which of them ${what} is not known` };
}

/** What stands for a statement among the methods of a catalog. */
export function neededMethod({ name, scopes, place }: DeclaredNeed, { vocabulary }: CatalogIndex): CatalogMethod {
  const known = scopes.filter((scope) => vocabulary.has(scope));
  const source = place === undefined ? 'the setting "needs"' : `"needs" in ${posix.basename(place.file)}, line ${place.line}`;
  return { label: name, modules: [name], container: '', member: '', rows: [{ requires: known.map((scope) => [scope]), source, confidence: 'exact' }] };
}

/** Of what a file is stated to need, a place is enough: which of several it is for nobody knows. */
export function onceAFile(uses: readonly MethodUse[]): readonly MethodUse[] {
  const told = new Set<string>();
  return uses.filter(({ method, place }) => {
    const key = JSON.stringify([method, place.file]);
    const isTold = isFilePattern(method) && told.has(key);
    told.add(key);
    return !isTold;
  });
}

/** Of a statement about this provider those that its catalog does not have. */
export function unknownScopes({ scopes, place }: DeclaredNeed, { vocabulary }: CatalogIndex): readonly Scope[] {
  return place === undefined ? [] : scopes.filter((scope) => !vocabulary.has(scope));
}
