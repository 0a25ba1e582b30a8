import type ts from 'typescript';

type TypeScript = typeof ts;

/** A method that an SDK's declarations have: what a catalog has to know. */
export interface DeclaredMember {
  /** Name of the class or interface that declares it. */
  readonly container: string;
  readonly member: string;
  /** Module specifier whose declarations these are. */
  readonly module: string;
}

/**
 * The public methods that a user of a module can reach: those of its exported classes, and of whatever these return, hold or hand to a
 * handler. Error classes do not count, nor what every object has (`toString`). Overloads count once. In the order of the file.
 *
 * @param typescript the API of TypeScript 5.4 or newer
 * @param text of a .d.ts file that declares all it exports (as bundlers write it)
 */
export function readDeclaredMembers(typescript: TypeScript, text: string, module: string): DeclaredMember[] {
  const file = typescript.createSourceFile('module.d.ts', text, typescript.ScriptTarget.Latest, false);
  const declarations = new Map(file.statements.filter(isTypeDeclaration(typescript)).map((node) => [node.name.text, node]));
  const exported = exportedNames(typescript, file);
  const classes = [...declarations].filter(([, node]) => typescript.isClassDeclaration(node)).map(([name]) => name);
  const roots = classes.filter((name) => exported.has(name) && !isError(typescript, name, declarations));
  const reached = reachable(typescript, roots, declarations);
  return [...declarations]
    .filter(([container]) => reached.has(container))
    .flatMap(([container, node]) => methodNames(typescript, node).map((member): DeclaredMember => ({ container, member, module })));
}

type TypeDeclaration = (ts.ClassDeclaration & { readonly name: ts.Identifier }) | ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

function isTypeDeclaration(typescript: TypeScript): (node: ts.Node) => node is TypeDeclaration {
  return (node): node is TypeDeclaration =>
    typescript.isInterfaceDeclaration(node) ||
    typescript.isTypeAliasDeclaration(node) ||
    (typescript.isClassDeclaration(node) && node.name !== undefined);
}

/**
 * Local names of what the file exports, by its own modifier or in a list. A declaration file without a list and without an `export =`
 * exports everything that it declares.
 */
function exportedNames(typescript: TypeScript, file: ts.SourceFile): Set<string> {
  const { isExportDeclaration, isExportAssignment } = typescript;
  if (!file.statements.some((statement) => isExportDeclaration(statement) || isExportAssignment(statement))) {
    return new Set(file.statements.filter(isTypeDeclaration(typescript)).map(({ name }) => name.text));
  }
  const names = new Set<string>();
  for (const statement of file.statements) {
    if (isTypeDeclaration(typescript)(statement) && hasModifier(statement, typescript.SyntaxKind.ExportKeyword)) {
      names.add(statement.name.text);
    }
    const list = typescript.isExportDeclaration(statement) ? statement.exportClause : undefined;
    if (list !== undefined && typescript.isNamedExports(list)) {
      list.elements.forEach((element) => names.add((element.propertyName ?? element.name).text));
    }
  }
  return names;
}

function reachable(typescript: TypeScript, roots: readonly string[], declarations: ReadonlyMap<string, TypeDeclaration>): Set<string> {
  const reached = new Set(roots);
  // A set iterates over what is added during the iteration.
  for (const name of reached) {
    const node = declarations.get(name);
    for (const mentioned of node === undefined ? [] : mentionedTypes(typescript, node)) {
      if (declarations.has(mentioned)) {
        reached.add(mentioned);
      }
    }
  }
  return reached;
}

/** Names of the types in a declaration's public members, and of what it extends; what a class implements adds nothing to it. */
function mentionedTypes(typescript: TypeScript, declaration: TypeDeclaration): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (typescript.isTypeReferenceNode(node) && typescript.isIdentifier(node.typeName)) {
      names.add(node.typeName.text);
    }
    typescript.forEachChild(node, visit);
  };
  if (typescript.isTypeAliasDeclaration(declaration)) {
    visit(declaration.type);
    return names;
  }
  for (const base of extendedTypes(typescript, declaration)) {
    names.add(base);
  }
  publicMembers(typescript, declaration).forEach(visit);
  return names;
}

function extendedTypes(typescript: TypeScript, declaration: ts.ClassDeclaration | ts.InterfaceDeclaration): string[] {
  const clauses = (declaration.heritageClauses ?? []).filter((clause) => clause.token === typescript.SyntaxKind.ExtendsKeyword);
  const bases = clauses.flatMap((clause) => [...clause.types].map((type) => type.expression));
  return bases.filter((base) => typescript.isIdentifier(base)).map((base) => base.text);
}

function isError(typescript: TypeScript, name: string, declarations: ReadonlyMap<string, TypeDeclaration>): boolean {
  const bases = new Set([name]);
  // A set iterates over what is added during the iteration, and types that extend each other end it.
  for (const base of bases) {
    const declaration = declarations.get(base);
    if (declaration !== undefined && !typescript.isTypeAliasDeclaration(declaration)) {
      extendedTypes(typescript, declaration).forEach((one) => bases.add(one));
    } else if (base === 'Error') {
      return true;
    }
  }
  return false;
}

function methodNames(typescript: TypeScript, declaration: TypeDeclaration): string[] {
  if (typescript.isTypeAliasDeclaration(declaration)) {
    return [];
  }
  const methods = publicMembers(typescript, declaration).filter((member) => isMethod(typescript, member));
  const names = methods.flatMap(({ name }) => (name !== undefined && typescript.isIdentifier(name) ? [name.text] : []));
  return [...new Set(names)].filter((name) => !(name in Object.prototype));
}

/** A method, or a property with the type of a function. */
export function isMethod(typescript: TypeScript, member: ts.ClassElement | ts.TypeElement): boolean {
  const isProperty = typescript.isPropertySignature(member) || typescript.isPropertyDeclaration(member);
  return (
    typescript.isMethodDeclaration(member) ||
    typescript.isMethodSignature(member) ||
    (isProperty && member.type !== undefined && typescript.isFunctionTypeNode(member.type))
  );
}

function publicMembers(
  typescript: TypeScript,
  declaration: ts.ClassDeclaration | ts.InterfaceDeclaration,
): (ts.ClassElement | ts.TypeElement)[] {
  const hidden = [typescript.SyntaxKind.PrivateKeyword, typescript.SyntaxKind.ProtectedKeyword, typescript.SyntaxKind.StaticKeyword];
  return [...declaration.members].filter(
    (member) => !typescript.isConstructorDeclaration(member) && !hidden.some((kind) => hasModifier(member, kind)),
  );
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ((node as ts.HasModifiers).modifiers ?? []).some((modifier) => modifier.kind === kind);
}
