/**
 * JSON with one line for each element of a top-level array, and each entry of a top-level object: small, and a change of one row is a
 * diff of one line.
 *
 * @param {Record<string, unknown>} value
 * @returns {string} JSON text that ends in a line feed
 */
export function oneRowPerLine(value) {
  const entries = Object.entries(value).map(([key, entry]) => `  ${JSON.stringify(key)}: ${printEntry(entry)}`);
  return `{\n${entries.join(',\n')}\n}\n`;
}

function printEntry(entry) {
  if (Array.isArray(entry) && entry.some((element) => typeof element === 'object')) {
    return `[\n${entry.map((element) => `    ${compact(element)}`).join(',\n')}\n  ]`;
  }
  if (typeof entry === 'object' && entry !== null && !Array.isArray(entry)) {
    const rows = Object.entries(entry).map(([key, element]) => `    ${JSON.stringify(key)}: ${compact(element)}`);
    return `{\n${rows.join(',\n')}\n  }`;
  }
  return compact(entry);
}

/** One line, with a space after every colon and comma that is not inside a string. */
function compact(value) {
  if (Array.isArray(value)) {
    return `[${value.map(compact).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, element]) => element !== undefined);
    return `{ ${entries.map(([key, element]) => `${JSON.stringify(key)}: ${compact(element)}`).join(', ')} }`;
  }
  return JSON.stringify(value);
}
