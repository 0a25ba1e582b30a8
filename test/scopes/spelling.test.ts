import { expect, it } from 'vitest';
import { spellingIndex } from '../../src/scopes/spelling.ts';
import { createVocabulary } from '../../src/scopes/vocabulary.ts';

const find = (...names: readonly string[]) => spellingIndex(createVocabulary(names.map((name) => ({ name }))));

it.each([
  ['two letters stand for no others', 'AC.Jobs', 'OR.Jobs', false],
  ['nor with a letter more', 'ORS.Jobs', 'OR.Jobs', false],
  ['in three to five letters one edit is a slip', 'OR.Jbs', 'OR.Jobs', true],
  ['also where the shorter name has three', 'OR.cht', 'OR.chat', true],
  ['two are not', 'OR.Jbz', 'OR.Jobs', false],
  ['in five letters two are not, either', 'OR.Tazkz', 'OR.Tasks', false],
  ['in six letters two are', 'OR.Fqldqr', 'OR.Folder', true],
  ['three are not', 'OR.Fqldqq', 'OR.Folder', false],
  ['nor three letters more', 'OR.Folderxyz', 'OR.Folder', false],
  ['slips of several segments are each a slip', 'Dtas.Folderz', 'Data.Folder', false],
  ['one in each is fine', 'Dat.Folderz', 'Data.Folder', true],
  ['another number of segments is another name', 'OR.Jobs.Read', 'OR.Jobs', false],
  ['and so is none', '...', 'OR.Jobs', false],
])('a misspelt name: %s (%s for %s)', (_title, written, name, isFound) => {
  expect(find(name).nearest(written)).toBe(isFound ? name : undefined);
});

it('the nearest of several names counts, and of two that are equally near the first', () => {
  expect(find('OR.Triggers', 'OR.Trigger').nearest('OR.Trigge')).toBe('OR.Trigger');
  expect(find('OR.Trigger', 'OR.Triggers').nearest('OR.Trigge')).toBe('OR.Trigger');
  expect(find('users', 'usert').nearest('userz')).toBe('users');
  expect(find('usert', 'users').nearest('userz')).toBe('usert');
});

it('a name is found up to a hundred characters', () => {
  const [longest, longer] = ['a'.repeat(100), 'a'.repeat(101)];
  expect(find(longest).sameIgnoringCase(longest.toUpperCase())).toBe(longest);
  expect(find(longer).sameIgnoringCase(longer.toUpperCase())).toBeUndefined();
});

it('a name without its first segment stands for the only one that has it; nothing stands for a name of one segment', () => {
  expect(find('OR.Jobs.Write', 'OR.Jobs').lackingFirstSegment('jobs-write')).toBe('OR.Jobs.Write');
  expect(find('OR.Jobs.Write', 'TM.Jobs.Write').lackingFirstSegment('Jobs.Write')).toBeUndefined();
  expect(find('openid').lackingFirstSegment('')).toBeUndefined();
  expect(find('openid').sameIgnoringSeparators('--')).toBeUndefined();
  expect(find(':').sameIgnoringSeparators('--')).toBeUndefined();
});

it('an index is made once for a vocabulary', () => {
  const vocabulary = createVocabulary([{ name: 'users' }]);
  expect(spellingIndex(vocabulary)).toBe(spellingIndex(vocabulary));
});
