import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Rule } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../index.ts';
import { lintApplication } from './support/lint-application.ts';
import { readExamples } from './support/read-examples.ts';

const root = resolve(import.meta.dirname, '../..');
const rules = Object.entries(plugin.rules ?? {}) as [string, Rule.RuleModule][];

function read(path: string): string {
  return readFileSync(resolve(root, path), 'utf8');
}

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
  const docs = meta?.docs as { description: string; url: string; recommended?: string; requiresTypeChecking?: boolean };

  it('says what the rule says of itself', () => {
    const [title, , description, , notice = ''] = page.split('\n');
    expect(title).toBe(`# ${name}`);
    expect(description?.toLowerCase()).toBe(`${docs.description}.`.toLowerCase());
    expect(notice.includes('🔧')).toBe(meta?.fixable !== undefined);
    expect(notice.includes('💡')).toBe(meta?.hasSuggestions === true);
    expect(notice.includes('💭')).toBe(docs.requiresTypeChecking === true);
    expect(notice).toContain(
      docs.recommended === undefined ? '`error` in `strict`, not in `recommended`' : `\`${docs.recommended}\` in \`recommended\``,
    );
    expect(page).toContain('## Options');
    expect(page).toContain('## When not to use it');
    expect(docs.url).toMatch(new RegExp(`/docs/rules/${name}\\.md$`));
  });

  it.each(readExamples(page).map((example) => [`${example.kind.toLowerCase()}, line ${example.line}`, example] as const))(
    '%s',
    async (_title, { kind, files }) => {
      const { reports } = await lintApplication(files, { preset: 'strict' });
      const own = reports.filter(({ rule }) => rule === `oauth-scopes/${name}`);
      expect(reports.filter(({ rule }) => rule === null)).toEqual([]);
      expect(own.length > 0).toBe(kind === 'Incorrect');
    },
  );

  it('has examples of both kinds', () => {
    expect(new Set(readExamples(page).map(({ kind }) => kind)).size).toBe(2);
  });
});
