import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../src/grants/declaration.ts';
import type { ClientSite } from '../../src/usage/facts.ts';
import { judgeConflicts } from '../../src/verdict/judge-conflicts.ts';
import { catalogOf, client, clientWith, declaration, placeAt, reportOf, statedBy } from './example.ts';

const index = catalogOf({});

/** One line a finding: its place, and the scopes that only one of the two has. */
function conflicts(declarations: readonly Declaration[], clients: readonly ClientSite[] = [], effective: Declaration | null = null): string[] {
  return judgeConflicts(declarations, clients, effective, index, ({ file, line }) => `${file}:${line}`)
    .map(({ place, scope }) => `${place.file}:${place.line} ${scope}`);
}

/** A variable of an .env file. */
function variable(text: string, name: string, line: number, more: Partial<Declaration> = {}): Declaration {
  return declaration(text, line, { kind: '.env', key: 'SCOPE', place: placeAt(line, `/app/${name}`), ...more });
}

const configuration = declaration('audit', 1, { place: placeAt(1, '/app/config.json') });
const differing = variable('audit other', '.env', 2);

describe('declarations that differ', () => {
  it('are told whole', () => {
    expect(judgeConflicts([configuration, differing], [], configuration, index, ({ line }) => `line ${line}`)).toEqual([{
      rule: 'consistent-scopes', kind: 'conflict', scope: 'other', place: differing.place,
      message: 'line 2 and line 1 declare different scopes: only line 2 has other. Declare the same in both.',
    }]);
  });

  it('are compared with the one in effect, wherever it stands, or else with the first', () => {
    const third = declaration('audit', 3, { kind: 'manifest', place: placeAt(3, '/app/oauth-scopes.json') });
    expect(conflicts([configuration, differing, third], [], differing)).toEqual(['/app/config.json:1 other', '/app/oauth-scopes.json:3 other']);
    expect(conflicts([configuration, differing, third])).toEqual(['/app/.env:2 other']);
    expect(conflicts([differing, configuration], [], declaration('audit'))).toEqual(['/app/config.json:1 other']);
  });

  it('are compared within an environment', () => {
    const production = [variable('things', '.env.production', 1, { environment: 'production' }), variable('either', '.env.production', 2, { environment: 'production' })];
    expect(conflicts([configuration, ...production])).toEqual(['/app/.env.production:2 either things']);
  });

  it('are not compared where a local file overrides the other on this machine: the same key in the same environment', () => {
    const local = variable('things', '.env.local', 9);
    const ofProduction = variable('things', '.env.production.local', 9, { environment: 'production' });
    expect(conflicts([variable('audit', '.env', 1), local])).toEqual([]);
    expect(conflicts([variable('audit', '.env', 1), local, configuration])).toEqual(['/app/config.json:1 audit things']);
    expect(conflicts([variable('audit', '.env', 1, { key: 'OTHER' }), local])).toEqual(['/app/.env.local:9 things audit']);
    expect(conflicts([variable('other', '.env', 1), ofProduction, configuration])).toEqual(['/app/config.json:1 audit other']);
  });

  it.each([
    ['the same scopes in another order', declaration('other audit', 1)],
    ['scopes that are always allowed', declaration('audit offline_access other', 1)],
    ['a placeholder', declaration('<your-scopes>', 1)],
    ['an empty text', declaration('', 1)],
    ['nothing but what is always allowed', declaration('offline_access', 1)],
    ['a template', declaration('things', 1, { kind: 'configuration-example' })],
    ['a template of variables', declaration('things', 1, { kind: '.env.example' })],
  ])('are none where one has %s', (_, other) => {
    expect(conflicts([declaration('audit other', 2), other])).toEqual([]);
    expect(conflicts([other, declaration('audit other', 2)])).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['nothing but what is always allowed', 'offline_access'],
  ])('are some where the manifest grants %s', (_, text) => {
    expect(conflicts([configuration, declaration(text, 1, { kind: 'manifest', place: placeAt(1, '/app/oauth-scopes.json') })])).toEqual([
      '/app/oauth-scopes.json:1 audit',
    ]);
  });
});

describe('what the code states', () => {
  const told = ['/app/main.ts:3 other audit'];
  const [one, same, unlike] = [clientWith(3, ['other']), clientWith(3, ['other']), clientWith(4, ['other'])];

  it.each([
    ['one client', [one], told],
    ['two clients that are given one text', [one, same], told],
    ['a client outside of tests', [one, clientWith(8, ['things'], { inTest: true })], told],
    ['a client of a test', [clientWith(3, ['other'], { inTest: true })], []],
    ['two clients with texts of their own', [one, unlike], []],
    ['a choice', [clientWith(3, ['other', 'audit'])], []],
    ['two clients, one of which leaves it open', [one, client(5)], []],
    ['a client that may be left to what is declared', [clientWith(3, ['other'], { stated: { ...statedBy(one), orDeclared: true } })], []],
    ['a variable that another file sets', [client(3, { stated: { ...statedBy(one), alternatives: [differing] } })], []],
  ])('is compared with what is declared where all clients hold it: %s', (_, clients, expected) => {
    expect(conflicts([configuration], clients)).toEqual(expected);
  });
});

it('what the code states for each of several clients is there to differ', () => {
  const clients = [clientWith(3, ['other']), clientWith(4, ['audit'])];
  const declarations = clients.flatMap((one) => statedBy(one).alternatives);
  const kinds = (...more: readonly Declaration[]) => reportOf(index, [...declarations, ...more], { clients }).findings.map(({ kind, place }) => [kind, place.line]);
  expect(kinds()).toEqual([]);
  expect(kinds(configuration, differing)).toEqual([['conflict', 2]]);
});

describe('variables that clients read', () => {
  const [first, second] = [variable('audit', '.env', 1), variable('other', '.env', 2, { key: 'OTHER' })];
  const reading = (line: number, ...alternatives: readonly Declaration[]): ClientSite =>
    client(line, { stated: { kind: 'scopes', alternatives, effective: null, orDeclared: false } });
  const told = ['/app/.env:2 other audit'];

  it.each([
    ['each is read by a client of its own', [reading(1, first), reading(2, second)], []],
    ['each is read by two clients of its own', [reading(1, first), reading(2, second), reading(3, second), reading(4, first)], []],
    ['one is read by a client that may read another one, too', [reading(1, first, configuration), reading(2, second)], []],
    ['one client may read either', [reading(1, first, second), reading(2, second)], told],
    ['one of two clients may read either', [reading(1, first), reading(2, first, second)], told],
    ['nobody reads the first', [reading(2, second)], told],
    ['nobody reads the second', [reading(1, first)], told],
    ['nobody reads any', [client(1)], told],
  ])('may differ if each is there for clients of its own: %s', (_, clients, expected) => {
    expect(conflicts([first, second], clients)).toEqual(expected);
  });
});
