import type ts from 'typescript';

/**
 * All identifiers of a file by their text, in the order of the source; those in comments are not among them.
 * Kept with the file's tree, which never changes.
 */
export function identifiersIn(typescript: typeof ts, file: ts.SourceFile): ReadonlyMap<string, readonly ts.Identifier[]> {
  return namesIn(typescript, file).identifiers;
}

/** The same of private names: `#scopes`. */
export function privateNamesIn(typescript: typeof ts, file: ts.SourceFile): ReadonlyMap<string, readonly ts.PrivateIdentifier[]> {
  return namesIn(typescript, file).privateNames;
}

interface Names {
  readonly identifiers: ReadonlyMap<string, readonly ts.Identifier[]>;
  readonly privateNames: ReadonlyMap<string, readonly ts.PrivateIdentifier[]>;
}

function namesIn(typescript: typeof ts, file: ts.SourceFile): Names {
  const known = namesOfFiles.get(file) ?? collect(typescript, file);
  namesOfFiles.set(file, known);
  return known;
}

const namesOfFiles = new WeakMap<ts.SourceFile, Names>();

function collect(typescript: typeof ts, file: ts.SourceFile): Names {
  const identifiers = new Map<string, ts.Identifier[]>();
  const privateNames = new Map<string, ts.PrivateIdentifier[]>();
  // A list instead of recursion: a sum of ten thousand strings is ten thousand levels deep.
  const pending: ts.Node[] = [file];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typescript.isIdentifier(node)) {
      add(identifiers, node);
    } else if (typescript.isPrivateIdentifier(node)) {
      add(privateNames, node);
    }
    const children: ts.Node[] = [];
    typescript.forEachChild(node, (child) => {
      children.push(child);
    });
    pending.push(...children.reverse());
  }
  return { identifiers, privateNames };
}

function add<Name extends ts.MemberName>(names: Map<string, Name[]>, name: Name): void {
  const others = names.get(name.text) ?? [];
  names.set(name.text, others);
  others.push(name);
}
