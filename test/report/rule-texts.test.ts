import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import plugin from '../../index.ts';
import { ruleTexts } from '../../src/report/rule-texts.ts';
import { projectDirectory } from '../support/workspace.ts';

/** The rules that verdicts name. */
function reportedRules(): readonly string[] {
  const directory = join(projectDirectory, 'src/verdict');
  const sources = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const text = sources.map((file) => readFileSync(join(directory, file), 'utf8')).join('\n');
  return Object.keys(plugin.rules ?? {}).filter((rule) => text.includes(`'${rule}'`));
}

describe('what reports say of a rule', () => {
  it.each(ruleTexts)('$rule: is what the rule says', ({ rule, description, level }) => {
    const docs = plugin.rules?.[rule]?.meta?.docs as { description: string; recommended?: 'error' | 'warn' };
    expect(description).toBe(docs.description);
    expect(level).toBe(docs.recommended === undefined ? 'note' : docs.recommended === 'warn' ? 'warning' : 'error');
  });

  it('is there for each rule that check reports', () => {
    const known = ruleTexts.map(({ rule }) => rule);
    expect(reportedRules().length).toBeGreaterThan(5);
    expect(reportedRules().filter((rule) => !known.includes(rule))).toEqual([]);
  });
});
