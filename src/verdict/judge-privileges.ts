import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Declaration, Place } from '../grants/declaration.ts';
import { placeInText } from '../grants/located-text.ts';
import { judgePrivilege, type PrivilegeVerdict } from '../scopes/privilege.ts';
import type { Requirement, Scope } from '../scopes/requirement.ts';
import { meets } from '../scopes/satisfy.ts';
import type { MethodUse } from '../usage/facts.ts';
import type { Finding, UndecidedVerdict } from './finding.ts';
import type { GrantGroup } from './grant-group.ts';
import { heldScopes, inspectDeclaration } from './inspect-declarations.ts';
import type { Judgement } from './judgement.ts';
import { requirementsOf, type KnownRow, type RequirementLookup } from './known-requirements.ts';
import { narrowerScope, redundantScope, scopeUsedByTestsOnly, unusedScope } from './messages.ts';
import { sourceSentence } from './phrases.ts';
import { onceAdded } from './scope-change.ts';
import { suspectsOfGroup, type Suspect } from './suspects.ts';
import { NOTHING_TO_COMPARE, SEVERAL_DECLARATIONS } from './undecided-messages.ts';

/**
 * Unused, redundant and narrower scopes of every group whose grant is known, and what holds such verdicts back.
 * @param everywhere what no grant is safe from
 */
export function judgeGroupsPrivileges(
  groups: readonly GrantGroup[],
  lookup: RequirementLookup,
  index: CatalogIndex,
  everywhere: readonly Suspect[],
): Judgement {
  const heldBack = new Map<Suspect, readonly Scope[]>(everywhere.map((suspect) => [suspect, []]));
  const findings: Finding[] = [];
  const undecided: UndecidedVerdict[] = [];
  for (const group of groups.filter((candidate) => candidate.undecided.length === 0)) {
    if (group.inEffect.length === 0) {
      undecided.push(...severalDeclarations(group));
    }
    const suspects = [...everywhere, ...suspectsOfGroup(group, lookup)];
    for (const judgement of group.inEffect.map((declaration) => judgeGroup(group, declaration, suspects, lookup, index))) {
      findings.push(...judgement.findings);
      undecided.push(...judgement.undecided);
      for (const [suspect, scopes] of judgement.heldBack) {
        if (scopes.length > 0) {
          heldBack.set(suspect, [...(heldBack.get(suspect) ?? []), ...scopes]);
        }
      }
    }
  }
  const suspected = [...heldBack].map(([{ place, reason, reported }, scopes]) => ({
    place, reason, holdsBack: [...new Set(scopes)], ...(reported === undefined ? {} : { reported }),
  }));
  return { findings, undecided: [...undecided, ...suspected] };
}

function severalDeclarations({ alternatives, uses }: GrantGroup): readonly UndecidedVerdict[] {
  const differ = new Set(alternatives.map(({ scopes }) => [...scopes].sort().join(' '))).size > 1;
  const place = alternatives[1]?.place ?? null;
  return differ && place !== null && uses.length > 0
    ? [{ place, reason: SEVERAL_DECLARATIONS, holdsBack: [...new Set(alternatives.flatMap(({ scopes }) => scopes))] }]
    : [];
}

interface GroupJudgement extends Judgement {
  /** For each suspect the scopes whose verdict it holds back. */
  readonly heldBack: ReadonlyMap<Suspect, readonly Scope[]>;
}

/** What is too much about the declaration in effect. Where no call was seen there is nothing to compare with. */
function judgeGroup(
  group: GrantGroup,
  effective: Declaration,
  suspects: readonly Suspect[],
  lookup: RequirementLookup,
  index: CatalogIndex,
): GroupJudgement {
  const { vocabulary } = index;
  const held = heldScopes(effective, index).filter((scope) => vocabulary.has(scope));
  const judge = (requirements: readonly Requirement[]): readonly PrivilegeVerdict[] => judgePrivilege(held, requirements, vocabulary);
  const uses = group.uses.filter((use) => !use.inTest);
  const certain = requirementsOf(uses, lookup);
  if (!certain.some((requirement) => requirement.length > 0)) {
    const holdsBack = held.filter((scope) => !vocabulary.isAlwaysAllowed(scope));
    const undecided = holdsBack.length === 0 ? [] : [{ place: effective.place, reason: NOTHING_TO_COMPARE, holdsBack }];
    return { findings: [], undecided, heldBack: new Map() };
  }
  const verdicts = judge(certain);
  const overturnedBy = (some: readonly Suspect[]): readonly PrivilegeVerdict[] => {
    const left = some.some(({ requirements }) => requirements === null)
      ? []
      : judge([...certain, ...some.flatMap(({ requirements }) => requirements ?? [])]);
    return verdicts.filter((verdict) => !includes(left, verdict));
  };
  const heldBack = new Map(suspects.map((suspect) => [suspect, overturnedBy([suspect]).map(({ scope }) => scope)]));
  const open = overturnedBy(suspects);
  const withTests = judge(requirementsOf(group.uses, lookup));
  const findings = verdicts.filter((verdict) => !open.includes(verdict)).flatMap((verdict) => {
    if (includes(withTests, verdict)) {
      return [toFinding(verdict, messageFor(verdict, held, uses, lookup, index), effective, index)];
    }
    // Tests that need the broader scope are a reason to keep it; that only tests need a scope is none.
    const isUser = (use: MethodUse): boolean => !includes(judge([...certain, ...requirementsOf([use], lookup)]), verdict);
    const users = verdict.kind === 'unused' ? group.uses.filter((use) => use.inTest && isUser(use)).map(({ method }) => method) : [];
    return users.length === 0 ? [] : [toFinding(verdict, scopeUsedByTestsOnly(verdict.scope, users), effective, index)];
  });
  return { findings, undecided: [], heldBack };
}

function includes(verdicts: readonly PrivilegeVerdict[], { kind, scope, narrower }: PrivilegeVerdict): boolean {
  return verdicts.some((other) => other.kind === kind && other.scope === scope && other.narrower === narrower);
}

function messageFor(
  { kind, scope, narrower }: PrivilegeVerdict,
  held: readonly Scope[],
  uses: readonly MethodUse[],
  lookup: RequirementLookup,
  index: CatalogIndex,
): string {
  if (kind === 'unused') {
    return unusedScope(scope);
  }
  const served = servedBy(scope, uses, lookup, index);
  const calls = served.map(({ call }) => call);
  const source = sourceSentence(served.map(({ row }) => row), index);
  if (narrower === undefined) {
    return redundantScope(scope, calls, source);
  }
  const isHeld = held.includes(narrower);
  return narrowerScope(scope, narrower, isHeld, calls, (isHeld ? '' : onceAdded(index.catalog.scopeChanges)) + source);
}

/** The calls that a scope is there for, each with the newest row that it satisfies a clause of. */
function servedBy(
  scope: Scope,
  uses: readonly MethodUse[],
  lookup: RequirementLookup,
  { vocabulary }: CatalogIndex,
): readonly { readonly call: string; readonly row: KnownRow }[] {
  const covered = vocabulary.implied(scope);
  return uses.flatMap((use) => {
    const row = lookup(use)?.rows.findLast(({ requires }) => requires.some((clause) => meets(covered, clause)));
    return row === undefined ? [] : [{ call: use.method, row }];
  });
}

function toFinding({ kind, scope, narrower }: PrivilegeVerdict, message: string, declaration: Declaration, index: CatalogIndex): Finding {
  return {
    rule: kind === 'narrow' ? 'prefer-narrow-scope' : 'no-unused-scope',
    kind,
    scope,
    ...(narrower === undefined ? {} : { suggestion: narrower }),
    place: placeOfScope(scope, declaration, index),
    message,
  };
}

function placeOfScope(scope: Scope, declaration: Declaration, index: CatalogIndex): Place {
  const token = inspectDeclaration(declaration, index).tokens.find(({ text }) => text === scope);
  return token === undefined ? declaration.place : placeInText(declaration, token.start, token.end, declaration.place);
}
