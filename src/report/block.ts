/** Lines with an empty one before them; nothing where there are none. */
export function block(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}
