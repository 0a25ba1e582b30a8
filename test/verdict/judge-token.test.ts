import { describe, expect, it } from 'vitest';
import { NO_STATEMENTS } from '../../src/grants/manifest.ts';
import type { UsageFacts } from '../../src/usage/facts.ts';
import { judgeToken, type TokenQuestion, type TokenVerdict } from '../../src/verdict/judge-token.ts';
import { analyseFiles, applicationDirectory, textAt, uipathIndex, type Files } from '../usage/virtual-application.ts';
import { catalogOf, exact, facts, placeAt, use } from './example.ts';
import { application } from './report-lines.ts';

/** What is said of a token with these scopes, shortly. */
function judged(scopes: string, files: Files): Record<'refused' | 'inVain' | 'broad' | 'undecided', readonly string[]> {
  const { usage } = analyseFiles(files);
  const question = { index: uipathIndex, directory: applicationDirectory, usage, statements: NO_STATEMENTS };
  const { refused, inVain, broad, undecided }: TokenVerdict = judgeToken(scopes.split(' '), question);
  return {
    refused: refused.map(({ call, lacks, place }) => `${call} lacks ${lacks} at ${textAt(files, place)}`),
    inVain: inVain.map(({ scope, kind }) => `${scope} ${kind}`),
    broad: broad.map(({ scope, narrower }) => `${scope} to ${narrower}`),
    undecided: undecided.map(({ reason, holdsBack }) => `${reason} [${holdsBack.join(' ')}]`),
  };
}

const nothing = { refused: [], inVain: [], broad: [], undecided: [] };

describe('a token of an application with one client', () => {
  it.each([
    ['what is declared', 'new Tasks(new UiPath()).getAll();'],
    ['what its own constructor states', "new Tasks(new UiPath({ scope: 'OR.Tasks.Read' })).getAll();"],
  ])('is held against its calls, whatever the client holds: %s', (_, code) => {
    const files = application('OR.Tasks.Read', code);
    expect(judged('PIMS OR.Tasks', files)).toEqual({ ...nothing, inVain: ['PIMS unused'], broad: ['OR.Tasks to OR.Tasks.Read'] });
    expect(judged('PIMS', files)).toMatchObject({ refused: ['Tasks.getAll lacks OR.Tasks or OR.Tasks.Read at getAll'] });
  });

  it('two clients with one grant are as one', () => {
    const files = application('', "new Tasks(new UiPath({ scope: 'OR.Tasks' })).getAll(); new Jobs(new UiPath({ scope: 'OR.Tasks' })).getAll();");
    expect(judged('OR.Tasks.Read', files).refused).toEqual(['Jobs.getAll lacks OR.Jobs or OR.Jobs.Read at getAll']);
  });

  it('calls of a client with a secret are made without the token', () => {
    const files = application('', "const config = { baseUrl: '', orgName: '', tenantName: '', secret: 's' }; new Tasks(new UiPath(config)).getAll();");
    expect(judged('PIMS', files).refused).toEqual([]);
  });
});

describe('a token of an application whose clients hold different grants', () => {
  const files = application('', `new Tasks(new UiPath({ scope: 'OR.Tasks.Read' })).getAll();
new Assets(new UiPath({ scope: 'OR.Assets.Read' })).getAll({ folderId: 1 });`);
  const whose = 'and the application makes clients with different scopes: of which of them this is the token is not known';

  it('refuses no call, because it may be the token of the other client', () => {
    expect(judged('OR.Tasks.Read', files)).toEqual({ ...nothing, undecided: [`Assets.getAll needs OR.Assets or OR.Assets.Read, ${whose} []`] });
  });

  it('calls no scope vain that any of them needs', () => {
    expect(judged('OR.Tasks.Read OR.Assets.Read', files)).toEqual(nothing);
  });

  it('calls vain and too broad what is so for all of them', () => {
    expect(judged('OR.Tasks PIMS OR.Assets.Read', files)).toEqual({ ...nothing, inVain: ['PIMS unused'], broad: ['OR.Tasks to OR.Tasks.Read'] });
  });
});

describe('what is judged of a token', () => {
  const index = catalogOf(
    {
      read: [exact(['things', 'things:read'])],
      write: [exact(['things', 'things:write'])],
      other: [exact(['other'])],
      moved: [{ ...exact(['audit']), until: '2026-05-01' }, { ...exact(['other']), since: '2026-05-01' }],
    },
    { endpoints: [{ label: 'GET /me', verb: 'GET', path: '/me', rows: [exact()], refusedTo: ['client_credentials'] }] },
  );
  const verdict = (scopes: string, usage: Partial<UsageFacts>, more: Partial<TokenQuestion> = {}): TokenVerdict =>
    judgeToken(scopes.split(' '), { index, directory: '/app', usage: facts(usage), statements: NO_STATEMENTS, ...more });
  const fine = { refused: [], inVain: [], broad: [], undecided: [] };
  const input = placeAt(1, '/app/standard input');

  it('names the call that is refused, and all that may be meant in one place', () => {
    const uses = [use('read', 1), use('other', 2), use('write', 2)];
    expect(verdict('things:read', { uses })).toStrictEqual({ ...fine, refused: [
      { call: 'Things.other or Things.write', lacks: 'other', place: placeAt(2) },
      { call: 'Things.other or Things.write', lacks: 'things or things:write', place: placeAt(2) },
    ] });
  });

  it('is that another scope covers the same, also where the one implies the other', () => {
    const uses = [use('read', 1), use('write', 2), use('other', 3)];
    expect(verdict('things things:read other', { uses })).toStrictEqual({ ...fine, inVain: [{ scope: 'things:read', kind: 'redundant' }] });
  });

  it('follows the stated grant type and the day', () => {
    const uses = [use('me', 1, { method: 'GET /me' }), use('moved', 2)];
    expect(verdict('audit other', { uses })).toStrictEqual(fine);
    expect(verdict('audit other', { uses }, { statements: { needs: [], grantType: 'client_credentials' } })).toStrictEqual({
      ...fine, refused: [{ call: 'GET /me', lacks: '', place: placeAt(1) }],
    });
    expect(verdict('audit other', { uses }, { asOf: '2026-04-30' })).toStrictEqual({ ...fine, inVain: [{ scope: 'other', kind: 'unused' }] });
  });

  it('is said to be in the input where nothing can be compared', () => {
    expect(verdict('other', {}).undecided).toStrictEqual([{
      place: { ...input, endColumn: 1 }, holdsBack: ['other'],
      reason: 'no call that needs a scope was seen for certain, so that there is nothing to compare these scopes with',
    }]);
  });

  it('says why a call is not known, which is not a matter of the token', () => {
    const unknown = { grant: { kind: 'undecided', reason: 'the receiver has no type' } } as const;
    expect(verdict('things:read other', { uses: [use('read', 1), use('other', 2, { ...unknown, typed: false })] })).toStrictEqual({
      ...fine, undecided: [{ place: placeAt(2), reason: 'the receiver has no type: this may be Things.other', holdsBack: ['other'] }],
    });
    expect(verdict('things:read', { uses: [use('read', 1), use('other', 2, unknown)] }).refused).toEqual([
      { call: 'Things.other', lacks: 'other', place: placeAt(2) },
    ]);
  });

  it('is not what a cast claims', () => {
    const claimed = [{ provider: 'example', place: placeAt(5), scopes: ['audit'], held: { kind: 'declared' } }] as const;
    expect(verdict('things:read', { uses: [use('read', 1)], claimed })).toStrictEqual(fine);
  });
});
