import { describe, expect, it } from 'vitest';
import { MAXIMUM_TOKEN_LENGTH, readToken } from '../../src/grants/read-token.ts';

const known = (word: string): boolean => ['OR.Jobs', 'OR.Tasks', 'offline_access'].includes(word);
const read = (text: string) => readToken(text, known);

function jwt(claims: object, header: object = { alg: 'RS256' }, signature = 'c2ln'): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${signature}`;
}

describe('what a token says', () => {
  it.each([
    ['scope as a text', { scope: 'OR.Jobs OR.Tasks' }, ['OR.Jobs', 'OR.Tasks']],
    ['scope as a list', { scope: ['OR.Jobs', 'OR.Tasks'] }, ['OR.Jobs', 'OR.Tasks']],
    ['scp', { scp: 'OR.Jobs' }, ['OR.Jobs']],
    ['no scope at all', { sub: 'somebody' }, null],
    ['a scope that is no text', { scope: 7 }, null],
  ])('%s', (_, claims, scopes) => {
    expect(read(jwt(claims))).toEqual({ kind: 'jwt', scopes, expires: null, notBefore: null });
  });

  it('its times, where they are numbers', () => {
    expect(read(jwt({ scope: '', exp: 1_800_000_000.5, nbf: 1_700_000_000 }))).toMatchObject({ expires: 1_800_000_000.5, notBefore: 1_700_000_000 });
    expect(read(jwt({ scope: '', exp: 8.64e12, nbf: -8.63e12 }))).toMatchObject({ expires: null, notBefore: -8.63e12 });
    expect(read(jwt({ scope: '', exp: '7', nbf: [7] }))).toMatchObject({ expires: null, notBefore: null });
    expect(read(jwt({ scope: '', exp: 'soon', nbf: 1e300 }))).toMatchObject({ expires: null, notBefore: null });
  });

  it.each(['Bearer ', 'bearer ', 'Bearer \t ', 'Authorization: Bearer ', 'authorization:Bearer ', 'Authorization:  Bearer ', '\n  ', ' Authorization: '])('after %j', (before) => {
    expect(read(`${before}${jwt({ scope: 'OR.Jobs' })}\n`)).toMatchObject({ kind: 'jwt', scopes: ['OR.Jobs'] });
  });

  it('whatever its algorithm: nothing is verified', () => {
    expect(read(jwt({ scope: 'OR.Jobs' }, { alg: 'none' }, ''))).toMatchObject({ kind: 'jwt', scopes: ['OR.Jobs'] });
  });

  it('within the answer of a token endpoint, whose own scope comes first', () => {
    const token = jwt({ scope: 'OR.Jobs', exp: 1 });
    expect(read(JSON.stringify({ access_token: token, scope: 'OR.Tasks', expires_in: 60 }))).toEqual({
      kind: 'response', scopes: ['OR.Tasks'], expires: 1, notBefore: null,
    });
    expect(read(JSON.stringify({ access_token: 'aGVsbG8', scope: 'OR.Tasks' }))).toEqual({
      kind: 'response', scopes: ['OR.Tasks'], expires: null, notBefore: null,
    });
    expect(read(JSON.stringify({ access_token: 7, scope: ['OR.Tasks OR.Jobs', 7, 'PIMS'] }))).toEqual({
      kind: 'response', scopes: ['OR.Tasks', 'OR.Jobs', 'PIMS'], expires: null, notBefore: null,
    });
    expect(read(JSON.stringify({ access_token: token }))).toMatchObject({ kind: 'jwt', scopes: ['OR.Jobs'] });
    expect(read(JSON.stringify({ access_token: 'aGVsbG8' }))).toEqual({ kind: 'opaque', isEncrypted: false });
  });

  it('nothing, where it is opaque or encrypted', () => {
    expect(read('gho_16C7e42F292c6912E7710c838347Ae178B4a')).toEqual({ kind: 'opaque', isEncrypted: false });
    expect(read('eyJhbGciOiJSU0EtT0FFUCJ9.a2V5.aXY.dGV4dA.dGFn')).toEqual({ kind: 'opaque', isEncrypted: true });
  });

  it('as a list of scopes, one of which is known', () => {
    expect(read('OR.Jobs authorization: bearer x')).toEqual({ kind: 'list', scopes: ['OR.Jobs', 'authorization:', 'bearer', 'x'] });
    expect(read(`OR.Jobs ${'x'.repeat(MAXIMUM_TOKEN_LENGTH - 'OR.Jobs '.length)}`)).toMatchObject({ kind: 'list' });
    expect(read('OR.Jobs\nOR.Taskz')).toEqual({ kind: 'list', scopes: ['OR.Jobs', 'OR.Taskz'] });
  });
});

describe('what is no token', () => {
  it.each([
    ['', 'is empty'],
    ['Bearer ', 'is empty'],
    ['some words that are nothing', 'is neither a token nor a list of scopes that a catalog knows'],
    ['ä', 'is no token: it has characters that none has'],
    ['\u0000\u0001', 'is no token: it has characters that none has'],
    ['abc.def.ghi', 'has the three parts of a JSON Web Token, and they are no JSON'],
    [jwt({ scope: 'OR.Jobs' }, []), 'has the three parts of a JSON Web Token, and they are no JSON'],
    [jwt({ scope: 'OR.Jobs' }, null as unknown as object), 'has the three parts of a JSON Web Token, and they are no JSON'],
    [jwt('OR.Jobs' as unknown as object), 'has the three parts of a JSON Web Token, and they are no JSON'],
    ['OR.Jobs Authorization: x"y', 'is neither a token nor a list of scopes that a catalog knows'],
    ['OR.Jobs bearer\u007F', 'is neither a token nor a list of scopes that a catalog knows'],
    ['{"access_token":7}', 'is no answer of a token endpoint: it has neither "access_token" nor "scope"'],
    [jwt([]), 'has the three parts of a JSON Web Token, and they are no JSON'],
    ['{"token":"x"}', 'is no answer of a token endpoint: it has neither "access_token" nor "scope"'],
    ['{', 'is no answer of a token endpoint: it has neither "access_token" nor "scope"'],
    ['x'.repeat(MAXIMUM_TOKEN_LENGTH + 1), 'is larger than 64 kilobytes, which no token is'],
  ])('%#', (text, problem) => {
    expect(read(text)).toEqual({ problem });
  });

  it('claims are no properties of objects', () => {
    expect(read(`${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"__proto__":{"scope":"OR.Jobs"}}').toString('base64url')}.`))
      .toMatchObject({ kind: 'jwt', scopes: null });
  });
});
