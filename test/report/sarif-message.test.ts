import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageText } from '../../src/report/sarif/message-text.ts';
import { runs } from '../support/property-runs.ts';

/** A link in a plain message, by the grammar of SARIF 2.1.0, 3.11.6. */
const LINK = /(?<!\\)(?:\\\\)*\[(?:[^\\[\]]|\\[\\[\]])*\]\([^)]*\)/;

/** A placeholder, by 3.11.5: a number in braces that are no part of a pair. */
const PLACEHOLDER = /(?<!\{)(?:\{\{)*\{\d+\}/;

/** What a viewer shows. */
function shown(message: string): string {
  return message.replaceAll(/\\([\\[\]])/g, '$1').replaceAll('{{', '{').replaceAll('}}', '}');
}

describe('a message of SARIF', () => {
  it.each([
    ['No call needs OR.Jobs.', 'No call needs OR.Jobs.'],
    ['GET /odata/Jobs({key}) needs {0}', 'GET /odata/Jobs({{key}}) needs {{0}}'],
    ['see [here](1)', String.raw`see \[here\](1)`],
    ['[a][b](https://example.com)', String.raw`\[a\]\[b\](https://example.com)`],
    ['src/app/[id]/page.tsx', 'src/app/[id]/page.tsx'],
    [String.raw`C:\apps\desk`, String.raw`C:\apps\desk`],
    [String.raw`\[id](1)`, String.raw`\\\[id\](1)`],
    [String.raw`C:\[id]`, String.raw`C:\\\[id\]`],
    [String.raw`\\server`, String.raw`\\\\server`],
  ])('%s', (text, message) => {
    expect(messageText(text)).toBe(message);
  });

  it('has no link and no placeholder, and shows the text, whatever that is', () => {
    const text = fc.string({ unit: fc.constantFrom('[', ']', '(', ')', '{', '}', '\\', '0', 'a') });
    fc.assert(fc.property(text, (any) => {
      const message = messageText(any);
      expect([LINK.test(message), PLACEHOLDER.test(message), shown(message)]).toEqual([false, false, any]);
    }), { numRuns: runs(2000) });
  });
});
