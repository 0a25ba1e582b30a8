import { describe, expect, it } from 'vitest';
import { told } from '../grants/read-client.ts';
import { analyseFiles, applicationDirectory, type Files } from './virtual-application.ts';

/** What each token request of the program asks for. */
function grantsOf(files: Files): (string | string[])[] {
  return analyseFiles(files).usage.clients.map(({ stated }) =>
    stated.kind === 'scopes' ? stated.alternatives.map(({ text }) => text) : told(stated));
}

function grantsOfCode(code: string, more: Files = {}): (string | string[])[] {
  return grantsOf({ 'src/main.ts': `declare const process: { env: Record<string, string | undefined> };\n${code}\nexport {};\n`, ...more });
}

const url = 'https://cloud.uipath.com/identity_/connect/token';
const post = (body: string): string => `await fetch('${url}', { method: 'POST', body: ${body} });`;

/** Said of the request in the third line. */
const UNFOLLOWED = `undecided at ${applicationDirectory}/src/main.ts:3:7-96: a token is asked for here, and what is sent cannot be followed`;

describe('token requests: where the scopes stand', () => {
  it.each([
    ['URLSearchParams of an object', post("new URLSearchParams({ grant_type: 'client_credentials', scope: 'OR.Jobs PIMS' })")],
    ['its text', post("new URLSearchParams({ grant_type: 'client_credentials', scope: 'OR.Jobs PIMS' }).toString()")],
    ['URLSearchParams of pairs', post("new URLSearchParams([['grant_type', 'client_credentials'], ['scope', 'OR.Jobs PIMS']])")],
    ['append', `const form = new URLSearchParams(); form.append('scope', 'OR.Jobs PIMS'); ${post('form')}`],
    ['set', `const form = new URLSearchParams({ grant_type: 'x' }); form.set('scope', 'OR.Jobs PIMS'); ${post('form.toString()')}`],
    ['FormData', `const form = new FormData(); form.append('scope', 'OR.Jobs PIMS'); ${post('form')}`],
    ['qs', `import qs from 'qs'; ${post("qs.stringify({ grant_type: 'client_credentials', scope: 'OR.Jobs PIMS' })")}`],
    ['JSON', post("JSON.stringify({ grant_type: 'client_credentials', scope: 'OR.Jobs PIMS' })")],
    ['a template', `const scope = 'OR.Jobs PIMS'; ${post('`grant_type=client_credentials&scope=${scope}&client_id=5`')}`],
    ['an encoded template', `const scope = 'OR.Jobs PIMS'; ${post('`grant_type=client_credentials&scope=${encodeURIComponent(scope)}`')}`],
    ['a sum', `const scope = 'OR.Jobs PIMS'; ${post("'grant_type=client_credentials&scope=' + scope")}`],
    ['an encoded text', post("'grant_type=client_credentials&scope=OR.Jobs%20PIMS&x=1'")],
    ['a variable', `const body = new URLSearchParams({ scope: 'OR.Jobs PIMS' }); ${post('body')}`],
    ['a function', `const form = (scope: string) => new URLSearchParams({ scope }); ${post("form('OR.Jobs PIMS')")}`],
    ['axios', `import axios from 'axios'; await axios.post('${url}', new URLSearchParams({ scope: 'OR.Jobs PIMS' }));`],
    ['axios with data', `import axios from 'axios'; await axios({ method: 'post', url: '${url}', data: { scope: 'OR.Jobs PIMS' } });`],
    ['got', `import got from 'got'; await got.post('${url}', { form: { scope: 'OR.Jobs PIMS' } });`],
    [
      'node:https',
      `import https from 'https'; const request = https.request('${url}', { method: 'POST' });\nrequest.write('scope=OR.Jobs PIMS'); request.end();`,
    ],
    ['an address for a user', "location.href = `https://cloud.uipath.com/identity_/connect/authorize?client_id=1&scope=${'OR.Jobs PIMS'}&state=x`;"],
    [
      'an address with a form',
      "const form = new URLSearchParams({ scope: 'OR.Jobs PIMS' }); location.href = `https://cloud.uipath.com/identity_/connect/authorize?${form}`;",
    ],
    [
      'an address whose query is set later',
      "const u = new URL('https://cloud.uipath.com/identity_/connect/authorize'); u.searchParams.set('scope', 'OR.Jobs PIMS'); location.href = u.href;",
    ],
    ['a host that the environment names', 'await fetch(`${process.env.HOST}/identity_/connect/token`, { method: "POST", body: "scope=OR.Jobs PIMS" });'],
    ['case 36: a joined list', `const scopes = ['OR.Jobs', 'PIMS']; ${post("new URLSearchParams({ scope: scopes.join(' ') })")}`],
    ['case 36: a spread list', `const some = ['OR.Jobs'] as const; ${post("new URLSearchParams({ scope: [...some, 'PIMS'].join(' ') })")}`],
    ['case 36: a template of consts', `const job = 'OR.Jobs'; ${post('new URLSearchParams({ scope: `${job} PIMS` })')}`],
  ])('%s', (_, code) => {
    expect(grantsOfCode(code)).toEqual([['OR.Jobs PIMS']]);
  });

  it.each([
    ['appends to the scopes that it has', "const form = new URLSearchParams({ scope: 'PIMS' }); form.append('scope', 'OR.Jobs');", ['PIMS', 'OR.Jobs']],
    ['is filled by a function', "const form = new URLSearchParams(); const fill = (one: URLSearchParams) => { one.set('scope', 'PIMS'); }; fill(form);", UNFOLLOWED],
    ['loses a field', "const form = new URLSearchParams({ scope: 'PIMS' }); form.delete('scope');", UNFOLLOWED],
    ['is changed by a name in quotes', "const form = new URLSearchParams(); form['append']('scope', 'PIMS');", UNFOLLOWED],
  ])('a form that %s', (_, code, grant) => {
    expect(grantsOfCode(`${code}\n${post('form')}`)).toEqual([grant]);
  });

  it('case 36: an imported const, with the place of each scope', () => {
    const { usage } = analyseFiles({
      'src/scopes.ts': "export const SCOPES = 'OR.Jobs PIMS';\n",
      'src/main.ts': `import { SCOPES } from './scopes';\n${post('new URLSearchParams({ scope: SCOPES })')}\n`,
    });
    const places = usage.clients.flatMap(({ stated }) => (stated.kind === 'scopes' ? stated.alternatives : []))
      .flatMap(({ scopes }) => scopes.map(({ scope, place }) => `${scope} ${place.file.split('/').at(-1)}:${place.line}:${place.column}`));
    expect(places).toEqual(['OR.Jobs scopes.ts:1:24', 'PIMS scopes.ts:1:32']);
  });

  it('case 37: an environment variable that an .env file sets', () => {
    expect(grantsOfCode(post('new URLSearchParams({ scope: process.env.UIPATH_SCOPE! })'), { '.env': 'UIPATH_SCOPE=OR.Jobs\n' })).toEqual([['OR.Jobs']]);
  });

  it('case 38: one that nothing sets', () => {
    expect(grantsOfCode(post('new URLSearchParams({ scope: process.env.UIPATH_SCOPE! })'))).toEqual([
      expect.stringContaining('the scopes come from process.env.UIPATH_SCOPE, which no .env file sets'),
    ]);
  });

  it('case 39: a choice is several grants', () => {
    expect(grantsOfCode(`declare const all: boolean; ${post("new URLSearchParams({ scope: all ? 'OR.Jobs' : 'OR.Jobs.Read' })")}`)).toEqual([
      ['OR.Jobs', 'OR.Jobs.Read'],
    ]);
  });

  it('without a scope the token has what the application declares', () => {
    expect(grantsOfCode(post("new URLSearchParams({ grant_type: 'client_credentials' })"))).toEqual(['none']);
  });

  it('a renewed token has what the first one had', () => {
    expect(grantsOfCode(post("new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'x' })"))).toEqual([]);
  });

  it('a body that is not seen', () => {
    expect(grantsOfCode(`declare const body: string; ${post('body')}`)).toEqual([
      expect.stringContaining('a token is asked for here, and what is sent cannot be followed'),
    ]);
  });

  it.each([
    ['case 60: another provider', "await fetch('https://login.example.com/connect/token', { body: new URLSearchParams({ scope: 'openid a,b' }) });"],
    ['case 60: another provider of the same product', "await fetch('https://example.com/oauth/token', { body: 'scope=a' });"],
    ['case 60: an object with a scope', "export const options = { scope: 'OR.Jobs' };"],
    ['case 60: a query of something else', "location.href = '/search?scope=all';"],
  ])('nothing: %s', (_, code) => {
    expect(grantsOfCode(code)).toEqual([]);
  });
});

describe('token requests: which grant a request holds', () => {
  const base = "const base = 'https://cloud.uipath.com/a/b/orchestrator_';\n";
  const token = (name: string, scope: string): string => `async function ${name}() {
  const response = await fetch('${url}', { method: 'POST', body: new URLSearchParams({ scope: '${scope}' }) });
  return (await response.json()).access_token as string;
}\n`;
  const held = (code: string, more: Files = {}): unknown[] =>
    analyseFiles({ 'src/main.ts': `declare const process: { env: Record<string, string> };\n${base}${code}\nexport {};\n`, ...more })
      .usage.uses.map(({ grant }) => (grant.kind === 'literal' ? grant.alternatives : grant.kind === 'undecided' ? grant.reason : grant.kind));

  it('that of the token it carries, where the program has several', () => {
    expect(held(`${token('first', 'OR.Jobs')}${token('second', 'OR.Assets')}
      await fetch(base + '/odata/Jobs', { headers: { Authorization: 'Bearer ' + (await first()) } });
      const other = await second();
      await fetch(base + '/odata/Assets', { headers: { authorization: \`Bearer \${other}\` } });`)).toEqual([[['OR.Jobs']], [['OR.Assets']]]);
  });

  it('the only one, where nothing is to be seen of the token', () => {
    expect(held(`${token('first', 'OR.Jobs')} declare const t: string;
      await fetch(base + '/odata/Jobs', { headers: { Authorization: t } });`)).toEqual([[['OR.Jobs']]]);
  });

  it('not known, where the token comes from somewhere else', () => {
    expect(held(`${token('first', 'OR.Jobs')}
      await fetch(base + '/odata/Jobs', { headers: { Authorization: \`Bearer \${process.env.UIPATH_PAT}\` } });
      await fetch(base + '/odata/Jobs', { headers: { Authorization: 'Bearer rt_0815' } });
      const answer = await (await fetch('https://vault.example.com/token')).json();
      await fetch(base + '/odata/Jobs', { headers: { Authorization: answer.token } });`)).toEqual([
      'the token of this request comes from process.env.UIPATH_PAT, and what it may do is not known',
      'the token of this request stands in the code, and what it may do is not known',
      'the token of this request comes from another server, and what it may do is not known',
    ]);
  });

  it('that of the client which hands out the token', () => {
    expect(held(`declare const sdk: import('@uipath/uipath-typescript/core').UiPath;
      await fetch(base + '/odata/Jobs', { headers: { Authorization: \`Bearer \${sdk.getToken()}\` } });`)).toEqual(['declared']);
  });
});
