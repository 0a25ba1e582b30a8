import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { Catalog, CatalogEndpoint } from '../../src/catalogs/catalog.ts';
import type { HttpVerb } from '../../src/catalogs/http-verb.ts';
import { findEndpoints, type PathSegment } from '../../src/catalogs/endpoint-index.ts';
import { parsePathTemplate } from '../../src/catalogs/path-template.ts';
import { runs } from '../support/property-runs.ts';

const catalog = builtInCatalog('uipath') as Catalog;
const endpoints = catalog.endpoints ?? [];

/** Segments of a path; `*` stands for a piece that is not known. */
function segments(path: string): readonly PathSegment[] {
  const parts = path.split('/').slice(1);
  return parts.map((part) => part.split(/(\*)/).filter((piece) => piece !== '').map((piece) => (piece === '*' ? null : piece)));
}

/** Labels of what a request may be: verb, a service if the path names one (`du_`), path. */
function find(request: string, known: Catalog = catalog): string[] {
  const [, verb = '', service, path = ''] = /^(\S+) (?:([a-z]+_))?(\/\S*)$/.exec(request) ?? [];
  const query = { verb: verb === '?' ? null : (verb as HttpVerb), service: service ?? null, segments: segments(path) };
  return findEndpoints(indexCatalog(known), query).map(({ label }) => label);
}

const ODATA = 'UiPath.Server.Configuration.OData';

describe('what a request reaches', () => {
  it.each<[string, string, string[]]>([
    ['a collection', 'GET /odata/Jobs', ['GET /odata/Jobs']],
    ['with its service named', 'GET orchestrator_/odata/Jobs', ['GET /odata/Jobs']],
    ['in another case', 'GET /OData/jobs', ['GET /odata/Jobs']],
    ['with a trailing slash', 'GET /odata/Jobs/', ['GET /odata/Jobs']],
    ['with a doubled slash', 'GET //odata/Jobs', ['GET /odata/Jobs']],
    ['an entity by key', 'GET /odata/Jobs(123)', ['GET /odata/Jobs({key})']],
    ['an entity by a key that is not known', 'GET /odata/Jobs(*)', ['GET /odata/Jobs({key})']],
    ['an entity by a named key', 'GET /odata/Jobs(Id=123)', ['GET /odata/Jobs({key})']],
    ['escaped', 'GET /odata/Jobs%28123%29', ['GET /odata/Jobs({key})']],
    ['with an escape that is none', 'GET /odata/Jobs(%zz)', ['GET /odata/Jobs({key})']],
    ['a quoted key', "DELETE /odata/Processes('a:1.0')", ["DELETE /odata/Processes('{key}')"]],
    ['a function, its argument quoted or not', `GET /odata/Processes/${ODATA}.GetArguments(key=*)`, [
      `GET /odata/Processes/${ODATA}.GetArguments(key='{key}')`,
    ]],
    ['arguments in any order', `GET /odata/Assets/${ODATA}.GetRobotAsset(assetName='a,b',robotId='7')`, [
      `GET /odata/Assets/${ODATA}.GetRobotAsset(robotId='{robotId}',assetName='{assetName}')`,
    ]],
    ['arguments as parameter aliases', `GET /odata/Assets/${ODATA}.GetRobotAsset(robotId=@p1,assetName=@p2)`, [
      `GET /odata/Assets/${ODATA}.GetRobotAsset(robotId='{robotId}',assetName='{assetName}')`,
    ]],
    ['arguments that are not known at all', `GET /odata/Assets/${ODATA}.GetRobotAsset(*)`, [
      `GET /odata/Assets/${ODATA}.GetRobotAsset(robotId='{robotId}',assetName='{assetName}')`,
    ]],
    ['a function with other arguments', `GET /odata/Assets/${ODATA}.GetRobotAsset(robot='7')`, []],
    ['a list as argument', `GET /odata/Users/${ODATA}.Validate(userIds=[1,2])`, [
      `GET /odata/Users/${ODATA}.Validate(userIds=[{userIds}])`,
    ]],
    ['an action on an entity', `POST /odata/Jobs(7)/${ODATA}.StopJob`, [`POST /odata/Jobs({key})/${ODATA}.StopJob`]],
    ['a function without arguments, called', 'GET /odata/Jobs()', ['GET /odata/Jobs']],
    ['a literal before a parameter', 'GET identity_/api/User/users/5', ['GET /identity_/api/User/users/{partitionGlobalId}']],
    ['a parameter where the literal leads nowhere', 'DELETE identity_/api/User/users', ['DELETE /identity_/api/User/{userId}']],
    ['a parameter that is not known', 'GET identity_/api/User/*', ['GET /identity_/api/User/{userId}']],
    ['any verb', '? identity_/api/Setting', ['GET /identity_/api/Setting', 'PUT /identity_/api/Setting']],
    ['another verb', 'PATCH /odata/Jobs', []],
    ['an unknown entity set', 'GET /odata/Nothing', []],
    ['a path that ends early', 'GET /odata', []],
    ['a path that goes on', 'GET /odata/Jobs/1/2', []],
    ['a service that must be named', 'GET /api/framework/projects', []],
    ['a service that is not known', 'GET nothing_/odata/Jobs', []],
    ['a name that is known in part', 'GET /odata/TaskCat*', ['GET /odata/TaskCatalogs', 'GET /odata/TaskCatalogs({key})']],
    ['a set by its end', 'POST /odata/*Schedules', ['POST /odata/ProcessSchedules', 'POST /odata/TestSetSchedules']],
    ['names of a map', 'GET /toString/__proto__', []],
  ])('%s: %s', (_, request, expected) => {
    expect(find(request)).toEqual(expected);
  });

  it('a literal that is not known is any, and a service that is not known is any', () => {
    const sets = find('GET /odata/*');
    expect(sets).toContain('GET /odata/Jobs');
    expect(sets).toContain('GET /odata/Jobs({key})');
    expect(sets.every((label) => /^GET \/odata\/[^/]+$/.test(label))).toBe(true);
    const anywhere = findEndpoints(indexCatalog(catalog), { verb: 'GET', segments: segments('/api/framework/projects') });
    expect(anywhere.map(({ label }) => label)).toEqual(['GET /du_/api/framework/projects']);
  });

  it('the key of an entity is not the call of a function of that name', () => {
    expect(find(`GET /odata/Jobs/${ODATA}.GetByKey(identifier=*)`)).toEqual([`GET /odata/Jobs/${ODATA}.GetByKey(identifier={p1})`]);
    expect(find('GET /odata/Jobs(key')).toEqual([]);
  });

  it('ends for what is no path at all', () => {
    const long = `GET /odata/${'*('.repeat(20_000)}`;
    expect(find(long)).toEqual([]);
    expect(find(`GET /odata/Jobs(${'('.repeat(100_000)})`)).toEqual(['GET /odata/Jobs({key})']);
    expect(find(`GET ${'/*'.repeat(10_000)}`)).toEqual([]);
  });
});

describe('every template', () => {
  it('finds itself, and what is written with other names of parameters', () => {
    const twins = (endpoint: CatalogEndpoint): string[] =>
      endpoints.filter((other) => keyOf(other) === keyOf(endpoint)).map(({ label }) => label);
    for (const endpoint of endpoints) {
      const query = { verb: endpoint.verb, service: endpoint.service ?? null, segments: parsePathTemplate(endpoint.path) ?? [] };
      const found = findEndpoints(indexCatalog(catalog), query).map(({ label }) => label);
      expect({ label: endpoint.label, found }).toEqual({ label: endpoint.label, found: twins(endpoint) });
    }
  });

  it('is found by a value for each of its parameters', () => {
    for (const { label, path, service, verb } of endpoints) {
      const filled = segments(path.replaceAll(/\{\w+\}/g, '42'));
      const found = findEndpoints(indexCatalog(catalog), { verb, service: service ?? null, segments: filled });
      expect(found.map((endpoint) => endpoint.label)).toContain(label);
    }
  });

  const keyOf = ({ verb, service, path }: CatalogEndpoint): string =>
    [verb, service, path.replaceAll(/\{\w+\}/g, '{}').replaceAll("'", '').toLowerCase()].join(' ');
});

/** One segment of a template, and how well each segment of a request fits it: 0 goes before 1; not named: not at all. */
const FITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  jobs: { jobs: 0, JOBS: 0, 'jobs()': 0, '*': 1, 'j*': 0, '*s': 0 },
  tasks: { tasks: 0, '*': 1, '*s': 0 },
  'jobs({key})': { 'jobs(5)': 0, "jobs('a,b')": 0, 'jobs(id=5)': 1, 'jobs(*)': 0, '*': 1, 'j*': 0 },
  'jobs(id={id})': { 'jobs(id=5)': 0, 'jobs(*)': 1, '*': 1, 'j*': 0 },
  'f(p={p},q={q})': { 'f(q=1,p=2)': 0, 'f(*,q=1)': 1, 'f(p=*,q=*)': 0, '*': 1 },
  '{name}.csv': { 'a.csv': 2, '*': 1, '*.csv': 0, 'j*': 0 },
  '{id}': {
    'jobs': 3, 'JOBS': 3, 'jobs()': 3, 'tasks': 3, 'jobs(5)': 3, "jobs('a,b')": 3, 'jobs(id=5)': 3, 'jobs(*)': 3, 'f(q=1,p=2)': 3,
    'f(*,q=1)': 3, 'f(p=*,q=*)': 3, 'f(p=1)': 3, 'a.csv': 3, 'other': 3, '*.csv': 0, 'j*': 0, '*s': 0, '*': 0,
  },
};

describe('the trie', () => {
  it('agrees with trying every template', () => {
    const templates = fc.array(fc.array(fc.constantFrom(...Object.keys(FITS)), { minLength: 1, maxLength: 3 }), { maxLength: 12 });
    const request = fc.array(fc.constantFrom(...Object.keys(FITS['{id}'] ?? {})), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(templates, request, (paths, parts) => {
        const unique = [...new Set(paths.map((path) => `/${path.join('/')}`))];
        expect(find(`GET /${parts.join('/')}`, catalogOf(unique))).toEqual(bestOf(unique, parts).map((path) => `GET ${path}`));
      }),
      { numRuns: runs(2000) },
    );
  });

  /** Segment by segment: those that fit best, unless none of them goes on to the end. What fits equally well is kept apart from there. */
  function bestOf(paths: readonly string[], parts: readonly string[]): string[] {
    const found = new Set(fitting(paths, parts, 1));
    return paths.filter((path) => found.has(path));
  }

  function fitting(paths: readonly string[], parts: readonly string[], depth: number): readonly string[] {
    const part = parts[depth - 1];
    if (part === undefined) {
      return paths.filter((path) => path.split('/').length === depth);
    }
    const segmentOf = (path: string): string => path.split('/')[depth] ?? '';
    const possible = [...new Set(paths.map(segmentOf))];
    const attempts = [0, 1, 2, 3].map((rank) =>
      possible
        .filter((segment) => FITS[segment]?.[part] === rank)
        .flatMap((segment) => fitting(paths.filter((path) => segmentOf(path) === segment), parts, depth + 1)),
    );
    return attempts.find((attempt) => attempt.length > 0) ?? [];
  }

  function catalogOf(paths: readonly string[]): Catalog {
    const entries = paths.map((path): CatalogEndpoint => ({ label: `GET ${path}`, verb: 'GET', path, rows: [] }));
    return { ...catalog, endpoints: entries };
  }
});

describe('parsePathTemplate', () => {
  it.each([
    ['/a/{b}/c({d},e={f})', [['a'], [null], ['c(', null, ',e=', null, ')']]],
    ['/a', [['a']]],
    ['a', undefined],
    ['/', undefined],
    ['', undefined],
    ['/a//b', undefined],
    ['/a/', undefined],
    ['/{a', undefined],
    ['/a}', undefined],
    ['/{}', undefined],
    ['/{{a}}', undefined],
    ['/a?b=c', undefined],
    ['/a#b', undefined],
    ['/a(b&#x3D;{c})', undefined],
  ])('%s', (path, expected) => {
    expect(parsePathTemplate(path)).toEqual(expected);
  });
});
