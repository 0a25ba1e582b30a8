import type ts from 'typescript';
import type { ProgramView } from './program-view.ts';
import { packageOf } from './sdk-files.ts';
import { hasRemoteMethod, isClientContainer, sdkContainers } from './sdk-symbols.ts';

/** The containers through which calls to the provider can be made with a value: none for most values. */
export function callableContainers(view: ProgramView, value: ts.Expression): readonly string[] {
  if (isSpread(view, value) || !mayBeClient(view, value)) {
    return [];
  }
  const type = valueType(view, value);
  const isList = type !== undefined && view.ts.isSpreadElement(value.parent);
  return isList ? view.questions.typeArguments(type).flatMap((item) => callable(view, item)) : callable(view, type);
}

/**
 * The services and clients that a value holds: in its properties and items, a few levels deep. Objects that the SDK returned do not
 * count, because a table of tasks is shown and not called.
 */
export function heldContainers(view: ProgramView, value: ts.Expression): readonly string[] {
  return mayBeClient(view, value) ? heldBy(view, valueType(view, value), MAXIMUM_DEPTH) : [];
}

const MAXIMUM_DEPTH = 3;
/** An object with more is a table of something else. */
const MAXIMUM_MEMBERS = 100;

function heldBy(view: ProgramView, type: ts.Type | undefined, depth: number): readonly string[] {
  if (type === undefined || depth === 0) {
    return [];
  }
  const ofTypes = heldByTypes.get(view) ?? new WeakMap<ts.Type, readonly string[]>();
  heldByTypes.set(view, ofTypes);
  const known = ofTypes.get(type);
  if (known !== undefined) {
    return known;
  }
  const objects = view.questions.alternatives(type).filter((one) => (one.flags & view.ts.TypeFlags.Object) !== 0);
  const parts = objects.flatMap((one) => partsOf(view, one));
  const held = [...new Set(parts.flatMap((part) => [...services(view, part), ...heldBy(view, part, depth - 1)]))];
  if (depth === MAXIMUM_DEPTH) {
    ofTypes.set(type, held);
  }
  return held;
}

/** Kept as long as the view, and with it the types of its checker. */
const heldByTypes = new WeakMap<ProgramView, WeakMap<ts.Type, readonly string[]>>();

/** The types of properties that the application declares, and what a list or a map is made of. */
function partsOf(view: ProgramView, type: ts.Type): readonly ts.Type[] {
  const items = view.questions.typeArguments(type);
  if (items.length > 0 || sdkContainers(view, type).length > 0) {
    return items;
  }
  const members = view.questions.membersOf(type);
  const own = members.length > MAXIMUM_MEMBERS ? [] : members.filter(({ declarations = [] }) => declarations.some(isProperty(view)));
  return own.flatMap((member) => view.questions.typeOfSymbol(member) ?? []);
}

function isProperty(view: ProgramView): (declaration: ts.Declaration) => boolean {
  const { ts } = view;
  return (declaration) =>
    (ts.isPropertyAssignment(declaration) || ts.isShorthandPropertyAssignment(declaration) || ts.isPropertyDeclaration(declaration) ||
      ts.isPropertySignature(declaration) || ts.isParameter(declaration)) && isOfApplicationOrSdk(view, declaration);
}

/** Those that are classes of the SDK, which an application makes itself; over them an interface and a constant of one name are declared. */
function services(view: ProgramView, type: ts.Type): readonly string[] {
  const symbols = view.questions.alternatives(type).flatMap((one) => view.questions.lineage(one).map((base) => base.getSymbol()));
  const isMade = symbols.some((symbol) =>
    symbol !== undefined && view.index.hasContainer(symbol.name) && (symbol.flags & view.ts.SymbolFlags.Value) !== 0);
  return isMade ? callable(view, type) : [];
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
