import { defineConfig } from 'eslint/config';
import oauthScopes from 'eslint-plugin-oauth-scopes';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  oauthScopes.configs.recommended,
);
