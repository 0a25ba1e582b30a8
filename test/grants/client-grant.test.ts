import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { mergeGrants, readClientGrant, type ClientGrant, type ClientGrantContext } from '../../src/grants/client-grant.ts';
import type { Declaration } from '../../src/grants/declaration.ts';
import { clientsIn, memoryProgram } from './memory-program.ts';
import { grantOf, grantsOfEach } from './read-client.ts';

const program = memoryProgram({ '/app/sdk.ts': "import { UiPath } from 'sdk';\n  new UiPath({ scope: 'PIMS' });" });
const [node] = clientsIn(program, '/app/sdk.ts') as [ts.NewExpression];
const place = { file: '/app/sdk.ts', line: 2, column: 3, endLine: 2, endColumn: 32 };

describe('the construction of a client', () => {
  const client = { modules: ['sdk'], className: 'UiPath', scopeOption: 'scope', unscopedOptions: [], tokenMembers: [] };
  const context: ClientGrantContext = {
    ts, checker: program.getTypeChecker(), provider: 'acme', environment: { environments: [null], find: () => ({ kind: 'unset' }) },
  };

  it('is undecided where what reaches its constructor is not to be seen', () => {
    expect(readClientGrant(context, { node, client, arguments: undefined })).toEqual({
      kind: 'undecided', undecided: { place, reason: 'the client is made by a constructor that is not followed' },
    });
  });

  it('is undecided where the compiler itself has no answer', () => {
    const fails = (): never => {
      throw new Error('no answer');
    };
    const checker: ts.TypeChecker = { ...context.checker, getSymbolAtLocation: fails, getTypeAtLocation: fails };
    const given = ts.factory.createIdentifier('options');
    expect(readClientGrant({ ...context, checker }, { node, client, arguments: [given] })).toEqual({
      kind: 'undecided', undecided: { place, reason: 'the options of the client cannot be read' },
    });
  });
});

describe('what is told of scopes that stand in code', () => {
  const declarationOf = (code: string, files: Readonly<Record<string, string>> = {}): readonly Declaration[] => {
    const grant = grantOf(code, files);
    return grant.kind === 'scopes' ? grant.alternatives : [];
  };

  it('their expression is the key, in one line of eighty characters without the texts in it', () => {
    const ways = [
      ["new UiPath({ scope: 'PIMS' });", '…'],
      ["const SCOPE = 'PIMS';\nnew UiPath({ scope: SCOPE });", 'SCOPE'],
      ["new UiPath({ scope: [\n  'PIMS',\n].join(' ') });", '[ …'],
      ["const a = 'PIMS';\nnew UiPath({ scope: [a,\n    a].join(`-`) });", '[a, a].join(…'],
      ["const a = 'PIMS';\nnew UiPath({ scope: a + \"hunter2\" });", 'a + …'],
      [`const ${'a'.repeat(80)} = 'PIMS';\nnew UiPath({ scope: ${'a'.repeat(80)} });`, 'a'.repeat(80)],
      [`const ${'a'.repeat(81)} = 'PIMS';\nnew UiPath({ scope: ${'a'.repeat(81)} });`, `${'a'.repeat(80)}…`],
      ["declare const c: boolean; const a = 'PIMS';\nnew UiPath({ clientId: 'x', ...(c ? {} : { scope: a }) });", 'a'],
    ] as const;
    const grants = grantsOfEach(ways.map(([code]) => code));
    expect(grants.map((grant) => (grant.kind === 'scopes' ? grant.alternatives.map(({ key, kind, provider, environment }) => [key, kind, provider, environment]) : grant)))
      .toEqual(ways.map(([, key]) => [[key, 'code', 'uipath', null]]));
  });

  it('they hold in the environment of the variable that is part of them', () => {
    const files = { '/app/.env': 'VITE_UIPATH_SCOPE=PIMS', '/app/.env.production': 'VITE_UIPATH_SCOPE=OR.Jobs' };
    const code = 'new UiPath({ scope: `${import.meta.env.VITE_UIPATH_SCOPE} OR.Tasks` });';
    expect(declarationOf(code, files).map(({ kind, text, environment }) => [kind, text, environment])).toEqual([
      ['code', 'PIMS OR.Tasks', null], ['code', 'OR.Jobs OR.Tasks', 'production'],
    ]);
  });
});

describe('the ways through the code, together', () => {
  const declaration = (text: string, line = 1): Declaration =>
    ({ provider: 'acme', kind: 'code', text, key: 'SCOPE', environment: null, scopes: [], place: { ...place, line, endLine: line } });
  const [users, groups] = [declaration('users'), declaration('groups', 2)];
  const none: ClientGrant = { kind: 'none' };
  const scopes = (orDeclared: boolean, ...alternatives: Declaration[]): ClientGrant =>
    ({ kind: 'scopes', alternatives, effective: alternatives[0] ?? null, orDeclared });
  const unscoped = (option: string): ClientGrant => ({ kind: 'unscoped', option, place });
  const undecided = (reason: string): ClientGrant => ({ kind: 'undecided', undecided: { place, reason } });
  const mixed = undecided('the client has scopes on one way through the code, and a secret on another');

  it.each<[string, readonly ClientGrant[], ClientGrant]>([
    ['no way says nothing', [], none],
    ['one way is what it is', [scopes(true, users)], scopes(true, users)],
    ['ways that say nothing say nothing', [none, none], none],
    ['one that is undecided decides', [scopes(false, users), undecided('x'), undecided('y')], undecided('x')],
    ['with secrets on all of them there are no scopes', [unscoped('secret'), unscoped('token')], unscoped('secret')],
    ['a secret on one of them leaves open what holds', [unscoped('secret'), none], mixed],
    ['a secret on another leaves open what holds', [scopes(false, users), unscoped('secret')], mixed],
    ['different scopes are alternatives', [scopes(false, users), scopes(false, groups)],
      { kind: 'scopes', alternatives: [users, groups], effective: null, orDeclared: false }],
    ['what is declared is one, too, where one of them says so', [scopes(false, users), scopes(true, groups)],
      { kind: 'scopes', alternatives: [users, groups], effective: null, orDeclared: true }],
    ['what is declared is one, too, where one of them says nothing', [none, scopes(false, users)],
      { kind: 'scopes', alternatives: [users], effective: null, orDeclared: true }],
    ['the same scopes of one place are one', [scopes(false, users), scopes(false, users, groups)],
      { kind: 'scopes', alternatives: [users, groups], effective: null, orDeclared: false }],
  ])('%s', (_name, grants, merged) => {
    expect(mergeGrants(node, grants)).toEqual(merged);
  });
});
