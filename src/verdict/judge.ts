import type { IsoDate } from '../catalogs/catalog.ts';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Declaration, Place } from '../grants/declaration.ts';
import type { Requirement, Scope } from '../scopes/requirement.ts';
import type { MethodUse, UsageFacts } from '../usage/facts.ts';
import type { ApplicationReport, Finding, UndecidedVerdict } from './finding.ts';
import { groupByGrant, type GrantGroup, type JudgedGrant } from './grant-group.ts';
import { heldScopes, inspectDeclarations } from './inspect-declarations.ts';
import { judgeCall } from './judge-missing.ts';
import { judgePrivileges, requirementsOf } from './judge-privileges.ts';
import { requirementLookup, type RequirementLookup } from './known-requirements.ts';
import { NOTHING_DECLARED, SEVERAL_DECLARATIONS, unmappedCall, UNSCOPED_CLIENT, untypedCall } from './messages.ts';
import { collectNeeds, leastFor } from './needs.ts';

/** What a verdict is made of. */
export interface JudgeInput {
  readonly index: CatalogIndex;
  /** Of the application. */
  readonly name: string;
  /** Everything that declares scopes, whether it can be in effect or not. */
  readonly declarations: readonly Declaration[];
  readonly grant: JudgedGrant;
  readonly usage: UsageFacts;
  /** Takes the requirements of that day; without it, all that sources state. */
  readonly asOf?: IsoDate;
}

/**
 * Puts together what an application declares and what it calls. Pure: the same input gives the same report, findings by place.
 *
 * Never a wrong accusation: what cannot be decided is in `undecided`, with the place that makes it so and the scopes whose verdict it holds back.
 */
export function judge({ index, name, declarations, grant, usage, asOf }: JudgeInput): ApplicationReport {
  const lookup = requirementLookup(index, asOf);
  const groups = groupByGrant(usage, grant, index);
  const counted = usage.uses.filter((use) => use.typed && !use.inTest && use.grant.kind !== 'unscoped');
  const calls = groups.map((group) => judgeCalls(group, lookup, index));
  const privileges = judgeAllPrivileges(groups, usage, lookup, index);
  const findings = [...withStrings(privileges.findings, declarations, index), ...calls.flatMap((one) => one.findings)];
  const undecided = [
    ...calls.flatMap((one) => one.undecided),
    ...privileges.undecided,
    ...usage.clients.filter((client) => client.grant.kind === 'unscoped').map(({ place }) => ({ place, reason: UNSCOPED_CLIENT, holdsBack: [] })),
  ];
  const needs = collectNeeds(counted, lookup, index);
  const isComplete = usage.escapes.length === 0 && usage.unmapped.length === 0 && usage.uses.every((use) => use.typed && lookup(use) !== undefined);
  const kept = declarations.flatMap((declaration) => heldScopes(declaration, index)).filter((scope) => index.vocabulary.isAlwaysAllowed(scope));
  return {
    name,
    provider: index.catalog.provider,
    declared: declarations.map((declaration) => ({
      scopes: declaration.scopes.map(({ scope }) => scope),
      place: declaration.place,
      kind: declaration.kind,
      effective: grant.effective !== null && isAtPlace(declaration, grant.effective),
    })),
    needed: needs,
    minimal: leastFor(needs, counted, kept, isComplete && usage.importsSdk, lookup, index),
    findings: byPlace(findings),
    undecided: byPlace(undecided),
    coverage: coverageOf(usage, lookup),
  };
}

interface Judgement {
  readonly findings: readonly Finding[];
  readonly undecided: readonly UndecidedVerdict[];
}

/** Which calls of a group lack a scope. Calls in tests never do: what a test holds is its own affair. */
function judgeCalls(group: GrantGroup, lookup: RequirementLookup, index: CatalogIndex): Judgement {
  const uses = group.uses.filter((use) => !use.inTest);
  const [first] = uses.filter((use) => requirementsOf([use], lookup).some((requirement) => requirement.length > 0));
  if (first === undefined) {
    return { findings: [], undecided: [] };
  }
  const held = group.alternatives.flatMap(({ scopes }) => scopes);
  if (group.undecided.length > 0) {
    return { findings: [], undecided: group.undecided.map(({ place, reason }) => ({ place, reason, holdsBack: distinct(held) })) };
  }
  if (group.alternatives.length === 0) {
    return { findings: [], undecided: [{ place: first.place, reason: NOTHING_DECLARED, holdsBack: [] }] };
  }
  const verdicts = uses.flatMap((use) => {
    const known = lookup(use);
    return known === undefined ? [] : [judgeCall(use, known, group, index)];
  });
  return {
    findings: verdicts.flatMap((verdict) => (verdict.kind === 'missing' ? [verdict.finding] : [])),
    undecided: verdicts.flatMap((verdict) => (verdict.kind === 'undecided' ? [verdict.verdict] : [])),
  };
}

/** A call that may need a scope of some grant, at a place that a user can look at. */
interface Suspect {
  readonly place: Place;
  readonly reason: string;
  readonly requirements: readonly Requirement[] | null;
  /** Listed even where it holds nothing back: the answer is incomplete because of it. */
  readonly always: boolean;
}

/** Unused, redundant and narrower scopes of every group whose grant is known, and what holds such verdicts back. */
function judgeAllPrivileges(groups: readonly GrantGroup[], usage: UsageFacts, lookup: RequirementLookup, index: CatalogIndex): Judgement {
  const everywhere = suspectsOf(usage, lookup);
  const findings: Finding[] = [];
  const undecided = new Map<Suspect, Scope[]>(everywhere.filter(({ always }) => always).map((suspect) => [suspect, []]));
  const several: UndecidedVerdict[] = [];
  for (const group of groups) {
    if (group.undecided.length > 0) {
      continue;
    }
    if (group.effective === null) {
      several.push(...severalDeclarations(group));
      continue;
    }
    const possible = [...everywhere, ...possibleCalls(group, lookup)];
    const judgement = judgePrivileges(group, group.effective, possible, lookup, index);
    findings.push(...judgement.findings);
    for (const [suspect, scopes] of judgement.heldBack) {
      if (suspect.always || scopes.length > 0) {
        undecided.set(suspect, [...(undecided.get(suspect) ?? []), ...scopes]);
      }
    }
  }
  return {
    findings,
    undecided: [...several, ...[...undecided].map(([{ place, reason }, scopes]) => ({ place, reason, holdsBack: distinct(scopes) }))],
  };
}

function severalDeclarations({ alternatives, uses }: GrantGroup): readonly UndecidedVerdict[] {
  const differ = new Set(alternatives.map(({ scopes }) => [...scopes].sort().join(' '))).size > 1;
  const second = alternatives[1]?.place;
  return differ && second !== undefined && second !== null && uses.length > 0
    ? [{ place: second, reason: SEVERAL_DECLARATIONS, holdsBack: distinct(alternatives.flatMap(({ scopes }) => scopes)) }]
    : [];
}

/** What no grant is safe from: calls that nobody sees, calls without a known requirement, calls on `any`. */
function suspectsOf(usage: UsageFacts, lookup: RequirementLookup): readonly Suspect[] {
  const anything = { requirements: null, always: true };
  const untyped = new Map<string, MethodUse[]>();
  for (const use of usage.uses.filter((candidate) => !candidate.typed && !candidate.inTest)) {
    const key = JSON.stringify(use.place);
    untyped.set(key, [...(untyped.get(key) ?? []), use]);
  }
  return [
    ...usage.escapes.map(({ place, reason }) => ({ place, reason, ...anything })),
    ...usage.unmapped.map(({ place, call }) => ({ place, reason: unmappedCall(call), ...anything })),
    ...usage.uses
      .filter((use) => use.typed && !use.inTest && lookup(use) === undefined)
      .map(({ place, method }) => ({ place, reason: unmappedCall(method), ...anything })),
    ...[...untyped.values()].flatMap(([first, ...others]) =>
      first === undefined
        ? []
        : [{
            place: first.place,
            reason: untypedCall([first, ...others].map(({ method }) => method)),
            requirements: requirementsOf([first, ...others], lookup),
            always: true,
          }],
    ),
  ];
}

/** Calls whose client may be one of another grant, or of this one. */
function possibleCalls(group: GrantGroup, lookup: RequirementLookup): readonly Suspect[] {
  return group.possible
    .filter((use) => use.typed && !use.inTest)
    .map((use) => ({
      place: use.place,
      reason: use.grant.kind === 'undecided' ? use.grant.reason : `${use.method} may be called with this client, too`,
      requirements: requirementsOf([use], lookup),
      always: use.grant.kind === 'undecided',
    }));
}

/**
 * Adds what is wrong with the strings themselves. A string alone shows that one scope is implied by another, and the calls show which of the two is
 * too much: an implied scope that narrowing keeps is not a duplicate, and one that is reported as a duplicate is not reported as redundant again.
 */
function withStrings(privileges: readonly Finding[], declarations: readonly Declaration[], index: CatalogIndex): readonly Finding[] {
  const kept = privileges.flatMap(({ kind, suggestion }) => (kind === 'narrow' && suggestion !== undefined ? [suggestion] : []));
  const strings = inspectDeclarations(declarations, index, new Set(kept));
  const isReported = ({ scope, place }: Finding): boolean => strings.some((other) => other.kind === 'duplicate' && other.scope === scope && isAtPlace(other, { place }));
  return [...strings, ...privileges.filter((finding) => finding.kind !== 'redundant' || !isReported(finding))];
}

function isAtPlace({ place: left }: { readonly place: Place }, { place: right }: { readonly place: Place }): boolean {
  return left.file === right.file && left.line === right.line && left.column === right.column;
}

/** Places of calls outside of tests; what may be one of several methods is one place. */
function coverageOf(usage: UsageFacts, lookup: RequirementLookup): ApplicationReport['coverage'] {
  const places = (uses: readonly { readonly place: Place }[]): number => new Set(uses.map(({ place }) => JSON.stringify(place))).size;
  const uses = usage.uses.filter((use) => !use.inTest);
  const resolved = places(uses.filter((use) => use.typed && lookup(use) !== undefined));
  const unmapped = places([...usage.unmapped, ...uses.filter((use) => use.typed && lookup(use) === undefined)]);
  const untyped = places(uses.filter((use) => !use.typed));
  return { calls: resolved + unmapped + untyped, resolved, unmapped, untyped };
}

function byPlace<Entry extends { readonly place: Place }>(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort(
    ({ place: left }, { place: right }) =>
      (left.file < right.file ? -1 : Number(left.file > right.file)) || left.line - right.line || left.column - right.column,
  );
}

function distinct(scopes: readonly Scope[]): readonly Scope[] {
  return [...new Set(scopes)];
}
