import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { expect, it } from 'vitest';
import { readManifestFile } from '../../src/grants/manifest-file.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = read('docs/manifest.md');
const [, example = ''] = /```json oauth-scopes\.json\n([\s\S]*?)```/.exec(page) ?? [];
const schema = JSON.parse(read('schemas/manifest.json')) as object;

it('the example of the documentation is valid, for a reader and for an editor', () => {
  const { manifest, problems } = readManifestFile(example, '/app/oauth-scopes.json');
  expect(problems).toEqual([]);
  expect(new Ajv().validate(schema, JSON.parse(example))).toBe(true);
  expect(manifest?.applications[0]?.changes.map(({ date, added, removed }) => [date.text, added, removed])).toEqual([
    ['2026-03-01', ['conversations:call:control'], []],
    ['2026-01-15', ['users:readonly'], ['users:manage']],
    ['2025-11-20', ['conversations:readonly'], []],
  ]);
});

it('the documentation tells of every property', () => {
  const named = propertiesIn(schema).filter((name) => name !== '$schema');
  expect(named.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  expect(named.filter((name) => name !== 'catalogs' && !example.includes(`"${name}"`))).toEqual([]);
});

function propertiesIn(part: object): readonly string[] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    const inner = typeof value === 'object' && value !== null ? propertiesIn(value) : [];
    return key === 'properties' ? [...Object.keys(value as object), ...inner] : inner;
  });
}
