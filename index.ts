import type { ESLint, Linter } from 'eslint';
import noDuplicateScope from './rules/no-duplicate-scope.ts';
import noMalformedScope from './rules/no-malformed-scope.ts';
import noMissingScope from './rules/no-missing-scope.ts';
import noUnknownScope from './rules/no-unknown-scope.ts';
import noUnusedScope from './rules/no-unused-scope.ts';
import { createConfig, namespace } from './rules/utils/create-config.ts';
import { packageInfo } from './rules/utils/package-info.ts';

/** What `import oauthScopes from 'eslint-plugin-oauth-scopes'` gives. */
export interface OAuthScopesPlugin extends ESLint.Plugin {
  readonly configs: {
    /** Every rule; `no-unused-scope` warns. */
    readonly recommended: Linter.Config[];
    /** Every rule as an error. */
    readonly strict: Linter.Config[];
  };
}

const rules = {
  'no-duplicate-scope': noDuplicateScope,
  'no-malformed-scope': noMalformedScope,
  'no-missing-scope': noMissingScope,
  'no-unknown-scope': noUnknownScope,
  'no-unused-scope': noUnusedScope,
};

const base = {
  meta: { name: packageInfo.name, version: packageInfo.version, namespace },
  // The rule types of typescript-eslint and those of ESLint describe the same objects and are not assignable to each other.
  rules: rules as unknown as NonNullable<ESLint.Plugin['rules']>,
};

const plugin: OAuthScopesPlugin = Object.assign(base, {
  configs: {
    recommended: createConfig('recommended', base, rules, (docs) => docs?.recommended ?? 'error'),
    strict: createConfig('strict', base, rules, () => 'error'),
  },
});

// The second name is what `require()` returns.
export { plugin as default, plugin as 'module.exports' };
