import type { ESLint, Linter } from 'eslint';
import consistentScopes from './rules/consistent-scopes.ts';
import noDuplicateScope from './rules/no-duplicate-scope.ts';
import noForgedGrant from './rules/no-forged-grant.ts';
import noMalformedScope from './rules/no-malformed-scope.ts';
import noMissingScope from './rules/no-missing-scope.ts';
import noOverdueReview from './rules/no-overdue-review.ts';
import noRestrictedScope from './rules/no-restricted-scope.ts';
import noUnknownScope from './rules/no-unknown-scope.ts';
import noUnmappedCall from './rules/no-unmapped-call.ts';
import noUnresolvedScope from './rules/no-unresolved-scope.ts';
import noUnusedScope from './rules/no-unused-scope.ts';
import preferNarrowScope from './rules/prefer-narrow-scope.ts';
import requireScopeRationale from './rules/require-scope-rationale.ts';
import validManifest from './rules/valid-manifest.ts';
import { createConfig, namespace } from './rules/utils/create-config.ts';
import { environmentLanguage } from './rules/utils/environment-language.ts';
import { packageInfo } from './rules/utils/package-info.ts';

/** What `import oauthScopes from 'eslint-plugin-oauth-scopes'` gives. */
export interface OAuthScopesPlugin extends ESLint.Plugin {
  readonly configs: {
    /** The rules that report what is shown to be wrong; those that only make a review easier warn. */
    readonly recommended: Linter.Config[];
    /** The rules of `recommended` that need no type information: for oxlint, and wherever else there is none. */
    readonly untyped: Linter.Config[];
    /** Every rule as an error. */
    readonly strict: Linter.Config[];
  };
}

const rules = {
  'consistent-scopes': consistentScopes,
  'no-duplicate-scope': noDuplicateScope,
  'no-forged-grant': noForgedGrant,
  'no-malformed-scope': noMalformedScope,
  'no-missing-scope': noMissingScope,
  'no-overdue-review': noOverdueReview,
  'no-restricted-scope': noRestrictedScope,
  'no-unknown-scope': noUnknownScope,
  'no-unmapped-call': noUnmappedCall,
  'no-unresolved-scope': noUnresolvedScope,
  'no-unused-scope': noUnusedScope,
  'prefer-narrow-scope': preferNarrowScope,
  'require-scope-rationale': requireScopeRationale,
  'valid-manifest': validManifest,
};

const base = {
  meta: { name: packageInfo.name, version: packageInfo.version, namespace },
  // The rule types of typescript-eslint and those of ESLint describe the same objects and are not assignable to each other.
  rules: rules as unknown as NonNullable<ESLint.Plugin['rules']>,
  // In no shared config: formatters and caches keep what is linted, and an .env file holds secrets.
  languages: { dotenv: environmentLanguage as unknown as NonNullable<ESLint.Plugin['languages']>[string] },
};

const plugin: OAuthScopesPlugin = Object.assign(base, {
  configs: {
    recommended: createConfig('recommended', base, rules, (docs) => docs?.recommended),
    untyped: createConfig('untyped', base, rules, (docs) =>
      docs?.requiresTypeChecking === true ? undefined : docs?.recommended,
    ),
    strict: createConfig('strict', base, rules, () => 'error'),
  },
});

// The second name is what `require()` returns.
export { plugin as default, plugin as 'module.exports' };
