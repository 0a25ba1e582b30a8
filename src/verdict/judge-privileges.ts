import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Declaration, Place } from '../grants/declaration.ts';
import { judgePrivilege, type PrivilegeVerdict } from '../scopes/privilege.ts';
import type { Requirement, Scope } from '../scopes/requirement.ts';
import type { MethodUse } from '../usage/facts.ts';
import type { Finding } from './finding.ts';
import type { GrantGroup } from './grant-group.ts';
import { heldScopes, inspectDeclaration } from './inspect-declarations.ts';
import type { RequirementLookup } from './known-requirements.ts';
import { narrowerScope, redundantScope, scopeUsedByTestsOnly, unusedScope } from './messages.ts';
import { placeInText } from '../grants/located-text.ts';

/** A call that may be made with a grant, and what it would need; `null`: anything. */
export interface PossibleCall {
  readonly requirements: readonly Requirement[] | null;
}

export interface PrivilegeJudgement<Call extends PossibleCall> {
  readonly findings: readonly Finding[];
  /** For each possible call the scopes whose verdict it holds back. */
  readonly heldBack: ReadonlyMap<Call, readonly Scope[]>;
}

/**
 * What is too much about the declaration that is in effect. Nothing is said where no call was seen: there is nothing to compare with.
 *
 * @param possible calls that nobody is sure of; a verdict that one of them could overturn is held back
 */
export function judgePrivileges<Call extends PossibleCall>(
  group: GrantGroup,
  effective: Declaration,
  possible: readonly Call[],
  lookup: RequirementLookup,
  index: CatalogIndex,
): PrivilegeJudgement<Call> {
  const { vocabulary } = index;
  const inTests = group.uses.filter((use) => use.inTest);
  const certain = requirementsOf(group.uses.filter((use) => !use.inTest), lookup);
  const held = heldScopes(effective, index).filter((scope) => vocabulary.has(scope));
  const judge = (requirements: readonly Requirement[]): readonly PrivilegeVerdict[] => judgePrivilege(held, requirements, vocabulary);
  if (!certain.some((requirement) => requirement.length > 0)) {
    return { findings: [], heldBack: new Map() };
  }
  const verdicts = judge(certain);
  const heldBack = new Map(
    possible.map((call) => {
      const left = call.requirements === null ? [] : judge([...certain, ...call.requirements]);
      return [call, verdicts.filter((verdict) => !includes(left, verdict)).map(({ scope }) => scope)];
    }),
  );
  const decided = possible.some((call) => call.requirements === null)
    ? []
    : intersect(verdicts, judge([...certain, ...possible.flatMap((call) => call.requirements ?? [])]));
  const withTests = judge([...certain, ...requirementsOf(inTests, lookup)]);
  const findings = decided.flatMap((verdict) => {
    if (includes(withTests, verdict)) {
      return [toFinding(verdict, messageFor(verdict, held), effective, index)];
    }
    // Tests that need the broader scope are a reason to keep it; tests that alone need one are not.
    const [user] = verdict.kind === 'unused' ? inTests.filter((use) => !includes(judge([...certain, ...requirementsOf([use], lookup)]), verdict)) : [];
    return user === undefined ? [] : [toFinding(verdict, scopeUsedByTestsOnly(verdict.scope, user.method), effective, index)];
  });
  return { findings, heldBack };
}

/** Every row that counts is a requirement of its own: a scope that satisfies an older one only is not unused. */
export function requirementsOf(uses: readonly MethodUse[], lookup: RequirementLookup): readonly Requirement[] {
  return uses.flatMap((use) => lookup(use)?.rows.map((row) => row.requires) ?? []);
}

function intersect(left: readonly PrivilegeVerdict[], right: readonly PrivilegeVerdict[]): readonly PrivilegeVerdict[] {
  return left.filter((verdict) => includes(right, verdict));
}

function includes(verdicts: readonly PrivilegeVerdict[], { kind, scope, narrower }: PrivilegeVerdict): boolean {
  return verdicts.some((other) => other.kind === kind && other.scope === scope && other.narrower === narrower);
}

function messageFor({ kind, scope, narrower }: PrivilegeVerdict, held: readonly Scope[]): string {
  if (kind === 'narrow' && narrower !== undefined) {
    return narrowerScope(scope, narrower, held.includes(narrower));
  }
  return kind === 'unused' ? unusedScope(scope) : redundantScope(scope);
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
