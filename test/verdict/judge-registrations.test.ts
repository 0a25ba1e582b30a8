import { describe, expect, it } from 'vitest';
import { compareRegistration } from '../../src/verdict/compare-registration.ts';
import { judgeRegistrations } from '../../src/verdict/judge-registrations.ts';
import { catalogOf, declaration } from './example.ts';

describe('how a registration differs from what should be registered', () => {
  it.each<[readonly string[] | null, readonly string[] | null, string | null]>([
    [['A', 'B'], ['B', 'A'], null],
    [null, null, null],
    [[], [], null],
    [['A'], ['A', 'B', 'C'], 'it lacks B C'],
    [['A', 'B', 'C'], ['A'], 'it still has B C'],
    [['A'], ['B'], 'it lacks B and still has A'],
    [null, ['A', 'B'], 'it registers nothing, and A B can be registered'],
    [['A'], null, 'it registers scopes, and nothing can be registered any more'],
  ])('%j, and wanted is %j', (registered, wanted, change) => {
    expect(compareRegistration(registered, wanted)).toBe(change);
  });
});

describe('a stale registration is a finding', () => {
  const index = catalogOf({});
  const stale = (text: string, scopes: string | null) => {
    const alternatives = scopes === null ? [] : [declaration(scopes)];
    return judgeRegistrations([{ file: '/app/oauth-scopes.gen.d.ts', text }], { alternatives, effective: null, undecided: [] }, index);
  };
  const registered = "interface Registered {\n  example: 'audit other';\n}\n";

  it('where it stands, with the scopes that only one of both has', () => {
    expect(stale(registered, 'other things')).toStrictEqual([{
      rule: 'consistent-scopes', kind: 'conflict', scope: 'things audit',
      place: { file: '/app/oauth-scopes.gen.d.ts', line: 2, column: 3, endLine: 2, endColumn: 25 },
      message: 'This registration is stale, so that the compiler checks other scopes than are declared: it lacks things and still has audit. Run oauth-scopes sync.',
    }]);
  });

  it('where it registers nothing, or nothing can be registered', () => {
    expect(stale('export {};\n', 'other things').map(({ scope, place }) => [scope, place.line, place.endColumn])).toEqual([['things other', 1, 1]]);
    expect(stale(registered, null).map(({ scope, place }) => [scope, place.line, place.endColumn])).toEqual([['audit other', 2, 25]]);
  });

  it('and one that says what is declared is none', () => {
    expect([stale(registered, 'other audit'), stale('export {};\n', null)]).toEqual([[], []]);
    expect(judgeRegistrations([], { alternatives: [declaration('audit')], effective: null, undecided: [] }, index)).toEqual([]);
  });
});
