import type { IsoDate, OAuthGrantType } from '../catalogs/catalog.ts';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { comparePlaces, isSamePlace } from '../grants/compare-places.ts';
import type { Declaration, Place, Undecided } from '../grants/declaration.ts';
import { distinctBy } from '../scopes/distinct-by.ts';
import { holdDifferentGrants } from '../usage/distinct-grants.ts';
import type { UsageFacts } from '../usage/facts.ts';
import type { ApplicationReport, Finding, UndecidedVerdict } from './finding.ts';
import type { DeclaredNeeds } from './declared-needs.ts';
import { groupByGrant, type JudgedGrant } from './grant-group.ts';
import { heldScopes, inspectDeclarations, sparedDuplicates } from './inspect-declarations.ts';
import { judgeClaims } from './judge-claims.ts';
import { judgeConflicts } from './judge-conflicts.ts';
import { judgeGrantType } from './judge-grant-type.ts';
import { judgeCalls, undecidedGrant } from './judge-missing.ts';
import { judgeGroupsPrivileges } from './judge-privileges.ts';
import { judgeRegistrations, type FoundRegistration } from './judge-registrations.ts';
import { judgeRestrictions, type ScopePolicy } from './judge-restrictions.ts';
import type { Judgement } from './judgement.ts';
import { requirementLookup, type RequirementLookup } from './known-requirements.ts';
import { collectPermissions } from './needed-permissions.ts';
import { collectNeeds, leastFor } from './needs.ts';
import { namePlacesFrom } from './phrases.ts';
import { suspectsOf } from './suspects.ts';
import { UNSCOPED_CLIENT } from './undecided-messages.ts';

/** What a verdict is made of. */
export interface JudgeInput {
  readonly index: CatalogIndex;
  /** Of the application. */
  readonly name: string;
  /** Of the application: files are named relative to it. */
  readonly directory: string;
  /** Everything that declares scopes, whether it can be in effect or not. */
  readonly declarations: readonly Declaration[];
  readonly grant: JudgedGrant;
  readonly usage: UsageFacts;
  /** Takes the requirements of that day; without it, all that sources state. */
  readonly asOf?: IsoDate;
  /** What the user states of places in which calls cannot be seen: `usage` is taken as `withDeclaredNeeds` leaves it. */
  readonly needs?: DeclaredNeeds;
  readonly policy?: ScopePolicy;
  /** How the application gets its token, as far as the manifest says so. */
  readonly grantType?: OAuthGrantType;
  /** The registration files of the program. */
  readonly registrations?: readonly FoundRegistration[];
}

/**
 * Puts together what an application declares and what it calls. Pure: the same input gives the same report, findings by place.
 *
 * Never a wrong accusation: what cannot be decided is in `undecided`, with the place that makes it so and the scopes whose verdict it holds
 * back.
 */
export function judge(input: JudgeInput): ApplicationReport {
  const { index, name, directory, declarations, grant, usage, asOf, needs: stated = NOTHING_STATED, policy, grantType, registrations = [] } = input;
  const lookup = requirementLookup(index, asOf, stated);
  const nameOf = namePlacesFrom(directory);
  const groups = groupByGrant(usage, grant, index);
  // A call that several clients reach is a use for each of them.
  const counted = distinctBy(
    usage.uses.filter((use) => use.typed && !use.inTest && use.grant.kind !== 'unscoped'),
    ({ method, place }) => JSON.stringify([method, place]),
  );
  const calls = groups.map((group) => judgeCalls(group, lookup, index, nameOf));
  const suspects = suspectsOf(usage, lookup, index, stated);
  const privileges = judgeGroupsPrivileges(groups, lookup, index, suspects);
  const findings = [
    ...withStrings(privileges.findings, declarations, index),
    ...calls.flatMap((one) => one.findings),
    ...judgeGrantType(counted, grantType, index),
    ...judgeClaims(usage.claimed ?? [], groups[0], index),
    ...judgeConflicts(declarations.filter(({ kind }) => kind !== 'code'), usage.clients, grant.effective, index, nameOf),
    ...(policy === undefined ? [] : judgeRestrictions(declarations, policy, index)),
    ...judgeRegistrations(registrations, grant, index),
  ];
  const unscoped = usage.clients.filter((client) => client.grant.kind === 'unscoped' && !client.inTest);
  const undecided = [
    ...calls.flatMap((one) => one.undecided),
    ...undecidedClients(usage, index, [...calls, privileges]),
    ...privileges.undecided,
    ...unscoped.map(({ place }) => ({ place, reason: UNSCOPED_CLIENT, holdsBack: [] })),
  ];
  const needs = collectNeeds(counted, lookup, index);
  const permissions = collectPermissions(counted, index);
  const coverage = coverageOf(usage, lookup);
  const isSettled = usage.escapes.length === 0 && !suspects.some(({ ofNeed }) => ofNeed === true);
  const isComplete = isSettled && coverage.calls > 0 && coverage.calls === coverage.resolved;
  const held = declarations.flatMap((declaration) => heldScopes(declaration, index));
  const kept = held.filter((scope) => index.vocabulary.isAlwaysAllowed(scope));
  return {
    name,
    provider: index.catalog.provider,
    declared: declarations.map((declaration) => ({
      scopes: declaration.scopes.map(({ scope }) => scope),
      place: declaration.place,
      kind: declaration.kind,
      effective: grant.effective !== null && isSamePlace(declaration.place, grant.effective.place),
    })),
    ...(policy?.stated === undefined ? {} : { stated: policy.stated }),
    needed: needs,
    ...(permissions.length === 0 ? {} : { permissions }),
    minimal: leastFor(needs, counted, kept, isComplete, lookup, index),
    findings: byPlace(findings),
    undecided: byPlace(undecided),
    coverage,
  };
}

const NOTHING_STATED: DeclaredNeeds = new Map();

/**
 * Adds what is wrong with the strings themselves. A string alone shows that one scope is implied by another, and the calls show which of
 * the two is too much: an implied scope that narrowing keeps is no duplicate, one that is not used at all is reported as that, and one
 * that is reported as implied is not reported as redundant in the same place.
 */
function withStrings(privileges: readonly Finding[], declarations: readonly Declaration[], index: CatalogIndex): readonly Finding[] {
  const strings = inspectDeclarations(declarations, index, sparedDuplicates(privileges));
  const duplicates = strings.filter(({ kind }) => kind === 'duplicate');
  const isReported = (finding: Finding): boolean => duplicates.some((other) => other.scope === finding.scope && isSamePlace(other.place, finding.place));
  return [...strings, ...privileges.filter((finding) => finding.kind !== 'redundant' || !isReported(finding))];
}

/** Clients whose own grant is not known, beside others; the only client of a program is the grant of the application. */
function undecidedClients({ clients }: UsageFacts, { vocabulary }: CatalogIndex, told: readonly Judgement[]): readonly UndecidedVerdict[] {
  const outsideTests = clients.filter((client) => !client.inTest);
  const several = holdDifferentGrants(outsideTests, vocabulary) ? outsideTests : [];
  const open = several.flatMap(({ stated }) => (stated.kind === 'undecided' ? [stated.undecided] : []));
  const isTold = (one: Undecided): boolean => told.some(({ undecided }) => undecided.some(({ reason }) => reason === one.reason));
  return open.filter((one) => !isTold(one)).map(undecidedGrant);
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
  return [...entries].sort((left, right) => comparePlaces(left.place, right.place));
}
