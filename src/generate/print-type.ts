import type ts from 'typescript';
import { qualifiedName, referenceName } from './references.ts';

/** What a name of the SDK becomes in a generated module. */
export interface Renamed {
  /** An identifier, a qualified name or a path such as `Raw.UiPath['tasks']`. */
  readonly text: string;
  /**
   * For a type whose last type argument is the grant: that, and the defaults of its own parameters, for arguments that a reference leaves
   * out.
   */
  readonly grant?: { readonly text: string; readonly defaults: readonly string[] };
}

/** `undefined` leaves a name as it is. */
export type Rename = (name: string) => Renamed | undefined;

/** What generated modules import and bind themselves. */
const reservedNames: ReadonlySet<string> = new Set(['Brand', 'Canary', 'Documented', 'G', 'Granted', 'GrantIn', 'GrantOf', 'Guard', 'Raw']);

/** A name of the SDK, with an underscore where the generated modules have something of that name themselves. */
export function unreserved(name: string): string {
  return reservedNames.has(name) ? `${name}_` : name;
}

/** Prints a part of a declaration on one line, without its comments, with the names of the SDK replaced. */
export function printType(typescript: typeof ts, node: ts.Node, rename: Rename): string {
  const bound = typeParametersInScope(typescript, node);
  const renamed: Rename = (name) => (bound.has(name) ? { text: unreserved(name) } : rename(name));
  const { transformed } = typescript.transform(node, [
    (context) => (root) => typescript.visitNode(root, (child) => rewrite(typescript, context, child, renamed)),
  ]);
  const [result = node] = transformed;
  return printNode(typescript, result, node.getSourceFile());
}

/** Prints a node without comments, on one line. */
export function printNode(typescript: typeof ts, node: ts.Node, sourceFile: ts.SourceFile): string {
  onOneLine(typescript, node);
  return printerOf(typescript).printNode(typescript.EmitHint.Unspecified, node, sourceFile);
}

/** The type parameters that a part of a declaration binds, or that are bound around it. */
function typeParametersInScope(typescript: typeof ts, node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (child: ts.Node): void => {
    if (typescript.isTypeParameterDeclaration(child)) {
      names.add(child.name.text);
    }
    typescript.forEachChild(child, visit);
  };
  visit(node);
  for (let around = node; !typescript.isSourceFile(around); around = around.parent) {
    (around as { readonly typeParameters?: ts.NodeArray<ts.TypeParameterDeclaration> }).typeParameters?.forEach(visit);
  }
  return names;
}

function rewrite(typescript: typeof ts, context: ts.TransformationContext, node: ts.Node, rename: Rename): ts.Node {
  const { factory } = context;
  const visited = typescript.visitEachChild(node, (child) => rewrite(typescript, context, child, rename), context);
  // What a module inside the SDK delivers is not known here.
  if (typescript.isImportTypeNode(visited)) {
    return factory.createKeywordTypeNode(typescript.SyntaxKind.AnyKeyword);
  }
  if (typescript.isTypeParameterDeclaration(visited)) {
    const { modifiers, constraint, default: otherwise } = visited;
    const name = factory.createIdentifier(unreserved(visited.name.text));
    return factory.updateTypeParameterDeclaration(visited, modifiers, name, constraint, otherwise);
  }
  const name = referenceName(typescript, node);
  const qualified = name === undefined ? undefined : qualifiedName(typescript, name);
  const whole = qualified === undefined ? undefined : rename(qualified);
  const replacement = whole ?? (name === undefined ? undefined : rename(name.text));
  if (replacement === undefined) {
    return visited;
  }
  if (replacement.text === 'any') {
    return factory.createKeywordTypeNode(typescript.SyntaxKind.AnyKeyword);
  }
  if (typescript.isTypeReferenceNode(visited)) {
    const { typeName, typeArguments } = visited;
    const target = replaceFirst(typescript, factory, typeName, replacement.text, whole !== undefined);
    return factory.createTypeReferenceNode(target, withGrant(factory, typeArguments ?? [], replacement));
  }
  if (typescript.isTypeQueryNode(visited)) {
    return factory.createTypeQueryNode(replaceFirst(typescript, factory, visited.exprName, replacement.text, whole !== undefined), visited.typeArguments);
  }
  return visited;
}

function withGrant(factory: ts.NodeFactory, given: readonly ts.TypeNode[], { grant }: Renamed): readonly ts.TypeNode[] | undefined {
  const added = grant === undefined ? [] : [...grant.defaults.slice(given.length), grant.text];
  const all = [...given, ...added.map((text) => factory.createTypeReferenceNode(text))];
  return all.length > 0 ? all : undefined;
}

/**
 * The printer writes the text of an identifier as it stands, so that a path can take the place of one.
 * @param both The text stands for the first two parts.
 */
function replaceFirst(typescript: typeof ts, factory: ts.NodeFactory, name: ts.EntityName, text: string, both: boolean): ts.EntityName {
  return typescript.isQualifiedName(name) && !(both && typescript.isIdentifier(name.left))
    ? factory.createQualifiedName(replaceFirst(typescript, factory, name.left, text, both), name.right)
    : factory.createIdentifier(text);
}

function onOneLine(typescript: typeof ts, node: ts.Node): void {
  typescript.setEmitFlags(node, typescript.EmitFlags.SingleLine | typescript.EmitFlags.NoComments);
  typescript.forEachChild(node, (child) => {
    onOneLine(typescript, child);
  });
}

/** One for each compiler that is in use, as long as that is. */
const printers = new WeakMap<typeof ts, ts.Printer>();

function printerOf(typescript: typeof ts): ts.Printer {
  const printer = printers.get(typescript) ?? typescript.createPrinter({ removeComments: true, omitTrailingSemicolon: true });
  printers.set(typescript, printer);
  return printer;
}
