import type { CatalogAdvice, CatalogScope, CatalogScopeChange, CatalogSource } from '../../catalogs/catalog.ts';
import type { CatalogIndex } from '../../catalogs/catalog-index.ts';
import type { Scope } from '../../scopes/requirement.ts';

/** What a source says of a scope besides what it is for, and where. Plain data. */
export type ExplainedRemark = { readonly source: CatalogSource; readonly line?: number } & (
  | { readonly kind: 'api'; readonly name: string; readonly scopes: readonly Scope[] }
  | { readonly kind: 'combination'; readonly name: string }
  | { readonly kind: 'mistake'; readonly wrong: string; readonly right: string }
  /** Of the form, of the evidence, of the provider's own example. */
  | { readonly kind: 'irregular' | 'suspect' | 'too-permissive' }
  | { readonly kind: 'advice'; readonly rule: CatalogAdvice['rule'] }
  | ({ readonly kind: 'change' } & Omit<CatalogScopeChange, 'source' | 'line'>)
);

/** In the order of a reader's questions: where the scope belongs, whether to ask for it, and what happens then. */
export function remarksOnScope(
  { name: scope, irregular, suspect, sources: [source = ''] }: CatalogScope,
  index: CatalogIndex,
): readonly ExplainedRemark[] {
  const { apis = [], combinations, mistakes = [], tooPermissive = [] } = index.catalog;
  const profiles = combinations.filter(({ scopes, until }) => until === undefined && scopes.includes(scope));
  const excesses = tooPermissive.filter((excess) => excess.scope === scope);
  const named = mistakes.filter(({ wrong, right }) => wrong === scope || right.split(' ').includes(scope));
  return [
    ...apis
      .filter(({ scopes }) => scopes.includes(scope))
      .map((api) => ({ kind: 'api' as const, name: api.name, scopes: api.scopes, ...stated(api, index) })),
    ...profiles.map((profile) => ({ kind: 'combination' as const, name: profile.name, ...stated(profile, index) })),
    ...(irregular === true ? [{ kind: 'irregular' as const, ...stated({ source }, index) }] : []),
    ...(suspect === true ? [{ kind: 'suspect' as const, ...stated({ source }, index) }] : []),
    ...excesses.map((excess) => ({ kind: 'too-permissive' as const, ...stated(excess, index) })),
    ...named.map((mistake) => ({ kind: 'mistake' as const, wrong: mistake.wrong, right: mistake.right, ...stated(mistake, index) })),
    ...remarksOnAsking(index),
  ];
}

/** What holds whichever scopes of the provider are asked for. */
export function remarksOnAsking(index: CatalogIndex): readonly ExplainedRemark[] {
  const { advice = [], scopeChanges = [] } = index.catalog;
  return [
    ...advice.map((one) => ({ kind: 'advice' as const, rule: one.rule, ...stated(one, index) })),
    ...scopeChanges.map(({ source, line, ...change }) => ({
      kind: 'change' as const,
      ...change,
      ...stated({ source, ...(line === undefined ? {} : { line }) }, index),
    })),
  ];
}

interface Stated {
  readonly source: string;
  readonly line?: number;
}

function stated({ source, line }: Stated, { catalog }: CatalogIndex): Pick<ExplainedRemark, 'source' | 'line'> {
  return { source: catalog.sources[source] ?? { title: source, locator: '' }, ...(line === undefined ? {} : { line }) };
}
