/** A method as a cell names it; `group` where the cell says whose method it is (`assets.getAll()`). */
export interface MethodName {
  readonly group?: string;
  readonly member: string;
}

/**
 * The methods that a cell names: `getAll()`, `getRecordById() / getRecord()`, `a(), b()`, `assets.getAll(options)`.
 * @returns `undefined` where a piece of the cell is no name of a method
 */
export function readMethodNames(text: string): readonly MethodName[] | undefined {
  // The arguments say nothing of scopes, and may hold commas.
  const pieces = text.replaceAll(/\([^()]*\)/g, '()').split(/[/,\n]|\bor\b/).map((piece) => piece.trim()).filter((piece) => piece !== '');
  const names = pieces.map(readName);
  return names.length > 0 && names.every((name) => name !== undefined) ? names : undefined;
}

function readName(piece: string): MethodName | undefined {
  const [, path] = /^(?:await |new )?([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)(?:\(\))?$/.exec(piece) ?? [];
  if (path === undefined) {
    return undefined;
  }
  const end = path.lastIndexOf('.');
  return end === -1 ? { member: path } : { group: path.slice(0, end), member: path.slice(end + 1) };
}
