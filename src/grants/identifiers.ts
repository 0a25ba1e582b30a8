import type ts from 'typescript';

/**
 * All identifiers of a file by their text, in the order of the source; those in comments are not among them.
 * Kept with the file's tree, which never changes.
 */
export function identifiersIn(typescript: typeof ts, file: ts.SourceFile): ReadonlyMap<string, readonly ts.Identifier[]> {
  const known = identifiersOfFiles.get(file);
  if (known !== undefined) {
    return known;
  }
  const identifiers = collect(typescript, file);
  identifiersOfFiles.set(file, identifiers);
  return identifiers;
}

const identifiersOfFiles = new WeakMap<ts.SourceFile, ReadonlyMap<string, readonly ts.Identifier[]>>();

function collect(typescript: typeof ts, file: ts.SourceFile): ReadonlyMap<string, readonly ts.Identifier[]> {
  const found = new Map<string, ts.Identifier[]>();
  // A list instead of recursion: a sum of ten thousand strings is ten thousand levels deep.
  const pending: ts.Node[] = [file];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typescript.isIdentifier(node)) {
      const others = found.get(node.text) ?? [];
      found.set(node.text, others);
      others.push(node);
    }
    const children: ts.Node[] = [];
    typescript.forEachChild(node, (child) => {
      children.push(child);
    });
    pending.push(...children.reverse());
  }
  return found;
}
