import { describe, expect, it } from 'vitest';
import { misleadingNames, plainNames, type Names } from '../usage/names.ts';
import { analyseFiles, textAt } from '../usage/virtual-application.ts';
import { findingLines, undecidedLines } from '../verdict/report-lines.ts';
import type { Case, Expected, Variation } from './case.ts';
import { cases } from './tables/index.ts';

/** Tests of every case with the SDK's own declarations, or with those that carry grants; a file each, so that two workers share them. */
export function testCases(declarations: 'raw' | 'guarded'): void {
  describe.each(cases.filter((one) => (one.declarations ?? declarations) === declarations))('case $number: $title', (one: Case) => {
    it.each<[string, Variation, Names]>([
      ['as stated', one.stated, plainNames],
      ['near miss', one.nearMiss, plainNames],
      ['renamed', one.stated, misleadingNames],
    ])('%s', async (_which, variation, names) => {
      const expected = await variation(names);
      if (expected !== undefined) {
        expectVerdict(expected, declarations === 'guarded');
      }
    });
  });
}

function expectVerdict({ files, findings = [], undecided = [], chains, minimal, complete }: Expected, overlay: boolean): void {
  const analysis = analyseFiles(files, { overlay });
  expect(findingLines(analysis, files).sort()).toEqual([...findings].sort());
  expect(undecidedLines(analysis)).toEqual(undecided);
  if (chains !== undefined) {
    const told = analysis.usage.uses.map(({ place, chain }) => chain && `${textAt(files, place)}: ${chain.map(({ name }) => name).join(' > ')}`);
    expect([...new Set(told.filter((line) => line !== undefined))].sort()).toEqual([...chains].sort());
  }
  if (minimal !== undefined) {
    expect(analysis.report.minimal.scopes.join(' ')).toBe(minimal);
  }
  if (complete !== undefined) {
    expect(analysis.report.minimal.complete).toBe(complete);
  }
}
