import type { Place } from '../../src/grants/declaration.ts';

/** Both start at one character. */
export function isSamePlace(left: Place, right: Place): boolean {
  return left.file === right.file && left.line === right.line && left.column === right.column;
}
