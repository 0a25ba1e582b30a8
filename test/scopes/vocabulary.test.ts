import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareScopes, createVocabulary, isSuggestible } from '../../src/scopes/vocabulary.ts';
import { anyEntries, anyGrant, NAMES, reaches } from './small-world.ts';
import { vocabulary } from './uipath-like.ts';

describe('implication', () => {
  it('is what the entries say, and never what the names look like', () => {
    expect([...vocabulary.implied('OR.Jobs')]).toEqual(['OR.Jobs', 'OR.Jobs.Read', 'OR.Jobs.Write']);
    expect([...vocabulary.implied('OR.Jobs.Write')]).toEqual(['OR.Jobs.Write']);
    expect([...vocabulary.implied('DataFabric.Data.Read')]).toEqual(['DataFabric.Data.Read']);
  });

  it('is reachability in the graph of the entries', () => {
    fc.assert(
      fc.property(anyEntries, anyGrant, (entries, held) => {
        const covered = createVocabulary(entries).closure(held);
        expect([...covered].sort()).toEqual(NAMES.filter((name) => held.some((scope) => reaches(entries, scope, name))));
      }),
    );
  });

  it('is a closure: it adds, it grows with what is held, and taken twice it is the same', () => {
    fc.assert(
      fc.property(anyEntries, anyGrant, anyGrant, (entries, held, more) => {
        const closure = (scopes: Iterable<string>): ReadonlySet<string> => createVocabulary(entries).closure(scopes);
        const once = closure(held);
        expect(held.every((scope) => once.has(scope))).toBe(true);
        expect([...once].every((scope) => closure([...held, ...more]).has(scope))).toBe(true);
        expect(closure(once)).toEqual(once);
      }),
    );
  });

  it('takes an implied name that is no entry as a scope of its own', () => {
    const partial = createVocabulary([{ name: 'a', implies: ['ghost'] }]);
    expect([...partial.closure(['a'])]).toEqual(['a', 'ghost']);
    expect(partial.has('ghost')).toBe(false);
  });
});

describe('createVocabulary', () => {
  it('knows scopes that are always allowed, also where no entry names them', () => {
    expect(vocabulary.has('offline_access')).toBe(true);
    expect(vocabulary.isAlwaysAllowed('openid')).toBe(true);
    expect(vocabulary.isAlwaysAllowed('PIMS')).toBe(false);
    expect(vocabulary.isRoleWildcard('OR.Default')).toBe(true);
  });

  it('does not take names of the prototype for scopes', () => {
    expect(vocabulary.has('constructor')).toBe(false);
    expect(vocabulary.entry('__proto__')).toBeUndefined();
    expect([...vocabulary.implied('toString')]).toEqual(['toString']);
  });

  it('orders scopes as its entries are, and unknown ones after them by name', () => {
    expect(['zebra', 'openid', 'PIMS', 'apple', 'OR.Jobs'].sort(compareScopes(vocabulary))).toEqual([
      'OR.Jobs',
      'PIMS',
      'openid',
      'apple',
      'zebra',
    ]);
  });
});

describe('a vocabulary', () => {
  const own = createVocabulary([{ name: 'b', implies: ['a'] }, { name: 'a' }, { name: 'b' }, { name: '*', roleWildcard: true }], ['openid', 'a']);

  it('has each name once, in the order of the entries, and then those that are always allowed', () => {
    expect(createVocabulary([{ name: 'b', implies: ['a'] }, { name: 'a' }, { name: 'b' }], ['openid', 'a']).names).toEqual(['b', 'a', 'openid']);
  });

  it('counts the first of two entries of one name', () => {
    expect([...createVocabulary([{ name: 'b', implies: ['a'] }, { name: 'b' }]).implied('b')]).toEqual(['b', 'a']);
    expect(createVocabulary([{ name: 'b', suspect: true }], ['b']).entry('b')).toEqual({ name: 'b', suspect: true });
  });

  it('tells which scopes are always allowed, and which are wildcards', () => {
    const made = createVocabulary([{ name: '*', roleWildcard: true }, { name: 'a' }], ['openid']);
    expect(['openid', 'a', '*', 'x'].map((scope) => made.isAlwaysAllowed(scope))).toEqual([true, false, false, false]);
    expect(['openid', 'a', '*', 'x'].map((scope) => made.isRoleWildcard(scope))).toEqual([false, false, true, false]);
  });

  it('sorts scopes as it lists them, and others behind them by their code units', () => {
    expect(['z', 'Z', 'openid', 'a', 'b', 'y', 'y'].sort(compareScopes(own))).toEqual(['b', 'a', 'openid', 'Z', 'y', 'y', 'z']);
    expect([compareScopes(own)('y', 'y'), compareScopes(own)('y', 'z'), compareScopes(own)('z', 'y')]).toEqual([0, -1, 1]);
  });

  it('proposes what it has, and nothing that is suspect, reserved or a wildcard', () => {
    const made = createVocabulary([{ name: 'a' }, { name: 's', suspect: true }, { name: 'f', firstPartyOnly: true }, { name: '*', roleWildcard: true }]);
    expect(['a', 's', 'f', '*', 'x'].filter((scope) => isSuggestible(made, scope))).toEqual(['a']);
  });
});
