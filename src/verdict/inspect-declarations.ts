import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Declaration } from '../grants/declaration.ts';
import { placeInText } from '../grants/located-text.ts';
import { isTemplate } from '../grants/read-declarations.ts';
import { inspectScopeString, type Inspection, type Problem } from '../scopes/inspect.ts';
import type { Scope } from '../scopes/requirement.ts';
import type { Finding } from './finding.ts';
import { describeProblem } from './problem-messages.ts';

/**
 * What is wrong with the scope strings themselves, in the order of the declarations and within them.
 *
 * @param kept scopes that stay although another one implies them: it is that one which is too much
 */
export function inspectDeclarations(
  declarations: readonly Declaration[],
  index: CatalogIndex,
  kept: ReadonlySet<Scope> = new Set(),
): readonly Finding[] {
  return declarations.flatMap((declaration) =>
    inspectDeclaration(declaration, index)
      .problems.filter((problem) => !isTemplate(declaration) || !isUnfilled(problem))
      .filter((problem) => problem.reason !== 'implied' || !kept.has(problem.scope))
      .map((problem) => toFinding(problem, declaration, index.catalog.title)),
  );
}

/** What a declaration means and what is wrong with it. Kept with the declaration, per catalog. */
export function inspectDeclaration(declaration: Declaration, index: CatalogIndex): Inspection {
  const ofCatalogs = inspections.get(declaration) ?? new Map<CatalogIndex, Inspection>();
  inspections.set(declaration, ofCatalogs);
  const inspection = ofCatalogs.get(index) ?? inspectScopeString(declaration.text, index.vocabulary, index.grammar);
  ofCatalogs.set(index, inspection);
  return inspection;
}

const inspections = new WeakMap<Declaration, Map<CatalogIndex, Inspection>>();

/** The scopes that a declaration means to hold, without repeats, in its order. */
export function heldScopes(declaration: Declaration, index: CatalogIndex): readonly Scope[] {
  return [...new Set(inspectDeclaration(declaration, index).tokens.map((token) => token.text))];
}

/** Nobody knows what belongs where a placeholder or nothing stands. */
export function isUnfilled({ reason }: Problem): boolean {
  return reason === 'placeholder' || reason === 'empty';
}

const RULES: Readonly<Record<Problem['kind'], string>> = {
  malformed: 'no-malformed-scope',
  unknown: 'no-unknown-scope',
  duplicate: 'no-duplicate-scope',
};

function toFinding(problem: Problem, declaration: Declaration, provider: string): Finding {
  const suggestion = problem.suggestions.find((candidate) => candidate.scope !== undefined)?.scope;
  return {
    rule: RULES[problem.kind],
    kind: problem.kind,
    scope: problem.scope,
    ...(suggestion === undefined ? {} : { suggestion }),
    place: placeInText(declaration, problem.start, problem.end, declaration.place),
    message: describeProblem(problem, declaration.text, provider),
  };
}
