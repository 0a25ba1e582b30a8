import type { Place } from './declaration.ts';

/** Whether two places begin at the same character. */
export function isSamePlace(left: Place, right: Place): boolean {
  return left.file === right.file && left.line === right.line && left.column === right.column;
}

/** For `sort`: by file, then as they stand in it. */
export function comparePlaces(left: Place, right: Place): number {
  return (left.file < right.file ? -1 : Number(left.file > right.file)) || left.line - right.line || left.column - right.column;
}
