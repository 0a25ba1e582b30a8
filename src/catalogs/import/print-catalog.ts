import type { CatalogFile } from '../catalog.ts';

/**
 * A catalog as JSON with one line for each row of a table, so that a change of one row is a difference of one line.
 * @returns text that ends in a line feed
 */
export function printCatalog(catalog: CatalogFile): string {
  const entries = Object.entries(catalog).filter(([, value]) => value !== undefined);
  return `{\n${entries.map(([key, value]) => `  ${JSON.stringify(key)}: ${printSection(value)}`).join(',\n')}\n}\n`;
}

function printSection(value: unknown): string {
  if (Array.isArray(value) && value.some((element) => typeof element === 'object')) {
    return `[\n${value.map((element) => `    ${printLine(element)}`).join(',\n')}\n  ]`;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const lines = definedEntries(value).map(([key, element]) => `    ${JSON.stringify(key)}: ${printLine(element)}`);
    return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  }
  return printLine(value);
}

/** With a space after every colon and comma that is not inside a string. */
function printLine(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(printLine).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = definedEntries(value).map(([key, element]) => `${JSON.stringify(key)}: ${printLine(element)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return JSON.stringify(value);
}

function definedEntries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, element]) => element !== undefined);
}
