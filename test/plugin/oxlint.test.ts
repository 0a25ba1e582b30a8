import { afterEach, expect, it, vi } from 'vitest';
import plugin from '../../index.ts';

afterEach(() => vi.restoreAllMocks());

/** As a linter sees them: what oxlint 1.94 and ESLint give to rules, as far as ours ask. */
function runOn(file: string, parser: object): void {
  for (const [name, rule] of Object.entries(plugin.rules ?? {})) {
    const sourceCode = { text: 'export {};\n', ast: { type: 'Program', body: [] }, parserServices: Object.freeze({}) };
    const context = { id: `oauth-scopes/${name}`, options: [{}], filename: file, cwd: import.meta.dirname, settings: {}, languageOptions: { parser }, sourceCode };
    const { Program } = rule.create(context as never) as { readonly Program?: (node: object) => void };
    Program?.(sourceCode.ast);
  }
}

async function written(act: () => void): Promise<readonly string[]> {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  act();
  await Promise.resolve();
  return write.mock.calls.map(([text]) => String(text));
}

it('says nothing in ESLint about files without types', async () => {
  expect(await written(() => runOn('/application/src/use.ts', { meta: { name: 'espree' } }))).toEqual([]);
});

it('says once in oxlint which rules can report nothing, however many files there are', async () => {
  const lines = await written(() => ['first', 'second', 'third'].forEach((name) => runOn(`/application/src/${name}.ts`, { name: 'oxlint' })));
  expect(lines).toEqual([
    'eslint-plugin-oauth-scopes: oxlint has no types for plugins and lints no JSON, so that consistent-scopes, no-forged-grant, no-missing-scope, ' +
      'no-overdue-review, no-unmapped-call, no-unresolved-scope, no-unused-scope, prefer-narrow-scope, require-scope-rationale, valid-manifest ' +
      'report nothing. `npx oauth-scopes check` says what they would.\n',
  ]);
});
