import { describe, expect, it } from 'vitest';
import type { Declaration, Place } from '../../src/grants/declaration.ts';
import { inspectScopeString } from '../../src/scopes/inspect.ts';
import type { ClientSite, UsageFacts } from '../../src/usage/facts.ts';
import { planRegistration } from '../../src/verdict/plan-registration.ts';
import { describeProblem } from '../../src/verdict/problem-messages.ts';
import { describeScopeChange, grantTypeName, onceAdded } from '../../src/verdict/scope-change.ts';
import { withUsesElsewhere } from '../../src/verdict/used-elsewhere.ts';
import { uipathIndex } from '../usage/virtual-application.ts';

const place = (file: string): Place => ({ file, line: 1, column: 1, endLine: 1, endColumn: 2 });

describe('what is wrong with a scope string, as a sentence', () => {
  const sentences = (text: string): string[] =>
    inspectScopeString(text, uipathIndex.vocabulary, uipathIndex.grammar).problems.map((problem) => describeProblem(problem, text, 'UiPath'));

  it.each([
    ['OR.Machine', /Did you mean OR\.Machines\?$/],
    ['Who.Knows', / Check its spelling in the provider's documentation\.$/],
    ['OR..Jobs.Read.All', / Check its spelling in the provider's documentation\.$/],
    ['Jobs.Edit', / Declare OR\.Jobs\.Write\.$/],
    ['Processes.View', / Declare OR\.Execution\.Read \(some calls that demand the permission accept OR\.Robots\.Read instead\)\.$/],
    ['or.jobs', / Did you mean OR\.Jobs\?$/],
    ['OR.Jobs,PIMS', /after OR\.Jobs/],
    ['OR.Jobs,', /after OR\.Jobs/],
    [' PIMS', /before PIMS/],
  ])('%j', (text, expected) => {
    expect(sentences(text)).toHaveLength(1);
    expect(sentences(text)[0]).toMatch(expected);
  });
});

describe('what follows a change of scopes', () => {
  it.each([
    [{ change: 'added' }, ''],
    [{ change: 'added', consentAgain: true }, 'users must consent again'],
    [{ change: 'removed', consentAgain: false }, 'users need not consent again'],
    [{ change: 'added', consentAgain: true, grantType: 'authorization_code' }, 'users must consent again, with authorization code'],
    [{ change: 'added', refusedForMinutes: 401 }, 'takes minutes, until then a token request is refused with 401'],
    [{ change: 'added', refusedForMinutes: 401, consentAgain: true }, 'takes minutes, until then a token request is refused with 401; users must consent again'],
  ] as const)('%j', (change, sentence) => {
    expect(describeScopeChange(change)).toBe(sentence);
  });

  it('is said of what is added only', () => {
    const changes = [{ change: 'added', consentAgain: true, source: 'a' }, { change: 'removed', consentAgain: false, source: 'a' }] as const;
    expect(onceAdded(changes)).toBe(' Once added: users must consent again.');
    expect(onceAdded([])).toBe('');
    expect(onceAdded()).toBe('');
    expect(grantTypeName('urn_of_a_grant')).toBe('urn of a grant');
  });
});

describe('clients that another program knows by declarations only', () => {
  const client = (file: string, inTest = false): ClientSite => ({ provider: 'uipath', place: place(file), grant: { kind: 'declared' }, stated: { kind: 'none' }, inTest });
  const usage: UsageFacts = {
    provider: 'uipath', uses: [], unmapped: [], importsSdk: true,
    escapes: [{ place: place('/w/a/other.ts'), reason: 'another' }],
    clients: [client('/w/a/main.ts'), client('/w/a/main.test.ts', true), client('/w/ab/main.ts')],
  };

  it('may be called there: each of the package, but for those of its tests', () => {
    const { escapes, ...rest } = withUsesElsewhere(usage, [{ directory: '/w/a', by: 'apps/web' }]);
    expect(rest).toEqual({ provider: 'uipath', uses: [], unmapped: [], importsSdk: true, clients: usage.clients });
    expect(escapes).toEqual([
      ...usage.escapes,
      { place: place('/w/a/main.ts'), reason: 'apps/web knows this package by its declarations, and what it calls with this client is not seen' },
    ]);
  });

  it('change nothing where there are none', () => {
    expect(withUsesElsewhere(usage, [])).toBe(usage);
    expect(withUsesElsewhere(usage, [{ directory: '/w/c', by: 'apps/web' }])).toBe(usage);
  });
});

describe('what to register', () => {
  const declaration = (text: string, file = '/app/uipath.json'): Declaration => ({
    provider: 'uipath', kind: 'configuration', place: place(file), text, key: 'scope', environment: null,
    scopes: text.split(' ').map((scope) => ({ scope, place: place(file) })),
  });
  const [one, more] = [declaration('PIMS OR.Jobs'), declaration('OR.Jobs OR.Tasks', '/app/.env')];

  it('is the one declaration, in the order of the catalog, without what the catalog does not know', () => {
    expect(planRegistration({ alternatives: [one], effective: one, undecided: [] }, uipathIndex)).toEqual({ scopes: ['OR.Jobs', 'PIMS'], from: [one], reason: null });
    expect(planRegistration({ alternatives: [declaration('OR.Jobs Who.Knows')], effective: null, undecided: [] }, uipathIndex).scopes).toEqual(['OR.Jobs']);
  });

  it('is what any of several declarations has, the one in effect first, and names those that add something', () => {
    expect(planRegistration({ alternatives: [one, more], effective: more, undecided: [] }, uipathIndex)).toEqual({
      scopes: ['OR.Jobs', 'OR.Tasks', 'PIMS'], from: [more, one], reason: null,
    });
    expect(planRegistration({ alternatives: [one, declaration('OR.Jobs', '/app/.env')], effective: null, undecided: [] }, uipathIndex).from).toEqual([one]);
  });

  it.each([
    ['nothing is declared', [], { text: 'no declaration of scopes was found' }],
    ['nothing is filled in', [declaration('your-scopes')], { place: place('/app/uipath.json'), text: 'holds no scopes yet' }],
    ['one of two is not filled in', [one, declaration('', '/app/.env')], { place: place('/app/.env'), text: 'holds no scopes yet' }],
    ['the catalog knows none', [declaration('Who.Knows')], { place: place('/app/uipath.json'), text: 'names no scope that the catalog knows' }],
    ['a role decides', [declaration('OR.Default')], { place: place('/app/uipath.json'), text: 'asks for OR.Default, which covers whatever the role of the application allows' }],
  ])('is nothing where %s', (_, alternatives, reason) => {
    expect(planRegistration({ alternatives, effective: null, undecided: [] }, uipathIndex)).toEqual({ scopes: null, from: [], reason });
  });

  it('is nothing where the grant is not known', () => {
    const open = { place: place('/app/main.ts'), reason: 'why' };
    expect(planRegistration({ alternatives: [one], effective: one, undecided: [open] }, uipathIndex)).toEqual({
      scopes: null, from: [], reason: { place: open.place, text: 'why' },
    });
  });
});
