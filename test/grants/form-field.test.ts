import ts from 'typescript';
import { expect, it } from 'vitest';
import type { ClientGrantContext } from '../../src/grants/client-grant.ts';
import { evaluateScopeValue } from '../../src/grants/evaluate-scope-value.ts';
import { createExpressionReader, OUTERMOST } from '../../src/grants/expression-reader.ts';
import { formField } from '../../src/grants/form-field.ts';
import { readGrantType, readTokenGrant, type TokenRequest } from '../../src/grants/token-grant.ts';
import { memoryProgram } from './memory-program.ts';
import { reasonOf } from './read-client.ts';

const environment: ClientGrantContext['environment'] = { environments: [null], find: () => ({ kind: 'unset' }) };
const declared = `declare const c: boolean; declare const key: string; declare const given: any; declare function load(...all: any[]): any;
declare const qs: any; declare const querystring: any; declare const stringify: any; declare class URLSearchParams { constructor(of?: any); [name: string]: any }
declare class FormData { constructor(of?: any); [name: string]: any } declare class Blob { constructor(of?: any) } declare class URL { constructor(...all: any[]); [name: string]: any }
export {};
`;

interface Sent {
  readonly context: ClientGrantContext;
  readonly form: ts.Expression;
}

/** What `send(…)` is given in each of the codes, which stand in files of one program. */
function sentIn(codes: readonly string[]): readonly Sent[] {
  const files = Object.fromEntries(codes.map((code, index) => [`/app/send${index}.ts`, `${declared}declare function send(form: any): void;\n${code}`]));
  const program = memoryProgram(files);
  const context = { ts, checker: program.getTypeChecker(), provider: 'acme', environment };
  return Object.keys(files).map((file) => {
    const source = program.getSourceFile(file) as ts.SourceFile;
    let form: ts.Expression | undefined;
    const visit = (node: ts.Node): void => {
      form ??= ts.isCallExpression(node) && node.expression.getText(source) === 'send' ? node.arguments[0] : undefined;
      ts.forEachChild(node, visit);
    };
    visit(source);
    return { context, form: form as ts.Expression };
  });
}

const codeOf = (before: string, form: string): string => `${before}\nsend(${form});`;

/** The texts that are sent as `scope`; `unseen` where that is not known. */
function scopeIn({ context, form }: Sent): string | readonly string[] {
  const fields = formField(createExpressionReader(ts, context.checker), form, 'scope', OUTERMOST);
  return fields === undefined ? 'unseen' : fields.flatMap(({ value }) => {
    const { texts, mayBeAbsent, undecided } = evaluateScopeValue(value, environment);
    return [...texts.map(({ text }) => text.text), ...(mayBeAbsent ? ['-'] : []), ...(undecided === null ? [] : [`? ${undecided.reason}`])];
  });
}

/** `f12`, which stands for `f11`, and so on to `f0`. */
function chain(first: string, before: string, after = ''): string {
  return Array.from({ length: 13 }, (_, index) => `const f${index}: any = ${index === 0 ? first : `${before}f${index - 1}${after}`};`).join(' ');
}

it('a form has a field where it is written, and may have one where it is not to be seen', () => {
  const ways: readonly (readonly [string, string, string | readonly string[]])[] = [
    // Forms.
    ['', "new URLSearchParams({ grant_type: 'password', scope: 'users' })", ['users']],
    ['', "new URLSearchParams([['grant_type', 'password'], ['scope', 'users']])", ['users']],
    ['', "new URLSearchParams([['scope'], ['scopes', 'x']])", []],
    ['', "new URLSearchParams([['scope', 'users'], given])", 'unseen'],
    ['', "new URLSearchParams([[key, 'users']])", 'unseen'],
    ['', 'new URLSearchParams([[]])', 'unseen'],
    ["const name = 'scope';", "new URLSearchParams([[name, 'users']])", ['users']],
    ['', "new URLSearchParams('grant_type=password&scope=users')", ['users']],
    ['', 'new URLSearchParams()', []],
    ['', 'new FormData()', []],
    ['', "new FormData({ scope: 'users' })", ['users']],
    ['', "new Blob(['scope=users'])", 'unseen'],
    ['', "new given.URLSearchParams({ scope: 'users' })", 'unseen'],
    ['', 'new URLSearchParams(given)', 'unseen'],
    ['', "await new URLSearchParams({ scope: 'users' })", ['users']],
    ['', "(new URLSearchParams({ scope: 'users' }))", ['users']],
    ['', "c ? new URLSearchParams({ scope: 'users' }) : new URLSearchParams({ scope: 'groups' })", ['users', 'groups']],
    ['', "c ? new URLSearchParams({ scope: 'users' }) : given", 'unseen'],
    ['', "c ? given : new URLSearchParams({ scope: 'users' })", 'unseen'],
    ['', "new URLSearchParams({ scope: 'users' }).toString()", ['users']],
    ['', "toString(new URLSearchParams({ scope: 'users' }))", 'unseen'],
    ['', "qs.stringify({ scope: 'users' })", ['users']],
    ['', "JSON.stringify({ scope: 'users' })", ['users']],
    ['', "stringify({ scope: 'users' })", ['users']],
    ['', 'qs.stringify()', 'unseen'],
    ['', "qs.parse({ scope: 'users' })", 'unseen'],
    ['', "{ scope: 'users' }", ['users']],
    ['', "{ client_id: 'x' }", []],
    ['', '{ scope: undefined }', ['-']],
    ['', "{ [key]: 'users' }", ['? the options of the client have a property whose name is computed']],
    ['', "{ scope: 'users', ...given }", ['? the scopes come from given, which gets its value later']],
    ['', "{ client_id: 'x', ...(c && { scope: 'users' }) }", ['users', '-']],
    ['', '7', 'unseen'],
    ['', 'given', 'unseen'],
    // Functions.
    ["const make = () => new URLSearchParams({ scope: 'users' });", 'make()', ['users']],
    [
      "const make = () => { if (c) { return new URLSearchParams({ scope: 'users' }); } return new URLSearchParams({ scope: 'groups' }); };",
      'make()',
      ['users', 'groups'],
    ],
    ["const make = () => { if (c) { return new URLSearchParams({ scope: 'users' }); } };", 'make()', 'unseen'],
    ['const make = (scope: string) => new URLSearchParams({ scope });', "make('users')", ['users']],
    ['', 'load()', 'unseen'],
    // Variables.
    ["const form = new URLSearchParams({ scope: 'users' });", 'form', ['users']],
    ["const form = (new URLSearchParams({ scope: 'users' }));", 'form', ['users']],
    ["const form = new URLSearchParams(); form.append('scope', 'users'); form.append('grant_type', 'password');", 'form', ['users']],
    ["const form = new FormData(); form.set('scope', 'users');", 'form', ['users']],
    ["const form = new URLSearchParams({ scope: 'users' }); form.append('scope', 'groups');", 'form', ['users', 'groups']],
    ["const form = new URLSearchParams({ scope: 'users' }); form.set('scope', 'groups');", 'form', ['groups']],
    ["const form = new URLSearchParams({ scope: 'users' }); form.append('scope', 'x'); form.set('scope', 'groups'); form.append('scope', 'y');", 'form', ['groups', 'y']],
    ["const form = new URLSearchParams({ scope: 'users' }); if (c) { form.set('scope', 'groups'); }", 'form', ['users', 'groups']],
    ["const form = new URLSearchParams({ scope: 'users' }); c && form.set('scope', 'groups');", 'form', ['users', 'groups']],
    ["const form = new URLSearchParams(given); form.set('scope', 'users');", 'form', ['users']],
    ["const form = new URLSearchParams(given); form.append('scope', 'users');", 'form', 'unseen'],
    ["const form = new URLSearchParams({ scope: 'users' }); form.delete('grant_type');", 'form', ['users']],
    ["const form = new URLSearchParams({ scope: 'users' }); form.delete('scope');", 'form', 'unseen'],
    ["const form = new URLSearchParams({ scope: 'users' }); form.delete(key);", 'form', 'unseen'],
    ["const form = new URLSearchParams(); const fill = (one: any) => one.append('scope', 'users'); fill(form);", 'form', 'unseen'],
    ["const form = new URLSearchParams(); const log = (one: any) => load(one.get('scope')); log(form);", 'form', []],
    ["const form = new URLSearchParams(); const other = form; other.append('scope', 'users');", 'form', 'unseen'],
    ["let form = new URLSearchParams(); form = new URLSearchParams({ scope: 'users' });", 'form', 'unseen'],
    ["const make = () => new URLSearchParams(); const form = make(); form.append('scope', 'users');", 'form', 'unseen'],
    ["const all = { form: new URLSearchParams() }; all.form.append('scope', 'users');", 'all.form', 'unseen'],
    ["const url = new URL('https://example.com'); url.search = '?scope=users';", 'url', 'unseen'],
    ["const form = new URLSearchParams(); form.append('scope');", 'form', []],
    ["const form = new URLSearchParams(); form.append(key, 'users');", 'form', 'unseen'],
    ["const form = new URLSearchParams(); form.append(key, 'groups'); form.append('scope', 'users');", 'form', 'unseen'],
    ['const form = new URLSearchParams(); for (const [name, value] of given) { form.append(name, value); }', 'form', 'unseen'],
    ["const name = 'scope'; const form = new URLSearchParams(); form.append(name, 'users');", 'form', ['users']],
    ['const form = new URLSearchParams(); form.append(...given);', 'form', 'unseen'],
    ["const form = new URLSearchParams(); form.delete('scope', 'users');", 'form', 'unseen'],
    ["const form = new URLSearchParams(); load(form.append, 'scope', 'users');", 'form', 'unseen'],
    ["const form = new URLSearchParams(); form['append']('scope', 'users');", 'form', 'unseen'],
    ["const form = new URLSearchParams(); { const form = new URLSearchParams(); form.append('scope', 'users'); }", 'form', []],
    ["const form = new URLSearchParams(), other = { form: given }; other.form.append('scope', 'users');", 'form', []],
    ["const url = new URL('https://example.com'); url.searchParams.set('scope', 'users');", 'url', ['users']],
    ["const url = new URL('https://example.com'); url.other.set('scope', 'users');", 'url', 'unseen'],
    ["const url = new URL('https://example.com');", 'url', 'unseen'],
    ["const form = { scope: 'users' };", 'form', ['users']],
    ["const form = 'scope=users';", 'form', ['users']],
    ["const all = { form: 'scope=users' };", 'all.form', ['users']],
    ["let form; form = 'scope=users';", 'form', 'unseen'],
    ['const form = c ? given : undefined;', 'form', 'unseen'],
    ['const form = load();', 'form', 'unseen'],
    // Texts.
    ['', "'grant_type=password&scope=users&x=1'", ['users']],
    ['', "'?scope=users'", ['users']],
    ['', "'a scope=users'", ['users']],
    ['', "'noscope=users'", []],
    ['', "'scopes=users'", []],
    ['', "'grant_type=password'", []],
    ['', "'scope='", ['']],
    ['', "'scope=users#x'", ['users']],
    ['', "'scope=users%20groups+more'", ['users groups more']],
    ['', "'scope=users%zz+more'", ['users%zz+more']],
    ['', '`scope=users groups`', ['users groups']],
    ['', "`scope=${'users'}`", ['users']],
    ['', "`a=${key}&scope=${'users'} groups&x=${key}`", ['users groups']],
    ['', '`a=${key}&scope=users`', ['users']],
    ['', "`scope=${'users'}+${'groups'}#${key}`", ['users groups']],
    ['', "'a=' + key + '&scope=' + 'users'", ['users']],
    ['', "'scope=users' + ' groups'", ['users groups']],
    ['', "('scope=' + ('users' + '&x=1'))", ['users']],
    ['', "'scope=' + key", ['? the scopes come from key, which gets its value later']],
    ['', "key + 'x'", 'unseen'],
    ['', '`${key}&grant_type=password`', 'unseen'],
    ['', "key + '/token'", []],
    ['', "key + 'token?client_id=x'", []],
    ['', "'scope=' - 'users'", 'unseen'],
    ['', "`https://example.com?${new URLSearchParams({ scope: 'users' })}`", ['users']],
    ['', "'https://example.com?' + new URLSearchParams({ scope: 'users' })", ['users']],
    ['', "`https://example.com/${key}?${new URLSearchParams({ scope: 'users' })}`", ['users']],
    ['', '`https://example.com?${given}`', 'unseen'],
    ['', '`grant_type=password&${given}`', 'unseen'],
    ['', '`https://${key}/token`', []],
    ['', '`https://example.com?a=${key}`', []],
    ['', '`${given}?${key}`', 'unseen'],
    ['', "given + '?' + new URLSearchParams({ scope: 'users' })", ['users']],
    // Far away.
    ['', `${'await '.repeat(11)}new URLSearchParams({ scope: 'users' })`, ['users']],
    ['', `${'await '.repeat(12)}new URLSearchParams({ scope: 'users' })`, 'unseen'],
    ['', `new URLSearchParams({ scope: 'users' })${'.toString()'.repeat(11)}`, ['users']],
    ['', `new URLSearchParams({ scope: 'users' })${'.toString()'.repeat(12)}`, 'unseen'],
    ['', `${'stringify('.repeat(11)}new URLSearchParams({ scope: 'users' })${')'.repeat(11)}`, ['users']],
    ['', `${'stringify('.repeat(12)}new URLSearchParams({ scope: 'users' })${')'.repeat(12)}`, 'unseen'],
    [chain("'scope=users'", ''), 'f11', ['users']],
    [chain("'scope=users'", ''), 'f12', 'unseen'],
    [chain("() => 'scope=users'", '() => ', '()'), 'f11()', ['users']],
    [chain("() => 'scope=users'", '() => ', '()'), 'f12()', 'unseen'],
  ];
  const read = sentIn(ways.map(([before, form]) => codeOf(before, form))).map(scopeIn);
  expect(ways.map(([before, form], index) => [before, form, read[index]])).toEqual(ways);
});

it('a token has the scopes that are asked for, and is got in the way that the request names', () => {
  const ways = [
    ["new URLSearchParams({ grant_type: 'client_credentials', scope: 'users' })", ['users'], 'client_credentials'],
    ["new URLSearchParams({ grant_type: 'authorization_code', scope: 'users groups' })", ['users groups'], 'authorization_code'],
    ["new URLSearchParams({ grant_type: 'client_credentials' })", 'none', 'client_credentials'],
    ["new URLSearchParams({ grant_type: 'refresh_token' })", 'renewed', '-'],
    ["new URLSearchParams({ grant_type: 'refresh_token', scope: 'users' })", ['users'], '-'],
    ["new URLSearchParams({ grant_type: 'password' })", 'none', '-'],
    ['new URLSearchParams({ grant_type: key })', 'none', '-'],
    ["new URLSearchParams({ response_type: 'code', scope: 'users' })", ['users'], 'authorization_code'],
    ["new URLSearchParams({ response_type: 'token', scope: 'users' })", ['users'], '-'],
    ["new URLSearchParams({ response_type: 'code', grant_type: 'authorization_code' })", 'none', 'authorization_code'],
    ["new URLSearchParams({ response_type: 'code', grant_type: 'client_credentials' })", 'none', '-'],
    [
      "c ? new URLSearchParams({ grant_type: 'client_credentials', scope: 'users' }) : new URLSearchParams({ grant_type: 'authorization_code', scope: 'groups' })",
      ['users', 'groups'],
      '-',
    ],
    ["c ? new URLSearchParams({ scope: 'users' }) : new URLSearchParams({})", ['users'], '-'],
    ["new URLSearchParams({ scope: c ? 'users' : undefined })", ['users', '-'], '-'],
    ['new URLSearchParams({ scope: key })', 'the scopes come from key, which gets its value later', '-'],
    ['given', 'a token is asked for here, and what is sent cannot be followed', '-'],
    ['{}', 'none', '-'],
  ] as const;
  const read = sentIn(ways.map(([form]) => codeOf('', form))).map(({ context, form }) => {
    const request = { node: form, forms: [{ node: form, frame: OUTERMOST }], added: [] };
    const grant = readTokenGrant(context, request);
    return [grant === undefined ? 'renewed' : reasonOf(grant), readGrantType(context, request) ?? '-'];
  });
  expect(ways.map(([form], index) => [form, ...(read[index] ?? [])])).toEqual(ways);
});

it('a request has what its parts have together, and nothing can be said of one that has none or that the compiler cannot answer for', () => {
  const [users, groups] = sentIn(["send(new URLSearchParams({ scope: 'users' }));", "const S = 'groups';\nsend({ scope: S, grant_type: 'password' });"]) as [Sent, Sent];
  const { context, form } = groups;
  const forms = [users, groups].map((sent) => ({ node: sent.form, frame: OUTERMOST }));
  const added = formField(createExpressionReader(ts, context.checker), users.form, 'scope', OUTERMOST) ?? [];
  const told = (request: Pick<TokenRequest, 'forms' | 'added'>, of = context): unknown => {
    const grant = readTokenGrant(of, { node: form, ...request });
    return grant === undefined ? 'renewed' : reasonOf(grant);
  };
  expect(told({ forms, added: [] })).toEqual(['users', 'groups']);
  expect(told({ forms: [], added })).toEqual(['users']);
  expect(told({ forms: forms.slice(1), added })).toEqual(['users', 'groups']);
  expect(told({ forms: [], added: [] })).toBe('a token is asked for here, and what is sent cannot be followed');
  const fails = (): never => {
    throw new Error('no answer');
  };
  const failing = { ...context, checker: { ...context.checker, getSymbolAtLocation: fails, getShorthandAssignmentValueSymbol: fails, getTypeAtLocation: fails } };
  expect(readTokenGrant(failing, { node: form, forms: forms.slice(1), added: [] })).toEqual({
    kind: 'undecided',
    undecided: {
      place: { file: '/app/send1.ts', line: 7, column: 6, endLine: 7, endColumn: 42 },
      reason: 'the request for a token cannot be read',
    },
  });
  expect(readGrantType(failing, { node: form, forms: [{ node: ts.factory.createIdentifier('form'), frame: OUTERMOST }], added: [] })).toBeUndefined();
});
