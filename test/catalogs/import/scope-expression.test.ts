import { describe, expect, it } from 'vitest';
import { readScopeExpression, readScopeList, type ReadingRules } from '../../../src/catalogs/import/scope-expression.ts';

const rules: ReadingRules = { known: new Set(['PIMS']), several: undefined, saysOr: true };

function requirementOf(text: string, changed: Partial<ReadingRules> = {}): unknown {
  const reading = readScopeExpression(text, { ...rules, ...changed });
  return reading.kind === 'requirement' ? reading.requires : reading.kind;
}

describe('what the words of a cell require', () => {
  it.each([
    ['a:x or a:y', [['a:x', 'a:y']]],
    ['a:x, b:x', [['a:x'], ['b:x']]],
    ['PIMS OR.Execution.Read', [['PIMS'], ['OR.Execution.Read']]],
    ['a:x and b:x', [['a:x'], ['b:x']]],
    ['a:x or a:y, b:x or b:y', [['a:x', 'a:y'], ['b:x', 'b:y']]],
    ['a:x, b:x, or c:x', [['a:x', 'b:x', 'c:x']]],
    ['(a:x or a:y) and b:x', [['a:x', 'a:y'], ['b:x']]],
    ['(a:x and a:y) or b:x', [['a:x', 'b:x'], ['a:y', 'b:x']]],
    ['((Jobs or Jobs.Write) and (b:x or b:y)) and (c:x or c:y).', [['Jobs', 'Jobs.Write'], ['b:x', 'b:y'], ['c:x', 'c:y']]],
    ['One of: a:x, b:x', [['a:x', 'b:x']]],
    ['all of the following scopes: a:x b:x', [['a:x'], ['b:x']]],
    ['PIMS, a or a.read', [['PIMS'], ['a', 'a.read']]],
    ['a:x scope.', [['a:x']]],
    ['a:x\nb:x', [['a:x'], ['b:x']]],
    ['admin', [['admin']]],
    ['https://www.acme.com/auth/drive', [['https://www.acme.com/auth/drive']]],
    ['None', []],
    ['not required', []],
  ])('%j', (text, requires) => {
    expect(requirementOf(text)).toEqual(requires);
  });

  it.each(['', '-', '—', 'N/A', 'TBD', '?'])('%j says nothing', (text) => {
    expect(requirementOf(text)).toBe('silent');
  });

  it.each([
    ['a:x, b:x or c:x', 'a list of three alternatives, or two clauses'],
    ['a:x and b:x or c:x', '"and" before "or", or the other way round'],
    ['a:x / b:x', 'all or any'],
    ['users, users:readonly', 'nobody needs both'],
    ['users:readonly (users:manage)', 'as well, or instead'],
    ['Requires administrator access', 'words'],
    ['(jobs to start or b:x) and c:x', 'a clause must not get lost'],
    ['a:x or', 'something is missing'],
    ['a:x or or b:x', 'a slip'],
    ['"', 'no scope'],
  ])('does not guess at %j: %s', (text) => {
    expect(requirementOf(text)).toBe('unclear');
  });

  it('takes a condition in parentheses as a reason to accuse nobody', () => {
    expect(readScopeExpression('a:x (only for guests)', rules)).toEqual({ kind: 'requirement', requires: [['a:x']], certain: false });
    expect(readScopeExpression('a:x (new)', rules)).toEqual({ kind: 'requirement', requires: [['a:x']], certain: true });
  });

  it('asks what several scopes mean where the source nowhere says "or"', () => {
    const silent = { ...rules, saysOr: false };
    expect(readScopeList(['a:x', 'b:x'], silent)).toEqual({ kind: 'requirement', requires: [['a:x'], ['b:x']], certain: false });
    expect(readScopeList(['a:x', 'b:x'], { ...silent, several: 'all' })).toMatchObject({ requires: [['a:x'], ['b:x']], certain: true });
    expect(readScopeList(['a', 'a:x'], { ...silent, several: 'any' })).toMatchObject({ requires: [['a', 'a:x']], certain: true });
    expect(readScopeList(['a', 'a:x'], silent).kind).toBe('unclear');
  });

  it('stays bounded where alternatives multiply', () => {
    const group = (letter: string): string => `(${Array.from({ length: 20 }, (_, index) => `${letter}:${index}`).join(' and ')})`;
    expect(requirementOf(['a', 'b', 'c'].map(group).join(' or '))).toBe('unclear');
    expect(requirementOf('('.repeat(4000))).toBe('unclear');
    expect(requirementOf('a:x,'.repeat(5000))).toBe('unclear');
  });
});
