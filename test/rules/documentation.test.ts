import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Linter, Rule } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../index.ts';
import { lintApplication } from './support/lint-application.ts';
import { readExamples } from './support/read-examples.ts';
import { readOptionBlocks } from './support/read-option-blocks.ts';

const root = resolve(import.meta.dirname, '../..');
const rules = Object.entries(plugin.rules ?? {}) as [string, Rule.RuleModule][];

function read(path: string): string {
  return readFileSync(resolve(root, path), 'utf8');
}

// Title, description, notices and the table of options of each page, and the table in the README, are held by `npm run check:docs`.
describe('every rule', () => {
  it('has a file, a test, a page, and an entry in the index', () => {
    const names = rules.map(([name]) => name).sort();
    const namesOf = (folder: string, suffix: string): string[] =>
      readdirSync(resolve(root, folder))
        .filter((file) => file.endsWith(suffix))
        .map((file) => file.slice(0, -suffix.length))
        .sort();
    expect(namesOf('rules', '.ts')).toEqual(names);
    expect(namesOf('test/rules', '.test.ts')).toEqual(expect.arrayContaining(names));
    expect(namesOf('docs/rules', '.md')).toEqual(names);
  });

  it('stands in the README', () => {
    const readme = read('README.md');
    const names = rules.map(([name]) => name);
    expect(names.filter((name) => !readme.includes(`[${name}](docs/rules/${name}.md)`))).toEqual([]);
  });
});

describe.each(rules)('the page of %s', (name, { meta }) => {
  const page = read(`docs/rules/${name}.md`);
  const examples = readExamples(page);

  it('is where the rule says that it is', () => {
    expect(meta?.docs?.url).toMatch(new RegExp(`/docs/rules/${name}\\.md$`));
  });

  it.each(examples.map((example) => [`${example.kind.toLowerCase()}, line ${example.line}`, example] as const))(
    '%s',
    async (_title, { kind, files }) => {
      const { reports } = await lintApplication(files, { preset: 'strict' });
      const own = reports.filter(({ rule }) => rule === `oauth-scopes/${name}`);
      expect(reports.filter(({ rule }) => rule === null)).toEqual([]);
      expect(own.length > 0).toBe(kind === 'Incorrect');
    },
  );

  it('has examples of both kinds, and no code beside them whose file is not named', () => {
    expect(new Set(examples.map(({ kind }) => kind)).size).toBe(2);
    const [shown] = /^## Incorrect\n[\s\S]*?^## Correct\n[\s\S]*?(?=^## |$(?![\s\S]))/m.exec(page) ?? [];
    expect(shown).toMatch(/^```\w+ \S+$/m);
    expect(shown?.match(/^```\w+$/gm)).toBeNull();
  });

  // ESLint refuses options that the schema does not have, and our rules refuse settings that there are not.
  it('shows options and settings that are accepted', async () => {
    const blocks = await readOptionBlocks(page);
    const hasOptions = !(Array.isArray(meta?.schema) && meta.schema.length === 0);
    expect(page.includes('\n## Options\n')).toBe(hasOptions);
    expect(blocks.some((block) => 'rules' in block)).toBe(hasOptions);
    for (const { rules: chosen, settings } of blocks) {
      expect(Object.keys(chosen ?? {}).filter((key) => key !== `oauth-scopes/${name}`)).toEqual([]);
      const config: Linter.Config[] = [
        { files: ['**/*.ts'], plugins: { 'oauth-scopes': plugin }, rules: chosen ?? { [`oauth-scopes/${name}`]: 'error' } },
      ];
      const { reports } = await lintApplication({ 'src/empty.ts': 'export {};\n' }, { config, ...(settings === undefined ? {} : { settings }) });
      expect(reports.filter(({ rule }) => rule === null)).toEqual([]);
    }
  });
});
