import { readFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { manifestSchema } from '../../src/grants/manifest-schema.ts';
import { readManifestFile } from '../../src/grants/manifest-file.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const published = JSON.parse(read('schemas/manifest.json')) as object;

describe('the published JSON Schema', () => {
  it('is that of the code (else: npm run build && node scripts/write-manifest-schema.mjs)', () => {
    expect(published).toEqual(toJsonSchema(manifestSchema(), { ignoreActions: ['check'] }));
  });

  it('says of every property what it is for, which an editor shows', () => {
    expect(undescribed(published, '')).toEqual([]);
  });

  it('refuses what reading refuses, and takes what it takes', () => {
    const validate = new Ajv().compile(published);
    const application = { name: 'a', provider: 'uipath', scopes: ['PIMS', { scope: 'OR.Jobs', endpoints: ['GET /odata/Jobs'] }] };
    const manifests: readonly unknown[] = [
      { applications: [application] },
      { version: 1, catalogs: ['./acme.json'], applications: [], restricted: ['PIMS', { scope: 'OR.Jobs', allowWithReason: true }] },
      { version: 2, applications: [] },
      { applications: [{ ...application, nextreview: '2026-06' }] },
      { applications: [{ ...application, nextReview: 'June' }] },
      { applications: [{ ...application, environments: { test: { scopes: ['PIMS'] } }, needs: { widgets: ['PIMS'] } }] },
      { applications: [{ ...application, needs: { './src/legacy/**': ['PIMS'], '../a/[id].ts': [], '@acme/widgets': [] } }] },
      { applications: [{ ...application, needs: { 'src/a.ts': ['PIMS'] } }] },
      { applications: [{ ...application, environments: { test: [] } }] },
      { applications: [{ ...application, changes: [{ date: '2026-03', added: ['PIMS'], reason: '' }] }] },
      { applications: [{ ...application, scopes: [{ usedFor: 'x' }] }] },
      { applications: [{ ...application, name: '' }] },
      [],
    ];
    for (const manifest of manifests) {
      const { problems } = readManifestFile(JSON.stringify(manifest), '/app/oauth-scopes.json');
      expect([manifest, validate(manifest)]).toEqual([manifest, problems.length === 0]);
    }
  });
});

/** Paths of the properties, and of what may stand in a list or behind any name, that have no description. */
function undescribed(schema: object, path: string): readonly string[] {
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null) {
      return [];
    }
    const inner = Object.entries(value as Readonly<Record<string, object>>);
    return key === 'properties'
      ? inner.flatMap(([name, one]) => [...('description' in one ? [] : [`${path}.${name}`]), ...undescribed(one, `${path}.${name}`)])
      : undescribed(value, `${path}.${key}`);
  });
}
