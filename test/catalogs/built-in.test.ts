import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { builtInHeaders, providers } from '../../src/catalogs/built-in.ts';
import { builtInFile } from '../support/built-in-file.ts';

it.each(providers())('the header of %s is that of its catalog (else run the script that builds the catalog)', (provider) => {
  const header = builtInHeaders().find((one) => one.provider === provider);
  expect(header).toBeDefined();
  expect(builtInFile(provider)).toMatchObject({ ...header });
});

it('headers are a small part of what they stand for', () => {
  const size = (name: string): number => readFileSync(new URL(`../../src/catalogs/data/${name}.json`, import.meta.url)).length;
  const whole = providers().reduce((sum, provider) => sum + size(provider), 0);
  expect(size('headers')).toBeLessThan(whole / 20);
});
