import { quote } from '../scopes/quote.ts';
import type { Clause, Scope } from '../scopes/requirement.ts';
import { createVocabulary, isSuggestible } from '../scopes/vocabulary.ts';
import type { CatalogFile, RequirementRow } from './catalog.ts';
import type { CatalogPath, ReferenceProblem } from './check-references.ts';

/**
 * What does not keep a catalog from being used, and is most likely a slip: names that do not have the provider's own form, rows and
 * alternatives that say the same twice.
 */
export function checkQuality(catalog: CatalogFile): ReferenceProblem[] {
  return [
    ...checkForm(catalog),
    ...operationsOf(catalog).flatMap(({ rows, path }) => [...checkRepetition(rows, path), ...checkClauses(rows, path)]),
  ];
}

/**
 * Clauses of which there is no least alternative to ask for: all that they name is suspect, retired, a wildcard, or for the provider's own
 * clients only. Such a row may well be a fact.
 */
export function checkAlternatives(catalog: CatalogFile): ReferenceProblem[] {
  const vocabulary = createVocabulary(catalog.scopes, catalog.alwaysAllowed);
  const mayBeAsked = (scope: Scope): boolean =>
    vocabulary.isAlwaysAllowed(scope) || (isSuggestible(vocabulary, scope) && vocabulary.entry(scope)?.replacedBy === undefined);
  return operationsOf(catalog).flatMap(({ rows, path }) =>
    clausesOf(rows, path).flatMap(({ clause, at }) =>
      clause.some(mayBeAsked)
        ? []
        : [{ path: at, message: `has no alternative that a tool may advise to ask for, only ${quote(clause.join(' or '))}` }],
    ),
  );
}

interface LocatedRows {
  readonly rows: readonly RequirementRow[];
  readonly path: CatalogPath;
}

function operationsOf({ methods, endpoints = [] }: CatalogFile): LocatedRows[] {
  return [
    ...methods.map(({ rows }, index) => ({ rows, path: ['methods', index, 'rows'] })),
    ...endpoints.map(({ rows }, index) => ({ rows, path: ['endpoints', index, 'rows'] })),
  ];
}

function clausesOf(rows: readonly RequirementRow[], path: CatalogPath): { readonly clause: Clause; readonly at: CatalogPath }[] {
  return rows.flatMap(({ requires }, index) =>
    (requires ?? []).map((clause, position) => ({ clause, at: [...path, index, 'requires', position] })),
  );
}

function checkClauses(rows: readonly RequirementRow[], path: CatalogPath): ReferenceProblem[] {
  return clausesOf(rows, path).flatMap(({ clause, at }) =>
    new Set(clause).size === clause.length
      ? []
      : [{ path: at, message: `Expected each alternative once, got ${quote(clause.join(' or '))}` }],
  );
}

function checkForm({ scopes, permissions, grammar }: CatalogFile): ReferenceProblem[] {
  const regular = scopes.map(({ name, irregular }) => (irregular === true ? undefined : name));
  const names = permissions.map(({ name }) => name);
  return [
    ...checkNames(regular, 'scopes', grammar.token, '; say "irregular" of a scope that breaks the rule'),
    ...(grammar.permission === undefined ? [] : checkNames(names, 'permissions', grammar.permission, '')),
  ];
}

function checkNames(names: readonly (string | undefined)[], section: string, form: string, advice: string): ReferenceProblem[] {
  const pattern = new RegExp(form);
  return names.flatMap((name, index) =>
    name === undefined || pattern.test(name)
      ? []
      : [{ path: [section, index, 'name'], message: `Expected the form ${form}, got ${quote(name)}${advice}` }],
  );
}

function checkRepetition(rows: readonly RequirementRow[], path: CatalogPath): ReferenceProblem[] {
  const seen = new Set<string>();
  return rows.flatMap(({ requires, since, until, source }, index) => {
    const key = JSON.stringify([requires?.map((clause) => [...clause].sort()), since, until, source]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew ? [] : [{ path: [...path, index], message: `Expected each row once, got what ${quote(source)} says already` }];
  });
}
