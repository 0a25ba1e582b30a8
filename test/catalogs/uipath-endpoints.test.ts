import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { Catalog, CatalogEndpoint } from '../../src/catalogs/catalog.ts';
import type { HttpVerb } from '../../src/catalogs/http-verb.ts';
import { findEndpoints } from '../../src/catalogs/endpoint-index.ts';
import { newestRow } from '../../src/catalogs/rows-in-force.ts';
import type { Requirement } from '../../src/scopes/requirement.ts';

interface Fact {
  readonly verb: HttpVerb;
  readonly service: string;
  readonly path: string;
  readonly requires: Requirement | null;
  readonly refusesOAuth?: true;
  readonly permissions?: readonly (readonly string[])[];
  readonly byHand?: true;
}

const catalog = builtInCatalog('uipath') as Catalog;
const index = indexCatalog(catalog);
const file = new URL('../fixtures/endpoints/uipath.json', import.meta.url);
const facts = (JSON.parse(readFileSync(file, 'utf8')) as { rows: Fact[] }).rows;

/** What the catalog finds for a path of the facts, with a value for each parameter; some of the sources escape for HTML. */
function found({ verb, service, path }: Fact): readonly CatalogEndpoint[] {
  const filled = path.replaceAll('&#x3D;', '=').replaceAll(/\{\w+\}/g, '42');
  return findEndpoints(index, { verb, service, segments: filled.split('/').map((segment) => [segment]) });
}

const endpoint = (label: string): CatalogEndpoint => index.operation(label) as CatalogEndpoint;

/** Requirements with their confidence, newest last. */
const stated = (label: string): unknown => endpoint(label).rows.map(({ requires, confidence }) => [requires, confidence]);

describe('the endpoints', () => {
  it('are those of the sources: 516 of Orchestrator and one that two versions differ on, 33, 31 and 9 of the other services', () => {
    const count = (service: string): number => facts.filter((fact) => fact.service === service).length;
    expect(['orchestrator_', 'identity_', 'du_', 'testmanager_'].map(count)).toEqual([517, 33, 31, 9]);
  });

  it.each([...new Set(facts.map(({ service }) => service))])('of %s need what the source says', (service) => {
    for (const fact of facts.filter((candidate) => candidate.service === service)) {
      const all = found(fact);
      const rows = all.flatMap((one) => one.rows).filter(({ confidence }) => confidence === (fact.byHand ? 'inferred' : 'exact'));
      const refuses = all.some(({ refusesOAuth }) => refusesOAuth === true);
      expect({ fact, requires: rows.map(({ requires }) => requires) }).toEqual({
        fact,
        requires: expect.arrayContaining([fact.requires]) as unknown,
      });
      expect({ fact, refuses }).toEqual({ fact, refuses: fact.refusesOAuth === true });
      if (fact.permissions !== undefined) {
        expect({ fact, permissions: all[0]?.permissions }).toEqual({ fact, permissions: fact.permissions });
      }
    }
  });

  it('say nothing exact that no source says', () => {
    const known = new Set(facts.filter(({ byHand }) => byHand !== true).flatMap((fact) => found(fact).map(({ label }) => label)));
    const exact = (catalog.endpoints ?? []).filter(({ rows }) => rows.some(({ confidence }) => confidence === 'exact'));
    expect(exact.filter(({ label }) => !known.has(label))).toEqual([]);
  });

  it('stand once, also where one source escapes what another writes out', () => {
    const keys = (catalog.endpoints ?? []).map(({ verb, service, path }) => `${verb} ${service}${path.replaceAll(/['\s]|\{\w+\}/g, '')}`);
    expect(keys.filter((key, position) => keys.indexOf(key) !== position)).toEqual([]);
    expect(keys.filter((key) => key.includes('&'))).toEqual([]);
  });

  it('keep "states no scope" apart from "does not answer to OAuth", and neither needs none', () => {
    const silent = (catalog.endpoints ?? []).filter(({ rows }) => rows.some(({ requires }) => requires === null));
    expect(silent.filter(({ refusesOAuth }) => refusesOAuth === true)).toHaveLength(8);
    expect(silent.filter(({ refusesOAuth }) => refusesOAuth !== true)).toHaveLength(8 + 15);
    expect((catalog.endpoints ?? []).filter(({ rows }) => rows.some(({ requires }) => requires?.length === 0))).toEqual([]);
  });
});

describe('endpoints on which sources differ', () => {
  it.each([
    ['GET /odata/Buckets', 'OR.Administration.Read', 'OR.Buckets.Read', 'exact'],
    ['GET /api/Buckets/{id}/ListFiles', 'OR.Administration.Read', 'OR.Buckets.Read', 'exact'],
    ['POST /odata/Buckets', 'OR.Administration.Write', 'OR.Buckets.Write', 'inferred'],
  ])('case 56: %s has both rows, with the day of the change', (label, before, after, confidence) => {
    expect(endpoint(label).rows).toMatchObject([
      { requires: [['OR.Administration', before]], until: '2026-05-13', confidence: 'exact' },
      { requires: [['OR.Buckets', after]], since: '2026-05-13', confidence },
    ]);
  });

  it('two versions of one definition', () => {
    expect(endpoint('POST /tasks/AppTasks/CreateAppTask').rows).toMatchObject([
      { requires: [['OR.Tasks', 'OR.Tasks.Write']], until: '2025-09-03', source: 'orchestrator-openapi-18.0' },
      {
        requires: [['JamJamApi', 'JamJamApi.Write'], [expect.anything(), expect.anything()], ['OR.Tasks', 'OR.Tasks.Write']],
        since: '2025-09-03',
      },
    ]);
  });

  it('case 57: a page written by hand never replaces a definition, and what only it says is inferred', () => {
    expect(stated('GET /odata/Roles')).toEqual([
      [[['OR.Roles', 'OR.Roles.Read']], 'inferred'],
      [[['OR.Users', 'OR.Users.Read']], 'exact'],
    ]);
    expect(stated('GET /odata/ApiTriggers')).toEqual([
      [[['OR.Jobs', 'OR.Jobs.Read']], 'inferred'],
      [[['OR.Execution', 'OR.Execution.Read']], 'inferred'],
    ]);
    expect(stated('DELETE /odata/Assets({key})')).toEqual([[[['OR.Assets', 'OR.Assets.Write']], 'exact']]);
  });

  it('what a method of the SDK calls, where no definition says more, is inferred', () => {
    expect(stated('GET /pims_/api/v1/instances')).toEqual([[[['PIMS']], 'inferred']]);
    expect(stated(`GET /odata/Jobs/UiPath.Server.Configuration.OData.GetByKey(identifier={p1})`)).toEqual([
      [[['OR.Jobs', 'OR.Jobs.Read']], 'inferred'],
    ]);
  });
});

it('the thread of the seed: GET Releases and POST StartJobs', () => {
  expect(newestRow(endpoint('GET /odata/Releases'))?.requires).toEqual([['OR.Execution', 'OR.Execution.Read']]);
  const startJobs = endpoint('POST /odata/Jobs/UiPath.Server.Configuration.OData.StartJobs');
  expect(newestRow(startJobs)?.requires).toEqual([['OR.Jobs', 'OR.Jobs.Write']]);
});
