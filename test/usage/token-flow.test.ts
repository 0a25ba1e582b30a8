import { describe, expect, it } from 'vitest';
import { toldOfCode } from './requests-of.ts';

const start = `import { UiPath } from '@uipath/uipath-typescript/core';
const sdk = new UiPath();
const base = 'https://cloud.uipath.com/a/b/orchestrator_';
`;

/** The lines that tell of the token. */
function escapes(code: string): string[] {
  return toldOfCode(start + code).filter((line) => line.startsWith('getToken'));
}

const UNSEEN = 'getToken: [getToken() hands out the access token, and requests made with it are not seen]';

describe('the token that a client hands out', () => {
  it.each([
    ['in a header', 'await fetch(`${base}/odata/Jobs`, { headers: { Authorization: `Bearer ${sdk.getToken()}` } });'],
    [
      'in a variable that is asked about',
      'const token = sdk.getToken(); if (!token) throw new Error("none");\nawait fetch(`${base}/odata/Jobs`, { headers: { Authorization: `Bearer ${token}` } });',
    ],
    [
      'in an object of headers, spread',
      'const auth = { Authorization: "Bearer " + sdk.getToken() };\nawait fetch(`${base}/odata/Jobs`, { headers: { ...auth, Accept: "x" } });',
    ],
    [
      'as a parameter of a wrapper, twice',
      `async function query(entity: string, token: string) { return fetch(\`\${base}/odata/\${entity}\`, { headers: { Authorization: \`Bearer \${token}\` } }); }
       async function all(token: string) { await query('Jobs', token); await query('Releases', token); }
       await all(sdk.getToken()!);`,
    ],
    [
      'as what a function returns',
      `const headers = () => ({ Authorization: \`Bearer \${sdk.getToken()}\` });
       await fetch(\`\${base}/odata/Jobs\`, { headers: headers() });`,
    ],
    [
      'set later',
      `const headers: Record<string, string> = {}; headers['Authorization'] = \`Bearer \${sdk.getToken()}\`;
       await fetch(\`\${base}/odata/Jobs\`, { headers });`,
    ],
    [
      'in a request object',
      'await fetch(new Request(`${base}/odata/Jobs`, { headers: new Headers({ Authorization: `Bearer ${sdk.getToken()}` }) }));',
    ],
  ])('stays in requests that are known: %s', (_, code) => {
    expect(escapes(code)).toEqual([]);
  });

  it.each([
    ['to another server', 'await fetch("https://api.example.com/jobs", { headers: { Authorization: `Bearer ${sdk.getToken()}` } });'],
    ['to a server that is not known', 'declare const url: string; await fetch(url, { headers: { Authorization: `Bearer ${sdk.getToken()}` } });'],
    ['to code that is not seen', 'declare function send(token?: string): void; send(sdk.getToken());'],
    ['out of the module', 'export const token = { value: sdk.getToken() }; declare function keep(o: object): void; keep(token);'],
    ['with the function itself', 'declare function keep(f: unknown): void; keep(() => sdk.getToken());'],
    ['in a request object to another server', 'await fetch(new Request("https://api.example.com/", { headers: { Authorization: `Bearer ${sdk.getToken()}` } }));'],
    ['in a request object that is handed on', 'export const request = new Request(`${base}/odata/Jobs`, { headers: { Authorization: `Bearer ${sdk.getToken()}` } });'],
    ['unnamed', 'export const { getToken } = sdk;'],
  ])('goes elsewhere: %s', (_, code) => {
    expect(escapes(code)).toEqual([UNSEEN]);
  });
});
