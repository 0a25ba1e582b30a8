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
 * @param spared see `sparedDuplicates`
 */
export function inspectDeclarations(
  declarations: readonly Declaration[],
  index: CatalogIndex,
  spared: ReadonlySet<Scope> = new Set(),
): readonly Finding[] {
  return declarations.flatMap((declaration) =>
    inspectDeclaration(declaration, index)
      .problems.filter((problem) => !isTemplate(declaration) || !isUnfilled(problem))
      .filter((problem) => problem.reason !== 'implied' || !spared.has(problem.scope))
      .map((problem) => toFinding(problem, declaration, index.catalog.title)),
  );
}

/**
 * Scopes of which it is not said that another one implies them, because the calls say more: narrowing keeps them, or no call needs them at
 * all.
 * @param findings of the calls
 */
export function sparedDuplicates(findings: readonly Finding[]): ReadonlySet<Scope> {
  return new Set(
    // The narrower scope that is to stay is the suggestion.
    findings.flatMap(({ kind, scope, suggestion }) => (kind === 'narrow' || kind === 'unused' ? [suggestion ?? scope] : [])),
  );
}

/** What a declaration means and what is wrong with it. Kept with the declaration, per catalog. */
export function inspectDeclaration(declaration: Declaration, index: CatalogIndex): Inspection {
  const ofCatalogs = inspections.get(declaration) ?? new Map<CatalogIndex, Inspection>();
  inspections.set(declaration, ofCatalogs);
  const inspection =
    ofCatalogs.get(index) ??
    (isEmptyList(declaration) ? NOTHING_HELD : inspectScopeString(declaration.text, index.vocabulary, index.grammar));
  ofCatalogs.set(index, inspection);
  return inspection;
}

const inspections = new WeakMap<Declaration, Map<CatalogIndex, Inspection>>();

const NOTHING_HELD: Inspection = { tokens: [], problems: [] };

/** An empty list is no empty string: an application of the manifest may hold nothing. */
function isEmptyList({ kind, text }: Declaration): boolean {
  return kind === 'manifest' && text === '';
}

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
  const suggestion = problem.suggestions[0]?.scope;
  return {
    rule: RULES[problem.kind],
    kind: problem.kind,
    scope: problem.scope,
    ...(suggestion === undefined ? {} : { suggestion }),
    place: placeInText(declaration, problem.start, problem.end, declaration.place),
    message: describeProblem(problem, declaration.text, provider),
  };
}
