import { readFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { expect, it } from 'vitest';
import { catalogSchema } from '../../src/catalogs/schema.ts';

it('the published JSON Schema is that of the code (else: npm run build && node scripts/catalogs/write-schema.mjs)', () => {
  const published: unknown = JSON.parse(readFileSync(new URL('../../schemas/catalog.json', import.meta.url), 'utf8'));
  expect(published).toEqual(toJsonSchema(catalogSchema(), { ignoreActions: ['check'] }));
});
