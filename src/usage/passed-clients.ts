import type ts from 'typescript';
import type { ProgramView } from './program-view.ts';
import { packageOf } from './sdk-files.ts';
import { hasRemoteMethod, isClientContainer, sdkContainers } from './sdk-symbols.ts';

/** The containers through which calls to the provider can be made with a value: none for most values. */
export function callableContainers(view: ProgramView, value: ts.Expression): readonly string[] {
  return isSpread(view, value) || !mayBeClient(view, value) ? [] : callable(view, valueType(view, value));
}

/** The same for what the members of a value hold that is spread into properties: `<Widget {...props} />`. */
export function callableContainersOfMembers(view: ProgramView, value: ts.Expression): readonly string[] {
  const type = isSpread(view, value) && mayBeClient(view, value) ? valueType(view, value) : undefined;
  const members = type === undefined ? [] : view.questions.membersOf(type);
  const own = members.filter(({ declarations = [] }) => declarations.some((declaration) => isOfApplicationOrSdk(view, declaration)));
  return own.flatMap((member) => callable(view, view.questions.typeOfSymbol(member)));
}

function isSpread({ ts }: ProgramView, value: ts.Expression): boolean {
  return ts.isJsxSpreadAttribute(value.parent) || ts.isSpreadAssignment(value.parent);
}

function callable(view: ProgramView, type: ts.Type | undefined): readonly string[] {
  const containers = type === undefined ? [] : sdkContainers(view, type);
  return containers.filter((container) => isClientContainer(view, container) || hasRemoteMethod(view, container));
}

/** The declared type does for a name: narrowing takes no method away, and is dear to ask for. */
function valueType(view: ProgramView, value: ts.Expression): ts.Type | undefined {
  const symbol = symbolOfName(view, value);
  return symbol === undefined ? view.questions.typeOf(value) : view.questions.typeOfSymbol(symbol);
}

function symbolOfName({ ts, questions }: ProgramView, value: ts.Expression): ts.Symbol | undefined {
  if (!ts.isIdentifier(value)) {
    return undefined;
  }
  return ts.isShorthandPropertyAssignment(value.parent) ? questions.shorthandValue(value.parent) : questions.symbolOf(value);
}

/**
 * A name whose annotation only speaks of the language and of other packages holds no client; the properties of a component of theirs are
 * dear to ask for.
 */
function mayBeClient(view: ProgramView, value: ts.Expression): boolean {
  const declaration = symbolOfName(view, value)?.valueDeclaration;
  const annotation = declaration && annotationOf(view, declaration);
  return annotation === undefined || mentionsApplicationOrSdk(view, annotation);
}

/** Of a variable or parameter, or of the one that the name is taken out of. */
function annotationOf({ ts }: ProgramView, declaration: ts.Declaration): ts.TypeNode | undefined {
  let node: ts.Node = declaration;
  while (ts.isBindingElement(node)) {
    node = node.parent.parent;
  }
  return ts.isParameter(node) || ts.isVariableDeclaration(node) ? node.type : undefined;
}

function mentionsApplicationOrSdk(view: ProgramView, annotation: ts.TypeNode): boolean {
  const { ts, questions } = view;
  const known = mentions.get(view) ?? new WeakMap<ts.TypeNode, boolean>();
  mentions.set(view, known);
  const cached = known.get(annotation);
  if (cached !== undefined) {
    return cached;
  }
  const pending: ts.Node[] = [annotation];
  let found = false;
  for (let node = pending.pop(); node !== undefined && !found; node = pending.pop()) {
    const { parent } = node;
    const isName = ts.isIdentifier(node) && (ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent) || ts.isTypeQueryNode(parent));
    const declarations = isName ? (questions.symbolOf(node)?.declarations ?? []) : [];
    found = ts.isImportTypeNode(node) || declarations.some((declaration) => isOfApplicationOrSdk(view, declaration));
    ts.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  known.set(annotation, found);
  return found;
}

/** Kept as long as the view: what a name means may change with any file. */
const mentions = new WeakMap<ProgramView, WeakMap<ts.TypeNode, boolean>>();

function isOfApplicationOrSdk(view: ProgramView, declaration: ts.Declaration): boolean {
  const file = declaration.getSourceFile();
  return view.sdk.has(file.fileName) || (packageOf(file.fileName) === undefined && !view.program.isSourceFileDefaultLibrary(file));
}
