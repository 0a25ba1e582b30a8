import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import { toldOf } from './requests-of.ts';

function told(provider: string, code: string): string[] {
  return toldOf({ 'src/main.ts': `${code}\nexport {};\n` }, indexCatalog(builtInCatalog(provider) as Catalog));
}

describe('case 33: requests to an API that stands at the host itself', () => {
  it.each([
    ['a literal', "await fetch('https://api.talkdeskapp.com/calls/callback', { method: 'POST' });"],
    ['a template that begins with a constant', "const base = 'https://api.talkdeskapp.com'; await fetch(`${base}/calls/callback`, { method: 'POST' });"],
    ['a constant in pieces', "const host = 'api.talkdeskapp.com'; const base = `https://${host}`; await fetch(`${base}/calls/callback`, { method: 'POST' });"],
    ['a concatenation', "const base = 'https://api.talkdeskapp.com'; await fetch(base + '/calls' + '/callback', { method: 'POST' });"],
    ['new URL', "await fetch(new URL('/calls/callback', 'https://api.talkdeskapp.com'), { method: 'POST' });"],
  ])('%s', (_, code) => {
    expect(told('talkdesk', code)).toEqual(['fetch: POST /calls/callback']);
  });

  it('and of another provider', () => {
    expect(told('genesys', "const base = 'https://api.mypurecloud.com'; await fetch(`${base}/api/v2/users/${'x'}`);")).toEqual([
      'fetch: GET /api/v2/users/{userId}',
    ]);
  });

  it.each([
    ['+=', "let url = 'https://api.talkdeskapp.com'; url += '/contacts'; await fetch(url);"],
    ['a path after the value of before', "let url = 'https://api.talkdeskapp.com'; url = `${url}/contacts`; await fetch(url);"],
    ['+= after an assignment', "let url; url = 'https://api.talkdeskapp.com'; url += '/contacts'; await fetch(url);"],
  ])('a host to which a path is added later holds back: %s', (_, code) => {
    expect(told('talkdesk', code)).toEqual(["'https://api.talkdeskapp.com': [a request to the provider is made here, or prepared]"]);
  });

  it('a host that is only handed to the client of the SDK is no request', () => {
    expect(told('genesys', "let host = 'https://api.mypurecloud.com'; declare const client: { basePath: string }; client.basePath = host;")).toEqual([]);
  });

  it.each([
    ['another host', "const base = 'https://api.example.com'; await fetch(`${base}/calls/callback`, { method: 'POST' });"],
    ['a token request, which needs no scope', "await fetch('https://acme.talkdeskid.com/oauth/token', { method: 'POST', body: 'talkdeskapp' });"],
  ])('not %s', (_, code) => {
    expect(told('talkdesk', code)).toEqual([]);
  });
});
