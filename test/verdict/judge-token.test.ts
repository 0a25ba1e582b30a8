import { describe, expect, it } from 'vitest';
import { NO_STATEMENTS } from '../../src/grants/manifest.ts';
import { judgeToken, type TokenVerdict } from '../../src/verdict/judge-token.ts';
import { analyseFiles, applicationDirectory, textAt, uipathIndex, type Files } from '../usage/virtual-application.ts';
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
