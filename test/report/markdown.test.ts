import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { checkMarkdown } from '../../src/report/markdown/markdown.ts';
import type { ApplicationReport } from '../../src/verdict/finding.ts';
import { hostileReport, shownNames } from './hostile-report.ts';
import { cleanReport, sampleReport, workingDirectory } from './sample-report.ts';

const options = { root: workingDirectory, version: '1.2.3' };

function html(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

/** What a reader sees of the cells of every table, row by row. */
function tablesOf(markdown: string): readonly (readonly string[])[] {
  return [...html(markdown).matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>([^]*?)<\/t[dh]>/g)].map(([, cell = '']) => textOf(cell)),
  );
}

function textOf(markup: string): string {
  return markup
    .replaceAll(/<\/?(?:code|a)\b[^>]*>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    .replaceAll('\u200B', '');
}

describe('a comment', () => {
  it('has a table of findings, and folded below it the scopes and what is undecided', () => {
    expect(checkMarkdown([sampleReport, cleanReport], options)).toMatchInlineSnapshot(`
      "<!-- oauth-scopes -->
      ### OAuth scopes: 2 findings in 2 applications, 3 undecided

      **operations-desk** (uipath)

      | | finding | place |
      | --- | --- | --- |
      | error | Tasks.create needs OR.Tasks or OR.Tasks.Write. [no-missing-scope](https://unpkg.com/eslint-plugin-oauth-scopes@1.2.3/docs/rules/no-missing-scope.md) | <code>src/tasks.ts:12</code> |
      | warning | No call needs OR.Assets. Remove it. [no-unused-scope](https://unpkg.com/eslint-plugin-oauth-scopes@1.2.3/docs/rules/no-unused-scope.md) | <code>uipath.json:3</code> |

      <details><summary>Scopes, and the calls that need them</summary>

      Declared in <code>uipath.json:3</code>: <code>OR.Assets OR.Jobs.Read offline&#95;access</code>

      Least that the calls need: <code>OR.Jobs.Read OR.Tasks.Write offline&#95;access</code>, and what is undecided may need more

      | scope | calls |
      | --- | --- |
      | <code>OR.Jobs.Read</code> | Jobs.getAll, Jobs.getById |
      | <code>OR.Tasks.Write</code> | Tasks.create |
      | <code>offline&#95;access</code> |  |

      </details>

      <details><summary>3 undecided places</summary>

      | why | holds back | place |
      | --- | --- | --- |
      | a request to the provider is made by other means | <code>OR.Folders OR.Queues</code> | <code>src/http.ts:33</code> |
      | the receiver has no type |  | <code>src/legacy.js:2</code> |
      | the catalog does not say which scopes Jobs.archive needs | <code>OR.Queues</code> | <code>src/panel.tsx:30</code> |

      </details>

      **viewer** (uipath)

      No findings.

      <details><summary>Scopes, and the calls that need them</summary>

      Declared in <code>viewer/uipath.json:2</code>: <code>OR.Jobs.Read</code>

      Least that the calls need: <code>OR.Jobs.Read</code>

      | scope | calls |
      | --- | --- |
      | <code>OR.Jobs.Read</code> | Jobs.getAll |

      </details>"
    `);
  });

  it('is read as tables with the same cells', () => {
    expect(tablesOf(checkMarkdown([sampleReport], options)).slice(0, 3)).toEqual([
      ['', 'finding', 'place'],
      ['error', 'Tasks.create needs OR.Tasks or OR.Tasks.Write. no-missing-scope', 'src/tasks.ts:12'],
      ['warning', 'No call needs OR.Assets. Remove it. no-unused-scope', 'uipath.json:3'],
    ]);
  });
});

describe('names of all kinds', () => {
  const markdown = checkMarkdown([hostileReport], options);

  it('stay in their cells, and are shown as they are', () => {
    const rows = tablesOf(markdown);
    const messages = rows.filter(([level]) => level === 'error' || level === 'warning').map(([, message = '']) => message.replace(/ no-[a-z-]+$/, ''));
    expect([...messages].sort()).toEqual(shownNames.map((name) => `About ${name}.`).sort());
    expect(rows.filter(([why]) => why?.startsWith('because of')).map(([, held]) => held)).toEqual(shownNames);
  });

  it('make no element, link or mention', () => {
    const elements = [...html(markdown).matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name]) => name);
    expect(new Set(elements)).toEqual(new Set(['h3', 'p', 'strong', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'code', 'a', 'details', 'summary']));
    const targets = [...html(markdown).matchAll(/href="([^"]*)"/g)].map(([, target = '']) => new URL(target).host);
    expect(new Set(targets)).toEqual(new Set(['unpkg.com']));
    // GitHub mentions nobody in code.
    expect(html(markdown).replaceAll(/<code>[^]*?<\/code>/g, '')).not.toMatch(/@octocat|#12(?!\d)/);
  });
});

describe('the length', () => {
  const many = (count: number, text: string): ApplicationReport => {
    const [finding] = sampleReport.findings;
    const [undecided] = sampleReport.undecided;
    if (finding === undefined || undecided === undefined) {
      throw new Error('the sample has both');
    }
    return {
      ...sampleReport,
      findings: Array.from({ length: count }, (_, index) => ({ ...finding, message: `${index} ${text}` })),
      undecided: Array.from({ length: count }, () => ({ ...undecided, reason: text })),
    };
  };

  const withScopes = (count: number): ApplicationReport['declared'] =>
    sampleReport.declared.map((declaration) => ({ ...declaration, scopes: Array.from({ length: count }, (_, index) => `OR.Scope${index}`) }));

  it.each([
    ['5,000 findings', [many(5_000, 'x')], /…and [\d]+ more/],
    ['one endless name', [many(1, 'a|`'.repeat(100_000))], /a&#124;&#96;/],
    ['1,000 applications', Array.from({ length: 1_000 }, () => many(3, 'x')), /…and \d+ more sections, left out for their length\.$/],
    ['1,000 scopes in 1,000 applications', Array.from({ length: 1_000 }, () => ({ ...sampleReport, declared: withScopes(1_000) })), /…and \d+ more sections, left out for their length\.$/],
    ['1,000 applications with an endless name', Array.from({ length: 1_000 }, () => ({ ...hostileReport, name: 'a'.repeat(70_000) })), /…and \d+ more sections, left out for their length\.$/],
  ])('is no more than GitHub takes: %s', (_, reports, expected) => {
    const markdown = checkMarkdown(reports, options);
    expect(markdown.length).toBeLessThanOrEqual(65_536);
    expect(markdown).toMatch(expected);
    expect(markdown.split('<details>').length).toBe(markdown.split('</details>').length);
  });

  it('is used: rows are left out only where there is no room', () => {
    expect(checkMarkdown([many(5_000, 'x')], options).length).toBeGreaterThan(60_000);
  });
});
