import { parseRequirement } from './read-uipath-seed.mjs';

/**
 * The facts of the current page, in Markdown: headings, and tables with a method and its scopes in each row.
 *
 * @param {string} markdown `docs/oauth-scopes.md` of UiPath/uipath-typescript
 * @returns {{ section: string, method: string, aliases: string[], requires: string[][] }[]} one entry a table row, in the order of the
 * page; a section inside another is "outer / inner"
 */
export function readUipathDocs(markdown) {
  const headings = [];
  return markdown.split(/\r?\n/).flatMap((line) => {
    const heading = /^(#{2,3}) (\S.*)$/.exec(line);
    if (heading !== null) {
      headings.splice(heading[1].length - 2, headings.length, heading[2].trim());
    }
    const row = /^\| *(`\w+\(\)`[^|]*)\|([^|]*)\|/.exec(line);
    if (row === null) {
      return [];
    }
    const [method, ...aliases] = row[1].match(/\w+/g);
    const scopes = row[2].replaceAll('`', '').trim();
    return [{ section: headings.join(' / '), method, aliases, requires: scopes === 'NA' ? [] : parseRequirement(scopes) }];
  });
}
