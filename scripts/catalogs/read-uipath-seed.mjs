/**
 * The facts of UiPath's method table as plain text: a heading, the line "Method OAuth Scope", then one method a line.
 *
 * @param {string} text the page as text
 * @returns {{ section: string, method: string, aliases: string[], requires: string[][], line: number }[]} one entry a table row, in the
 * order of the page; `line` counts from 1
 */
export function readUipathSeed(text) {
  const rows = [];
  let section = '';
  let heading = '';
  text.split(/\r?\n/).forEach((content, index) => {
    const row = /^(\w+)\(\)((?: \/ \w+\(\))*) (\S.*)$/.exec(content);
    if (content === TABLE_HEAD) {
      section = heading;
    } else if (row !== null) {
      const [, method, aliases, scopes] = row;
      rows.push({ section, method, aliases: aliases.match(/\w+/g) ?? [], requires: parseRequirement(scopes), line: index + 1 });
    } else if (content.trim() !== '') {
      heading = content.trim();
    }
  });
  return rows;
}

const TABLE_HEAD = 'Method OAuth Scope';

/** In the page "or" joins alternatives; a comma, or a space alone, means that both are needed. */
export function parseRequirement(text) {
  return text
    .replaceAll(' or ', '|')
    .split(/[ ,]+/)
    .map((clause) => clause.split('|'));
}
