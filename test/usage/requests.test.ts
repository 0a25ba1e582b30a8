import { describe, expect, it } from 'vitest';
import { toldOf, toldOfCode } from './requests-of.ts';

const base = "const base = 'https://cloud.uipath.com/acme/dev/orchestrator_';\n";

/** What the code takes for granted. */
function withBase(code: string): string {
  const env = 'declare const process: { env: Record<string, string | undefined> };\n';
  return `${code.includes('process.') ? env : ''}${code.includes('base') ? base : ''}${code}`;
}

describe('requests: where the verb comes from', () => {
  it.each([
    ['nothing is said', 'await fetch(`${base}/odata/Jobs`);', ['fetch: GET /odata/Jobs']],
    ['case 32: a literal', "await fetch(`${base}/odata/Releases`, { method: 'POST' });", ['fetch: POST /odata/Releases']],
    ['case 32: lower case', "await fetch(`${base}/odata/Releases`, { method: 'post' });", ['fetch: POST /odata/Releases']],
    ['case 32: a const', "const verb = 'POST'; await fetch(`${base}/odata/Releases`, { method: verb });", ['fetch: POST /odata/Releases']],
    [
      'case 32: a ternary needs both',
      "declare const isNew: boolean; await fetch(`${base}/odata/Releases(5)`, { method: isNew ? 'PUT' : 'DELETE' });",
      ['fetch: PUT /odata/Releases({key})', 'fetch: DELETE /odata/Releases({key})'],
    ],
    [
      'case 32: an options variable',
      "const options = { method: 'POST', body: '{}' }; await fetch(`${base}/odata/Releases`, options);",
      ['fetch: POST /odata/Releases'],
    ],
    [
      'case 32: a spread of a const object',
      "const common = { method: 'POST' }; await fetch(`${base}/odata/Releases`, { ...common, body: '{}' });",
      ['fetch: POST /odata/Releases'],
    ],
    [
      'case 32: a spread of something unknown',
      'declare const given: RequestInit; await fetch(`${base}/odata/Releases`, { ...given });',
      ['fetch: ? GET /odata/Releases', 'fetch: ? POST /odata/Releases'],
    ],
    [
      'case 32: a property whose type allows two',
      "declare const o: { method: 'PUT' | 'DELETE' }; await fetch(`${base}/odata/Releases(5)`, { method: o.method });",
      ['fetch: PUT /odata/Releases({key})', 'fetch: DELETE /odata/Releases({key})'],
    ],
    [
      'a Request',
      "await fetch(new Request(`${base}/odata/Releases`, { method: 'POST' }));",
      ['fetch: POST /odata/Releases'],
    ],
  ])('%s', (_, code, told) => {
    expect(toldOfCode(base + code)).toEqual(told);
  });
});

describe('requests: where the address comes from', () => {
  it.each([
    ['case 33: a const', "const url = base + '/odata/Jobs'; await fetch(url);", ['fetch: GET /odata/Jobs']],
    ['case 33: new URL', "await fetch(new URL('orchestrator_/odata/Jobs', 'https://cloud.uipath.com/a/b/'));", ['fetch: GET /odata/Jobs']],
    [
      'case 33: a URL whose query is set later',
      "const url = new URL(`${base}/odata/Jobs`); url.searchParams.set('$top', '5'); await fetch(url.toString());",
      ['fetch: GET /odata/Jobs'],
    ],
    ['case 33: href', "const url = new URL('/a/b/orchestrator_/odata/Jobs', 'https://cloud.uipath.com'); await fetch(url.href);", ['fetch: GET /odata/Jobs']],
    ['case 33: join', "await fetch([base, 'odata', 'Jobs'].join('/'));", ['fetch: GET /odata/Jobs']],
    ['a query', 'declare const f: string; await fetch(`${base}/odata/Jobs?$filter=${f}&$top=5#x`);', ['fetch: GET /odata/Jobs']],
    ['a key', 'declare const id: number; await fetch(`${base}/odata/Jobs(${id})`);', ['fetch: GET /odata/Jobs({key})']],
    [
      'an action on a key',
      "await fetch(`${base}/odata/Jobs(123)/UiPath.Server.Configuration.OData.StopJob`, { method: 'POST' });",
      ['fetch: POST /odata/Jobs({key})/UiPath.Server.Configuration.OData.StopJob'],
    ],
    [
      'an encoded parameter',
      'declare const id: string; await fetch(`${base}/api/Buckets/${encodeURIComponent(id)}/ListFiles`);',
      ['fetch: GET /api/Buckets/{id}/ListFiles'],
    ],
    ['two paths', "declare const b: boolean; await fetch(base + (b ? '/odata/Jobs' : '/odata/Releases'));", ['fetch: GET /odata/Jobs', 'fetch: GET /odata/Releases']],
    ['a host that the environment names', 'await fetch(`${process.env.HOST}/${process.env.ORG}/t/orchestrator_/odata/Jobs`);', ['fetch: GET /odata/Jobs']],
    ['a base that the environment names', 'await fetch(`${process.env.UIPATH_BASE_URL}/odata/Jobs`);', ['fetch: GET /odata/Jobs']],
    ['a service that stands in the name only', 'await fetch(`${process.env.ORCHESTRATOR_URL}/odata/Jobs`);', ['fetch: GET /odata/Jobs']],
    ['a host without a service', 'declare const o: string; await fetch(`https://cloud.uipath.com/${o}/t/odata/Jobs`);', ['fetch: GET /odata/Jobs']],
    ['a slash at the end that is taken away', "await fetch(`${base.replace(/\\/+$/, '')}/odata/Jobs`);", ['fetch: GET /odata/Jobs']],
    [
      'another service',
      'declare const id: string; await fetch(`https://cloud.uipath.com/a/b/du_/api/framework/projects/${id}/extractors`);',
      ['fetch: GET /du_/api/framework/projects/{projectId}/extractors'],
    ],
    ['an unknown base, a known entity', 'declare const b: string; await fetch(`${b}/odata/Jobs`);', ['fetch: ? GET /odata/Jobs']],
    [
      'an unknown base, a name that only the provider gives',
      'declare const b: string; await fetch(`${b}/odata/Jobs/UiPath.Server.Configuration.OData.StartJobs`, { method: "POST" });',
      ['fetch: POST /odata/Jobs/UiPath.Server.Configuration.OData.StartJobs'],
    ],
    ['a fallback', 'await fetch(`${process.env.BASE ?? base}/odata/Jobs`);', ['fetch: GET /odata/Jobs']],
  ])('%s', (_, code, told) => {
    expect(toldOfCode(withBase(code))).toEqual(told);
  });

  it.each([
    ['a path of nobody', "await fetch('/api/users');"],
    ['an unknown host', "declare const b: string; await fetch(`${b}/api/Stats`);"],
    ['an unknown entity', "declare const b: string; await fetch(`${b}/odata/People`);"],
    ['another server', "await fetch('https://services.odata.org/odata/Jobs');"],
    ['no fetch of the platform', "function fetch(url: string) { return url; } fetch('/odata/Jobs');"],
    ['a method of something else', "const map = new Map([['/odata/Jobs', 1]]); map.get('/odata/Jobs');"],
    ['a token request needs no scope', "await fetch('https://cloud.uipath.com/identity_/connect/token', { method: 'POST' });"],
    ['a link', "export const link = 'https://cloud.uipath.com/acme/portal_/home';"],
  ])('nothing: %s', (_, code) => {
    expect(toldOfCode(code)).toEqual([]);
  });

  it('case 34: a path that no endpoint matches', () => {
    expect(toldOfCode(`${base}await fetch(\`\${base}/odata/Nothing\`);`)).toEqual(['fetch: ! GET /odata/Nothing']);
  });

  it('a service of which no endpoint is known', () => {
    expect(toldOfCode("await fetch('https://cloud.uipath.com/a/b/pims_/api/v1/x');")).toEqual(['fetch: ! GET /pims_/api/v1/x']);
  });

  it.each([
    [
      'the entity',
      'declare const entity: string; await fetch(`${base}/odata/${entity}`);',
      ['fetch: [a request to the provider is made here, and the address comes from entity, which gets its value later]'],
    ],
    [
      'the end',
      'declare const rest: string; await fetch(`${base}/odata/Jobs${rest}`);',
      ['fetch: [a request to the provider is made here, and the address comes from rest, which gets its value later]'],
    ],
    ['a query by its name', 'declare const query: string; await fetch(`${base}/odata/Jobs${query}`);', ['fetch: ? GET /odata/Jobs']],
    [
      'everything',
      'await fetch(`${process.env.UIPATH_URL}/${process.env.PATH}`);',
      ['fetch: [a request to the provider is made here, and the address comes from process.env.PATH]'],
    ],
  ])('case 62: not known is %s', (_, code, told) => {
    expect(toldOfCode(withBase(code))).toEqual(told);
  });

  it('case 62: a text that is part of no request remains a place where one may be made', () => {
    expect(toldOfCode(`${base}declare function send(url: string): void; send(base);`)).toEqual([
      "'https://cloud.uipath.com/acme/dev/orchestrator_': [a request to the provider is made here, or prepared]",
    ]);
  });

  it('a base that goes elsewhere, too, remains one as well', () => {
    expect(toldOfCode(`${base}declare function send(url: string): void; send(base); await fetch(\`\${base}/odata/Jobs\`);`)).toEqual([
      'fetch: GET /odata/Jobs',
      "'https://cloud.uipath.com/acme/dev/orchestrator_': [a request to the provider is made here, or prepared]",
    ]);
  });
});

describe('requests: libraries', () => {
  const files = (code: string): string[] => toldOfCode(code, {}, 'src/main.js');
  it.each([
    ['axios.get', `import axios from 'axios';\n${base}axios.get(base + '/odata/Jobs');`, ['get: GET /odata/Jobs']],
    ['axios.post', `import axios from 'axios';\n${base}axios.post(base + '/odata/Releases', {});`, ['post: POST /odata/Releases']],
    ['axios()', `import axios from 'axios';\n${base}axios({ method: 'post', url: base + '/odata/Releases' });`, ['axios: POST /odata/Releases']],
    ['axios.request, renamed', `import http from 'axios';\n${base}http.request({ url: base + '/odata/Jobs' });`, ['request: GET /odata/Jobs']],
    ['a method by name', `import { get } from 'axios';\n${base}get(base + '/odata/Jobs');`, ['get: GET /odata/Jobs']],
    ['case 33: axios.create', `import axios from 'axios';\n${base}const api = axios.create({ baseURL: base });\napi.get('/odata/Jobs');`, ['get: GET /odata/Jobs']],
    [
      'an instance in a field',
      `import axios from 'axios';\n${base}class Client { constructor() { this.http = axios.create({ baseURL: base }); } jobs() { return this.http.get('/odata/Jobs'); } }\nnew Client().jobs();`,
      ['get: GET /odata/Jobs'],
    ],
    [
      'an instance of a factory',
      `import axios from 'axios';\n${base}function make() { return axios.create({ baseURL: base }); }\nmake().post('/odata/Releases', {});`,
      ['post: POST /odata/Releases'],
    ],
    ['require', `const axios = require('axios');\n${base}axios.delete(base + '/odata/Releases(1)');`, ['delete: DELETE /odata/Releases({key})']],
    ['got', `import got from 'got';\n${base}got(base + '/odata/Jobs').json();`, ['got: GET /odata/Jobs']],
    ['got.extend', `import got from 'got';\n${base}const api = got.extend({ prefixUrl: base });\napi('odata/Jobs'); api.post('odata/Releases');`, ['api: GET /odata/Jobs', 'post: POST /odata/Releases']],
    ['ky', `import ky from 'ky';\n${base}const api = ky.create({ prefixUrl: base });\napi.put('odata/Releases(1)', { json: {} });`, ['put: PUT /odata/Releases({key})']],
    ['undici', `import { request } from 'undici';\n${base}request(base + '/odata/Releases', { method: 'POST' });`, ['request: POST /odata/Releases']],
    [
      'node:https with a URL',
      `import https from 'node:https';\n${base}https.get(base + '/odata/Jobs', (response) => response.resume());`,
      ['get: GET /odata/Jobs'],
    ],
    [
      'node:https with options',
      "import * as https from 'https';\nhttps.request({ hostname: 'cloud.uipath.com', path: '/a/b/orchestrator_/odata/Releases', method: 'POST' }, () => {});",
      ['request: POST /odata/Releases'],
    ],
    ['node-fetch', `import fetch from 'node-fetch';\n${base}fetch(base + '/odata/Jobs');`, ['fetch: GET /odata/Jobs']],
    [
      'openapi-fetch',
      `import createClient from 'openapi-fetch';\n${base}const client = createClient({ baseUrl: base });\nclient.GET('/api/Buckets/{id}/ListFiles', { params: {} });`,
      ['GET: GET /api/Buckets/{id}/ListFiles'],
    ],
    ['globalThis.fetch', `${base}globalThis.fetch(base + '/odata/Jobs'); window.fetch(base + '/odata/Releases');`, ['fetch: GET /odata/Jobs', 'fetch: GET /odata/Releases']],
  ])('%s', (_, code, told) => {
    expect(files(code)).toEqual(told);
  });

  it('the same names of another package are none of them', () => {
    expect(files(`import axios from './axios.js';\n${base}axios.get(base + '/odata/Jobs');`)).toEqual([
      "'https://cloud.uipath.com/acme/dev/orchestrator_': [a request to the provider is made here, or prepared]",
    ]);
  });
});

describe('requests: wrappers', () => {
  const http = `${base}export function api(verb: string, path: string) { return fetch(\`\${base}\${path}\`, { method: verb }); }\n`;
  it('are reported at their callers, with the way to the request', () => {
    expect(toldOfCode(`${http}api('GET', '/odata/Jobs'); api('POST', '/odata/Releases');`)).toEqual([
      'api: GET /odata/Jobs < fetch', 'api: POST /odata/Releases < fetch',
    ]);
  });

  it('case 35: an argument decides, and is not known', () => {
    expect(toldOfCode(`${http}declare const verb: string; declare const path: string; api(verb, '/odata/Releases'); api('GET', path);`)).toEqual([
      'api: ? GET /odata/Releases < fetch',
      'api: ? POST /odata/Releases < fetch',
      'api: [a request to the provider is made here, and the address comes from path, which gets its value later]',
    ]);
  });

  it('two deep, in other files, with a client of its own', () => {
    expect(toldOf({
      'src/client.ts': "export class Client {\n  constructor(private readonly base: string) {}\n  get(path: string) { return fetch(this.base + path); }\n}\n",
      'src/jobs.ts': "import { Client } from './client';\nconst client = new Client('https://cloud.uipath.com/a/b/orchestrator_');\nexport const list = (entity: string) => client.get(`/odata/${entity}`);\n",
      'src/main.ts': "import { list } from './jobs';\nlist('Jobs');\nlist('Releases');\n",
    })).toEqual(['list: GET /odata/Jobs < get < fetch', 'list: GET /odata/Releases < get < fetch']);
  });

  it('that choose the endpoint themselves are reported where they do', () => {
    expect(toldOfCode(`${base}export function job(id: number) { return fetch(\`\${base}/odata/Jobs(\${id})\`); }\njob(1); job(2);`)).toEqual([
      'fetch: GET /odata/Jobs({key})',
    ]);
  });

  it('that are handed on are undecided', () => {
    expect(toldOfCode(`${http}declare function register(f: unknown): void; register(api); api('GET', '/odata/Jobs');`)).toEqual([
      'api: GET /odata/Jobs < fetch',
      'fetch: [a request to the provider is made here for callers of which not all are seen]',
    ]);
  });

  it('that call themselves end', () => {
    expect(toldOfCode(`${base}async function page(path: string): Promise<unknown> { const r = await fetch(base + path); return r.ok ? r : page(path + '/x'); }\nvoid page('/odata/Jobs');`)).toEqual([
      'page: GET /odata/Jobs < fetch',
    ]);
  });

  it('as a property, in a hook, and through something without a type', () => {
    const object = `${base}const api = { load: (path: string) => fetch(base + path) };\n`;
    expect(toldOfCode(`${object}void api.load('/odata/Jobs');`)).toEqual(['load: GET /odata/Jobs < fetch']);
    expect(toldOfCode(`${object}void api.load('/odata/Jobs'); declare const other: any; other.load('/odata/Assets');`)).toEqual([
      'load: GET /odata/Jobs < fetch',
      'fetch: [a request to the provider is made here for callers of which not all are seen]',
    ]);
    expect(toldOfCode(`import { useCallback } from 'react';
      ${base}export function Jobs() { const load = useCallback(async (path: string) => fetch(base + path), []); return () => load('/odata/Jobs'); }`))
      .toEqual(['load: GET /odata/Jobs < fetch']);
  });

  it('with options in an object, also taken apart', () => {
    expect(toldOfCode(`${base}async function call({ method = 'GET', path }: { method?: string; path: string }) { return fetch(base + path, { method }); }\nvoid call({ path: '/odata/Jobs' }); void call({ method: 'POST', path: '/odata/Releases' });`)).toEqual([
      'call: GET /odata/Jobs < fetch', 'call: POST /odata/Releases < fetch',
    ]);
  });
});

describe('requests: what only reads an address', () => {
  it.each([
    ['a message', 'console.log(`calling ${base}/odata/Jobs`);'],
    ['an error', "throw new Error('could not reach https://cloud.uipath.com/acme/dev/orchestrator_/odata/Jobs');"],
    ['a sentence', "export const hint = `Sign in at ${'https://cloud.uipath.com/acme/dev/orchestrator_'} first`;"],
  ])('%s', (_, code) => {
    expect(toldOfCode(withBase(code))).toEqual([]);
  });
});

describe('requests: bad input', () => {
  it('a megabyte of text', () => {
    expect(toldOfCode(`${base}await fetch(base + '/odata/Jobs?x=' + '${'y'.repeat(1_000_000)}');`)).toEqual(['fetch: GET /odata/Jobs']);
  });

  it('an address that a loop puts together', () => {
    expect(toldOfCode("let url = 'https://cloud.uipath.com/a/b/orchestrator_/odata';\nfor (const part of ['Jobs']) url += '/' + part;\nawait fetch(url);")).toEqual([
      "'https://cloud.uipath.com/a/b/orchestrator_/odata': [a request to the provider is made here, or prepared]",
    ]);
  });

  it('a sum of ten thousand texts', () => {
    expect(toldOfCode(`${base}await fetch(base + ${Array.from({ length: 10_000 }, () => "'/x'").join(' + ')});`)).toEqual([
      "'https://cloud.uipath.com/acme/dev/orchestrator_': [a request to the provider is made here, or prepared]",
    ]);
  });
});
