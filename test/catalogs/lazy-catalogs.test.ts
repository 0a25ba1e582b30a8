import * as files from 'node:fs';
import { expect, it, vi } from 'vitest';
import { builtInCatalog, providers } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof files>();
  return { ...real, readFileSync: vi.fn(real.readFileSync) };
});

const read = (): string[] => vi.mocked(files.readFileSync).mock.calls.map(([file]) => String(file).replace(/.*\//, ''));

it('a provider costs nothing until its tables are looked at', () => {
  const catalogs = providers().flatMap((provider) => builtInCatalog(provider) ?? []);
  const indexes = catalogs.map(indexCatalog);
  expect(catalogs.map(({ sdk, requests }) => [sdk?.package, requests.hosts.length > 0])).not.toEqual([]);
  expect(read()).toEqual(['headers.json']);
  expect(indexes.find(({ catalog }) => catalog.provider === 'uipath')?.vocabulary.has('OR.Jobs')).toBe(true);
  expect(read()).toEqual(['headers.json', 'uipath.json']);
});
