import { readFileSync } from 'node:fs';

/** A row of the method table that the user saved: facts, and the line on which the page has it. */
export interface SeedRow {
  readonly section: string;
  readonly method: string;
  readonly aliases: readonly string[];
  readonly requires: readonly (readonly string[])[];
  readonly line: number;
}

export function seedRows(): readonly SeedRow[] {
  return (read('uipath-methods.json') as { rows: readonly SeedRow[] }).rows;
}

/** The rows of the page as it was saved, each on its line: a heading, a line of column names, one method a line. */
export function savedMethodPage(rows: readonly SeedRow[]): string {
  const lines: string[] = [];
  let section = '';
  for (const { section: heading, method, aliases, requires, line } of rows) {
    if (heading !== section) {
      lines[line - 4] = heading;
      lines[line - 2] = 'Method OAuth Scope';
      section = heading;
    }
    const names = [method, ...aliases].map((name) => `${name}()`).join(' / ');
    lines[line - 1] = `${names} ${requires.map((clause) => clause.join(' or ')).join(section.startsWith('Maestro') ? ' ' : ', ')}`;
  }
  return Array.from(lines, (text: string | undefined) => text ?? '').join('\n');
}

/** The table of APIs that the user saved, each row on its line, with a line that follows the table without an empty one between. */
export function savedApiPage(): string {
  const { rows } = read('talkdesk.json') as { rows: readonly { api: string; scopes: readonly string[]; line: number }[] };
  const first = rows[0]?.line ?? 1;
  const lines: string[] = Array.from({ length: first - 3 }, () => 'Text.');
  lines.push('API | Scopes |', '---|---|');
  rows.forEach(({ api, scopes }) => lines.push(`${api} (what it is about) | ${scopes.join(' ')} |`));
  return [...lines, 'Updated some days ago'].join('\n');
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../fixtures/seeds/${name}`, import.meta.url), 'utf8'));
}
