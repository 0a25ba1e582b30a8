import type ts from 'typescript';
import { unwrap } from '../grants/expression-reader.ts';
import { placeOfNode } from '../grants/place-of-node.ts';
import type { Scope } from '../scopes/requirement.ts';
import type { ClaimedGrant } from './facts.ts';
import type { HeldGrants } from './held-grants.ts';
import type { ProgramView } from './program-view.ts';
import { claimedScopes } from './receiver-grant.ts';
import { sdkContainers } from './sdk-symbols.ts';
import type { SyntacticFacts } from './syntactic-facts.ts';

/**
 * The casts of a file in which a client is given a type that claims scopes. `as any`, `as Tasks<Unscoped>` and `as Tasks` claim none: they
 * end the checking, and say so. None in a test.
 */
export function findClaimedGrants(
  view: ProgramView,
  file: ts.SourceFile,
  { casts }: SyntacticFacts,
  grants: HeldGrants,
): readonly ClaimedGrant[] {
  return view.isTest(file) ? [] : casts.flatMap((cast) => readCast(view, cast, grants) ?? []);
}

function readCast(view: ProgramView, cast: ts.AsExpression | ts.TypeAssertion, grants: HeldGrants): ClaimedGrant | undefined {
  const { ts, questions } = view;
  // Few casts are to a generic type, and only these are worth a question.
  const target = isGeneric(ts, cast.type) ? questions.typeFromNode(cast.type) : undefined;
  const alternatives = target && claimedScopes(view, target);
  const value = unwrap(view, cast.expression);
  const source = alternatives && questions.typeOf(value);
  if (source === undefined || sdkContainers(view, source).length === 0 || isCheckedAtRunTime(view, value)) {
    return undefined;
  }
  const scopes = inAll(alternatives ?? []);
  const { provider } = view.index.catalog;
  return scopes.length === 0 ? undefined : { provider, place: placeOfNode(cast.type), scopes, held: grants.of(value, source) };
}

/** `Assets<…>`, also as part of a union or in parentheses; a name for such a type is not seen through. */
function isGeneric(ts: ProgramView['ts'], type: ts.TypeNode): boolean {
  return ts.isTypeReferenceNode(type)
    ? type.typeArguments !== undefined
    : ts.isImportTypeNode(type) || ts.isParenthesizedTypeNode(type) || ts.isUnionTypeNode(type);
}

function inAll([first = [], ...others]: readonly (readonly Scope[])[]): readonly Scope[] {
  return first.filter((scope) => others.every((other) => other.includes(scope)));
}

/** The file hands the same variable to a type guard: where that says yes, what it has found out may stand in no grant that we see. */
function isCheckedAtRunTime({ ts, questions }: ProgramView, value: ts.Expression): boolean {
  const symbol = ts.isIdentifier(value) ? questions.symbolOf(value) : undefined;
  const pending: ts.Node[] = symbol === undefined ? [] : [value.getSourceFile()];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const isGiven = (argument: ts.Expression): boolean => ts.isIdentifier(argument) && questions.symbolOf(argument) === symbol;
    if (ts.isCallExpression(node) && node.arguments.some(isGiven)) {
      const called = questions.calledDeclaration(node);
      if (called !== undefined && ts.isFunctionLike(called) && called.type !== undefined && ts.isTypePredicateNode(called.type)) {
        return true;
      }
    }
    ts.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  return false;
}
