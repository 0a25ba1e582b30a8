import { describe, expect, it } from 'vitest';
import { findingTable } from '../../src/report/html/finding-table.ts';
import { fileNames } from '../../src/report/html/places.ts';
import type { Finding } from '../../src/verdict/finding.ts';
import { at, workingDirectory } from './sample-report.ts';

const rest = 'needs OR.Tasks or OR.Tasks.Write, which the client does not hold. Declare OR.Tasks.Write. Source: a page, 2026-05-12.';

function missing(file: string, line: number, wrapper?: string): Finding {
  const chain = wrapper === undefined ? {} : { chain: [{ name: wrapper, place: at('src/page.ts', 7) }] };
  const through = wrapper === undefined ? '' : `, called through ${wrapper} (page.ts:7),`;
  return {
    rule: 'no-missing-scope', kind: 'missing', scope: 'OR.Tasks.Write', place: at(file, line), call: 'Tasks.create',
    message: `Tasks.create${through} ${rest}`, ...chain,
  };
}

/** The text of each row, cells divided by |. */
function rowsOf(findings: readonly Finding[]): string[] {
  const { markup } = findingTable(findings, 'x', { nameOf: fileNames({ root: workingDirectory }), version: '1.2.3' });
  return markup.split(/<tr[^>]*>/).slice(2).map((row) => row.replaceAll('<td>', '|').replaceAll(/<\/?p>/g, '; ').replaceAll(/<[^>]*>/g, '').trim());
}

describe('the table of findings', () => {
  it('tells calls through wrappers of their own apart by their places', () => {
    expect(rowsOf([missing('src/a.ts', 1), missing('src/b.ts', 2, 'save'), missing('src/b.ts', 2, 'add')])).toEqual([
      'no-missing-scope error 3 findings. Source: a page, 2026-05-12.',
      '|Tasks.create needs OR.Tasks or OR.Tasks.Write, which the client does not hold. Declare OR.Tasks.Write.'
      + '|src/a.ts:1 ; src/b.ts:2 through save (src/page.ts:7); src/b.ts:2 through add (src/page.ts:7)',
    ]);
  });

  it('has a group for each source of a rule, and one for what names none', () => {
    const other = { ...missing('src/a.ts', 1), message: 'Jobs.start needs OR.Jobs. Source: another page.' };
    const none = { ...missing('src/a.ts', 3), message: 'Queues.add needs OR.Queues.' };
    expect(rowsOf([missing('src/a.ts', 2), other, none, { ...other, place: at('src/b.ts', 4) }])).toEqual([
      'no-missing-scope error 1 finding. Source: a page, 2026-05-12.',
      expect.stringMatching(/^\|Tasks\.create needs/),
      'no-missing-scope error 2 findings. Source: another page.',
      '|Jobs.start needs OR.Jobs.|src/a.ts:1 src/b.ts:4',
      'no-missing-scope error 1 finding',
      '|Queues.add needs OR.Queues.|src/a.ts:3',
    ]);
  });

  it('leaves a message as it is that does not say how the call is made', () => {
    const strange = { ...missing('src/a.ts', 1, 'save'), message: 'Tasks.create is refused.' };
    expect(rowsOf([strange])[1]).toBe('|Tasks.create is refused.|; src/a.ts:1 through save (src/page.ts:7)');
  });
});
