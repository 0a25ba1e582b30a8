import { describe, expect, it } from 'vitest';
import type { Declaration, Place } from '../../src/grants/declaration.ts';
import { inspectScopeString } from '../../src/scopes/inspect.ts';
import type { ClientSite, UsageFacts } from '../../src/usage/facts.ts';
import { planRegistration } from '../../src/verdict/plan-registration.ts';
import { describeProblem } from '../../src/verdict/problem-messages.ts';
import { describeScopeChange, grantTypeName, onceAdded } from '../../src/verdict/scope-change.ts';
import { withUsesElsewhere } from '../../src/verdict/used-elsewhere.ts';
import { uipathIndex } from '../usage/virtual-application.ts';
import { catalogOf } from './example.ts';

const place = (file: string): Place => ({ file, line: 1, column: 1, endLine: 1, endColumn: 2 });

describe('what is wrong with a scope string, as a sentence', () => {
  const sentences = (text: string): string[] =>
    inspectScopeString(text, uipathIndex.vocabulary, uipathIndex.grammar).problems.map((problem) => describeProblem(problem, text, 'UiPath'));

  const long = 'a'.repeat(99);

  it.each([
    ['', 'The scope string is empty. Name the scopes that the application needs.'],
    ['OR.Machine', "UiPath has no scope 'OR.Machine'. Did you mean OR.Machines?"],
    ['Who.Knows', "UiPath has no scope 'Who.Knows'. Check its spelling in the provider's documentation."],
    ['OR..Jobs.Read.All', "'OR..Jobs.Read.All' does not have the form of a scope of UiPath. Check its spelling in the provider's documentation."],
    ['Jobs.Edit', "'Jobs.Edit' is a permission of a role, not a scope. Declare OR.Jobs.Write."],
    [
      'Processes.View',
      "'Processes.View' is a permission of a role, not a scope. Declare OR.Execution.Read (some calls that demand the permission accept OR.Robots.Read instead).",
    ],
    [
      'Assets.View',
      "'Assets.View' is a permission of a role, not a scope. Declare OR.Assets.Read (some calls that demand the permission accept OR.Assets.Write or OR.Settings.Read instead).",
    ],
    ['or.jobs', "'or.jobs' is not how the scope is written: upper and lower case matter. Did you mean OR.Jobs?"],
    ['OR. Jobs', "'OR. Jobs' has a space inside a scope. Did you mean OR.Jobs?"],
    ['OR.Jobs;PIMS', "'OR.Jobs;PIMS' is not separated as scopes are."],
    ['OR.Jöbs', "'OR.Jöbs' has a character that no scope may have."],
    ['your-scopes', "'your-scopes' is a placeholder. Put the scopes in its place that the application needs."],
    ['SCOPE=OR.Jobs', "'SCOPE=' repeats the name of the variable inside its value. Take it out."],
    ['PIMS PIMS', 'PIMS stands in this string more than once. Remove the repetition.'],
    ['OR.Jobs OR.Jobs.Read', 'OR.Jobs.Read is implied by OR.Jobs, which stands in the same string. One of them is enough.'],
    ['OR.Jobs,PIMS', 'A comma stands after OR.Jobs. Separate scopes by single spaces.'],
    ['OR.Jobs OR.Tasks,PIMS', 'A comma stands after OR.Tasks. Separate scopes by single spaces.'],
    [',OR.Jobs PIMS', 'A comma stands before OR.Jobs. Separate scopes by single spaces.'],
    [' PIMS', 'Surplus white space stands before PIMS. Separate scopes by single spaces, and put none at either end.'],
    ['OR.Jobs  PIMS', 'Surplus white space stands after OR.Jobs. Separate scopes by single spaces, and put none at either end.'],
  ])('%j', (text, sentence) => {
    expect(sentences(text)).toEqual([sentence]);
  });

  it('names no more than the last hundred characters of a word before, and the first hundred of one after', () => {
    expect(sentences(`${long}bcd,PIMS`)).toContain(`A comma stands after ${long.slice(2)}bcd. Separate scopes by single spaces.`);
    expect(sentences(`,${long}bcd PIMS`)).toContain(`A comma stands before ${long}b. Separate scopes by single spaces.`);
  });

  it('names the scope that takes the place of one that the provider has retired', () => {
    const { vocabulary, grammar } = catalogOf({}, {
      scopes: [{ name: 'old', replacedBy: 'audit' }, { name: 'audit' }].map((scope) => ({ category: 'x', sources: ['s'], ...scope })),
    });
    const problems = inspectScopeString('old', vocabulary, grammar).problems;
    expect(problems.map((problem) => describeProblem(problem, 'old', 'Example'))).toEqual(["Example has retired the scope 'old'. Use audit."]);
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
    expect(onceAdded([...changes, { change: 'added', refusedForMinutes: 401, source: 'a' }])).toBe(
      ' Once added: users must consent again. Once added: takes minutes, until then a token request is refused with 401.',
    );
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
