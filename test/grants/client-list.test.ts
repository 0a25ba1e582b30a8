import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { CatalogClient } from '../../src/catalogs/catalog.ts';
import { readClientGrant } from '../../src/grants/client-grant.ts';
import { declaredEnvironment } from '../../src/grants/declared-environment.ts';
import { clientsIn, memoryProgram } from './memory-program.ts';
import { told } from './read-client.ts';

const client: CatalogClient = { modules: ['sdk'], className: 'UiPath', scopeOption: 'scopes', scopeForm: 'list', unscopedOptions: [], tokenMembers: [] };

function grantOf(code: string, described: CatalogClient = client): string | string[] {
  const program = memoryProgram({ '/app/sdk.ts': `import { UiPath } from 'sdk';\n${code}` });
  const reading = { declarations: [], problems: [], undecided: [], environmentFiles: [], statements: { reasons: [], needs: [], restricted: [] } };
  const context = { ts, checker: program.getTypeChecker(), provider: 'acme', environment: declaredEnvironment(reading, []) };
  const [node] = clientsIn(program, '/app/sdk.ts');
  return node === undefined ? 'no client' : told(readClientGrant(context, { node, client: described, arguments: node.arguments ?? [] }));
}

describe('a client that takes a list of scopes', () => {
  it.each([
    ['a list', "new UiPath({ scopes: ['a.read', 'b'] });", ['* sdk.ts:2:24-30 a.read; sdk.ts:2:34-35 b']],
    ['a const list', "const scopes = ['a.read', 'b'];\nnew UiPath({ scopes });", ['* sdk.ts:2:18-24 a.read; sdk.ts:2:28-29 b']],
    ['a text that is taken apart', "new UiPath({ scopes: 'a.read b'.split(' ') });", ['* sdk.ts:2:23-29 a.read; sdk.ts:2:30-31 b']],
    ['no list', 'new UiPath({});', 'none'],
  ])('%s', (_, code, expected) => {
    expect(grantOf(code)).toEqual(expected);
  });

  it('a text taken apart at something else is undecided', () => {
    expect(grantOf("new UiPath({ scopes: 'a,b'.split(',') });")).toBe('undecided at sdk.ts:2:22-38: the scopes come from a call that is not followed');
  });
});

it('a client whose scopes stand in no option holds what is declared, whatever it is given', () => {
  const described: CatalogClient = { modules: ['sdk'], className: 'UiPath', unscopedOptions: [], tokenMembers: [] };
  expect(grantOf("new UiPath({ scope: 'a' });", described)).toBe('none');
});
