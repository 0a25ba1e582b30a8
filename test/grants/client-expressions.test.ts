import { describe, expect, it } from 'vitest';
import { reasonsOfEach } from './read-client.ts';

const declared = 'declare const c: boolean; declare const key: string; declare function load(): string; declare const list: string[]; '
  + "const SPACE = ' '; let later = SPACE as string; later = ',';\n";

describe('an expression that makes scopes', () => {
  it('is read where nothing in it has to be run, and undecided otherwise', () => {
    const ways = [
      ["String('PIMS')", ['PIMS']],
      ['String()', 'the scopes come from a call that is not followed'],
      ["encodeURIComponent('PIMS')", ['PIMS']],
      ["decodeURIComponent('PIMS')", 'the scopes come from a call that is not followed'],
      ["' PIMS '.trim()", ['PIMS']],
      ["'PIMS'.toString()", ['PIMS']],
      ["'PIMS/'.replace(/\\/+$/, '')", ['PIMS/']],
      ["'PIMS'.replace(/[/]$/, '')", ['PIMS']],
      ["'PIMS'.replace(/\\/*$/, '')", ['PIMS']],
      ["'PIMS'.replace(/\\/$/g, '')", 'the scopes come from a call that is not followed'],
      ["'PIMS'.replace(/x\\/$/, '')", 'the scopes come from a call that is not followed'],
      ["'PIMS'.replace(/\\/x$/, '')", 'the scopes come from a call that is not followed'],
      ["'PIMS'.replace('/', '')", 'the scopes come from a call that is not followed'],
      ["'PIMS'.replace()", 'the scopes come from a call that is not followed'],
      ["'PIMS'.toUpperCase()", 'the scopes come from a call that is not followed'],
      ["'PIMS'.concat(' ', 'OR.Jobs')", ['PIMS OR.Jobs']],
      ["(list as any).concat('PIMS').join(' ')", 'the scopes come from list, which gets its value later'],
      ["['PIMS'].concat(list).join(' ')", 'the scopes come from list, which gets its value later'],
      ["['PIMS'].join(key)", 'the scopes come from a call that is not followed'],
      ["['PIMS', 'OR.Jobs'].join(SPACE)", ['PIMS OR.Jobs']],
      ["((by: string) => ['PIMS', 'OR.Jobs'].join(by))('+')", ['PIMS+OR.Jobs']],
      ["['PIMS', 'OR.Jobs'].join(later)", 'the scopes come from a call that is not followed'],
      ["['PIMS'].join(undefined)", 'the scopes come from a call that is not followed'],
      ["['PIMS']['join'](' ')", 'the scopes come from a call that is not followed'],
      ["['PIMS', ''].filter((one) => one).join('-')", 'the scopes come from a call that is not followed'],
      ["['PIMS', ''].filter().join('-')", 'the scopes come from a call that is not followed'],
      ["['PIMS', ''].filter(Boolean).join('-')", ['PIMS']],
      ["'PIMS OR.Jobs'.split(' ').join(' ')", ['PIMS OR.Jobs']],
      ["'PIMS OR.Jobs'.split(SPACE).join(SPACE)", ['PIMS OR.Jobs']],
      ["'PIMS OR.Jobs'.split().join(' ')", 'the scopes come from a call that is not followed'],
      ["'PIMS,OR.Jobs'.split(',').join(' ')", 'the scopes come from a call that is not followed'],
      ["'PIMS'.split(key).join(' ')", 'the scopes come from a call that is not followed'],
      ["Array.from(['PIMS']).join(' ')", ['PIMS']],
      ["Array.from(['PIMS'], load).join(' ')", 'the scopes come from a call that is not followed'],
      ["Array.from().join(' ')", 'the scopes come from a call that is not followed'],
      ["Other.from(['PIMS']).join(' ')", 'the scopes come from a call that is not followed'],
      ["Array.of('PIMS').join(' ')", 'the scopes come from a call that is not followed'],
      ["[...new Set(['PIMS', 'PIMS'])].join(' ')", ['PIMS']],
      ["['PIMS', ...new Set()].join(' ')", ['PIMS']],
      ["[...new Map(['PIMS'])].join(' ')", 'the scopes are computed'],
      ["new Set(['PIMS', 'PIMS'])", ['PIMS']],
      ["new URL('PIMS')", 'an address stands where scopes belong'],
      ["(load(), 'PIMS')", ['PIMS']],
      ["'PIMS' - 'a'", 'the scopes are computed'],
      ["-'PIMS'", 'the scopes are computed'],
      ["c && 'PIMS'", ['PIMS', '-']],
      ["(() => 'PIMS')()", ['PIMS']],
      ["['PIMS']", ['PIMS']],
      ["'PIMS'!", ['PIMS']],
      ["<string>'PIMS'", ['PIMS']],
      ["Object.values({ a: 'PIMS' }).join(' ')", ['PIMS']],
      ["Object.values().join(' ')", 'the scopes come from a call that is not followed'],
      ["Other.values({ a: 'PIMS' }).join(' ')", 'the scopes come from a call that is not followed'],
      ["Object.values(missing).join(' ')", 'the scopes are the values of an object that is not followed'],
      ["list.values().join(' ')", 'the scopes come from a call that is not followed'],
    ] as const;
    expect(reasonsOfEach(ways, (expression) => `${declared}new UiPath({ scope: ${expression} });`)).toEqual(ways);
  });

  it('is all values of an object or an enum, where each of them is in sight', () => {
    const ways = [
      ["const S = { a: 'PIMS', b: 'OR.Jobs' };", ['PIMS OR.Jobs']],
      ["enum S { A = 'PIMS', B = 'OR.Jobs' }", ['PIMS OR.Jobs']],
      ["enum S { A = 'PIMS', B }", 'the scopes are the values of an object that is not followed'],
      ["const other = { b: 'PIMS' }; const S = { a: 'OR.Jobs', ...other };", 'the scopes are the values of an object that is not followed'],
      ["const a = 'PIMS'; const S = { a };", 'the scopes are the values of an object that is not followed'],
      ["const S = { a() { return 'PIMS'; } };", 'the scopes are the values of an object that is not followed'],
      ["const S = c ? { a: 'PIMS' } : { a: 'OR.Jobs' };", 'the scopes are the values of an object that is not followed'],
      ['declare const S: { a: string };', 'the scopes are the values of an object that is not followed'],
      ['const S = undefined;', 'the scopes are the values of an object that is not followed'],
      ["function S() { return 'PIMS'; }", 'the scopes are the values of an object that is not followed'],
    ] as const;
    expect(reasonsOfEach(ways, (object) => `${declared}${object}\nnew UiPath({ scope: Object.values(S).join(' ') });`)).toEqual(ways);
  });
});
