/**
 * Source files that do not call an SDK, as most files of an application: types, functions over lists, a class, texts, and imports of one
 * another. The same count gives the same text on every machine.
 *
 * @param {number} count
 * @returns {ReadonlyMap<string, string>} path → text
 */
export function generatePlainFiles(count) {
  return new Map(Array.from({ length: count }, (_, index) => [`src/plain-${index}.ts`, printFile(index)]));
}

function printFile(index) {
  const previous = index === 0 ? undefined : index - 1 - (index % 7 === 0 ? Math.floor(index / 2) : 0);
  const uses = previous === undefined ? 'rows.length' : `total${previous}(rows.map((row) => ({ name: row.label, amount: row.value })))`;
  return `${previous === undefined ? '' : `import { total${previous} } from './plain-${previous}.js';\n\n`}export interface Row${index} {
  readonly label: string;
  readonly value: number;
  readonly tags?: readonly string[];
}

interface Line {
  readonly name: string;
  readonly amount: number;
}

/** The sum of all amounts, in cents. */
export function total${index}(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + Math.round(line.amount * 100), 0);
}

export async function load${index}(read: (page: number) => Promise<readonly Row${index}[]>): Promise<readonly Row${index}[]> {
  const pages: Row${index}[] = [];
  for (let page = 0; page < 3; page += 1) {
    const rows = await read(page);
    pages.push(...rows.filter((row) => row.value > 0));
  }
  return pages;
}

export class View${index} {
  readonly #rows: readonly Row${index}[];

  constructor(rows: readonly Row${index}[]) {
    this.#rows = rows;
  }

  get title(): string {
    const rows = this.#rows;
    return \`\${rows.length} rows, \${String(${uses})}\`;
  }

  find(label: string): Row${index} | undefined {
    return this.#rows.find((row) => row.label === label || row.tags?.includes(label) === true);
  }
}
`;
}
