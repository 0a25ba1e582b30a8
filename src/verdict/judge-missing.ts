import type { CatalogOperation } from '../catalogs/catalog.ts';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { leastScopes } from '../scopes/least.ts';
import { describeRequirement, type Requirement, type Scope } from '../scopes/requirement.ts';
import type { MethodUse } from '../usage/facts.ts';
import { onceAFile } from './declared-needs.ts';
import type { Finding, UndecidedVerdict } from './finding.ts';
import type { GrantGroup, UndecidedGrant } from './grant-group.ts';
import { NO_JUDGEMENT, type Judgement } from './judgement.ts';
import { newestOf, requirementsOf, type KnownRequirement, type KnownRow, type RequirementLookup } from './known-requirements.ts';
import { missingScope, scopeMissingInType } from './messages.ts';
import { sourceSentence, type NamePlace } from './phrases.ts';
import { onceAdded } from './scope-change.ts';
import { reportUnresolved } from './suspects.ts';
import {
  NOTHING_DECLARED, undecidedByAlternatives, undecidedByDate, undecidedByInference, undecidedByWildcard,
} from './undecided-messages.ts';
import { weighRows, type Weighed } from './weigh-rows.ts';

/** Which calls of a group lack a scope. Calls in tests never do: what a test holds is its own affair. */
export function judgeCalls(group: GrantGroup, lookup: RequirementLookup, index: CatalogIndex, nameOf: NamePlace): Judgement {
  const uses = group.uses.filter((use) => !use.inTest);
  const [first] = uses.filter((use) => requirementsOf([use], lookup).some((requirement) => requirement.length > 0));
  if (first === undefined) {
    return NO_JUDGEMENT;
  }
  const held = group.alternatives.flatMap(({ scopes }) => scopes);
  if (group.undecided.length > 0) {
    const holdsBack = [...new Set(held)];
    return { findings: [], undecided: group.undecided.map((one) => ({ ...undecidedGrant(one), holdsBack })) };
  }
  if (group.alternatives.length === 0) {
    return { findings: [], undecided: [{ place: first.place, reason: NOTHING_DECLARED, holdsBack: [] }] };
  }
  const grants = group.alternatives.map(({ scopes }) => scopes);
  const weighed = new Map<KnownRequirement, Weighed>();
  const verdicts = onceAFile(uses).flatMap((use) => {
    const known = lookup(use);
    if (known === undefined) {
      return [];
    }
    // An application calls a few methods in many places.
    const weight = weighed.get(known) ?? weighRows(known, grants, index.vocabulary);
    weighed.set(known, weight);
    return [judgeCall(use, known, weight, { index, nameOf, isTyped: group.isTyped === true })];
  });
  return { findings: verdicts.flatMap(({ findings }) => findings), undecided: verdicts.flatMap(({ undecided }) => undecided) };
}

/** A grant that nobody knows, as rules report it too. */
export function undecidedGrant({ place, reason, isUnfilled }: UndecidedGrant): UndecidedVerdict {
  return { place, reason, holdsBack: [], ...(isUnfilled === true ? {} : { reported: reportUnresolved(reason) }) };
}

interface Context {
  readonly index: CatalogIndex;
  readonly nameOf: NamePlace;
  /** Of the group of the call. */
  readonly isTyped: boolean;
}

function judgeCall(use: MethodUse, known: KnownRequirement, weighed: Weighed, context: Context): Judgement {
  switch (weighed.kind) {
    case 'covered':
      return NO_JUDGEMENT;
    case 'missing':
      return { findings: [missing(use, weighed.lacks, newestOf(known), context)], undecided: [] };
    default: {
      const holdsBack = inOrder(weighed.lacks.flat(), context.index);
      return { findings: [], undecided: [{ place: use.place, reason: reasonOf(weighed, use.method, known.method), holdsBack }] };
    }
  }
}

function reasonOf(weighed: Exclude<Weighed, { kind: 'covered' | 'missing' }>, call: string, method: CatalogOperation): string {
  switch (weighed.kind) {
    case 'wildcard':
      return undecidedByWildcard(weighed.wildcard, call, weighed.lacks);
    case 'inferred':
      return undecidedByInference(method, weighed.lacks);
    case 'dated':
      return undecidedByDate(method, weighed.satisfied, weighed.failed);
    case 'alternatives':
      return undecidedByAlternatives(call, weighed.lacks);
  }
}

function missing(use: MethodUse, residual: Requirement, row: KnownRow, { index, nameOf, isTyped }: Context): Finding {
  const { scopes } = leastScopes([residual], index.vocabulary);
  const remarks = onceAdded(index.catalog.scopeChanges) + sourceSentence([row], index);
  return {
    rule: 'no-missing-scope',
    kind: 'missing',
    scope: describeRequirement(residual),
    suggestion: scopes.join(' '),
    place: use.place,
    message: (isTyped ? scopeMissingInType : missingScope)(use, residual, scopes, remarks, nameOf),
    call: use.method,
    ...(use.chain === undefined ? {} : { chain: use.chain }),
  };
}

function inOrder(scopes: readonly Scope[], { vocabulary }: CatalogIndex): readonly Scope[] {
  return [...new Set(scopes)].sort((left, right) => vocabulary.order(left) - vocabulary.order(right));
}
