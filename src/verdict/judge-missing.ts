import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { leastScopes } from '../scopes/least.ts';
import { describeRequirement, type Requirement, type Scope } from '../scopes/requirement.ts';
import { lacking } from '../scopes/satisfy.ts';
import type { MethodUse } from '../usage/facts.ts';
import type { Finding, UndecidedVerdict } from './finding.ts';
import type { GrantGroup, UndecidedGrant } from './grant-group.ts';
import { NO_JUDGEMENT, type Judgement } from './judgement.ts';
import { newestOf, requirementsOf, type KnownRequirement, type KnownRow, type RequirementLookup } from './known-requirements.ts';
import { missingScope } from './messages.ts';
import { sourceSentence, type NamePlace } from './phrases.ts';
import { onceAdded } from './scope-change.ts';
import { reportUnresolved } from './suspects.ts';
import {
  NOTHING_DECLARED, undecidedByAlternatives, undecidedByDate, undecidedByInference, undecidedByWildcard,
} from './undecided-messages.ts';

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
  const outcomesOfMethods = new Map<KnownRequirement, readonly Outcome[]>();
  const verdicts = uses.flatMap((use) => {
    const known = lookup(use);
    if (known === undefined) {
      return [];
    }
    // An application calls a few methods in many places.
    const outcomes = outcomesOfMethods.get(known) ?? tryAlternatives(group, known, index);
    outcomesOfMethods.set(known, outcomes);
    return [judgeCall(use, known, outcomes, index, nameOf)];
  });
  return {
    findings: verdicts.flatMap((verdict) => (verdict.kind === 'missing' ? [verdict.finding] : [])),
    undecided: verdicts.flatMap((verdict) => (verdict.kind === 'undecided' ? [verdict.verdict] : [])),
  };
}

/** A grant that nobody knows, as rules report it too. */
export function undecidedGrant({ place, reason, isUnfilled }: UndecidedGrant): UndecidedVerdict {
  return { place, reason, holdsBack: [], ...(isUnfilled === true ? {} : { reported: reportUnresolved(reason) }) };
}

/** The verdict on one call. */
type CallVerdict =
  | { readonly kind: 'covered' }
  | { readonly kind: 'missing'; readonly finding: Finding }
  | { readonly kind: 'undecided'; readonly verdict: UndecidedVerdict };

/** What one of the grants that may be in effect lacks for each row of a method. */
interface Outcome {
  readonly scopes: readonly Scope[];
  readonly rows: readonly { readonly row: KnownRow; readonly lacks: Requirement }[];
}

function tryAlternatives({ alternatives }: GrantGroup, { rows }: KnownRequirement, { vocabulary }: CatalogIndex): readonly Outcome[] {
  return alternatives.map(({ scopes }) => ({
    scopes,
    rows: rows.map((row) => ({ row, lacks: lacking(scopes, row.requires, vocabulary) })),
  }));
}

/**
 * Missing only where every grant that may be in effect fails every row that counts, and a source states every one of them outright.
 *
 * @param outcomes not empty
 */
function judgeCall(
  use: MethodUse,
  { method, rows }: KnownRequirement,
  outcomes: readonly Outcome[],
  index: CatalogIndex,
  nameOf: NamePlace,
): CallVerdict {
  const { vocabulary } = index;
  const cells = outcomes.flatMap((outcome) => outcome.rows);
  if (cells.every(({ lacks }) => lacks.length === 0)) {
    return { kind: 'covered' };
  }
  const newest = newestOf({ method, rows });
  const residual = commonResidual(outcomes.map((outcome) => lacking(outcome.scopes, newest.requires, vocabulary)));
  const open = residual.length > 0 ? residual : (cells.find(({ lacks }) => lacks.length > 0)?.lacks ?? []);
  const undecided = (reason: string): CallVerdict => ({
    kind: 'undecided',
    verdict: { place: use.place, reason, holdsBack: inOrder([...open.flat()], index) },
  });
  const wildcard = outcomes.flatMap(({ scopes }) => scopes).find((scope) => vocabulary.isRoleWildcard(scope));
  if (wildcard !== undefined) {
    return undecided(undecidedByWildcard(wildcard, use.method, open));
  }
  if (cells.some(({ row, lacks }) => row.confidence === 'inferred' && lacks.length > 0)) {
    return undecided(undecidedByInference(method, open));
  }
  const split = outcomes.map((outcome) => splitRows(outcome.rows));
  const mixed = split.find(({ satisfied, failed }) => satisfied !== undefined && failed !== undefined);
  if (mixed?.satisfied !== undefined && mixed.failed !== undefined) {
    return undecided(undecidedByDate(method, mixed.satisfied, mixed.failed));
  }
  if (cells.some(({ lacks }) => lacks.length === 0)) {
    return undecided(undecidedByAlternatives(use.method, open));
  }
  // What only one of the rows asks for is not certain, as long as all of them ask for something else.
  const certain = commonResidual(cells.map(({ lacks }) => lacks));
  return { kind: 'missing', finding: missing(use, certain.length > 0 ? certain : open, newest, index, nameOf) };
}

/** The clauses that all of them have. */
function commonResidual([first = [], ...others]: readonly Requirement[]): Requirement {
  const key = (clause: readonly Scope[]): string => clause.join(' ');
  return first.filter((clause) => others.every((other) => other.some((candidate) => key(candidate) === key(clause))));
}

function splitRows(rows: Outcome['rows']): { satisfied: KnownRow | undefined; failed: KnownRow | undefined } {
  return { satisfied: rows.find(({ lacks }) => lacks.length === 0)?.row, failed: rows.find(({ lacks }) => lacks.length > 0)?.row };
}

function missing(use: MethodUse, residual: Requirement, row: KnownRow, index: CatalogIndex, nameOf: NamePlace): Finding {
  const { scopes } = leastScopes([residual], index.vocabulary);
  return {
    rule: 'no-missing-scope',
    kind: 'missing',
    scope: describeRequirement(residual),
    suggestion: scopes.join(' '),
    place: use.place,
    message: missingScope(use, residual, scopes, onceAdded(index.catalog.scopeChanges) + sourceSentence([row], index), nameOf),
    call: use.method,
    ...(use.chain === undefined ? {} : { chain: use.chain }),
  };
}

function inOrder(scopes: readonly Scope[], { vocabulary }: CatalogIndex): readonly Scope[] {
  return [...new Set(scopes)].sort((left, right) => vocabulary.order(left) - vocabulary.order(right));
}
