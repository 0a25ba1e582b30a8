import type ts from 'typescript';
import { isAssignmentTo } from '../grants/changed-later.ts';
import { identifiersIn } from '../grants/identifiers.ts';
import type { ProgramView } from './program-view.ts';

/**
 * Everything that the program assigns to a variable or to a field of a class, its initial value included: `let sdk; sdk = new UiPath()`,
 * `this.sdk = sdk`, `constructor(private sdk: UiPath)`.
 *
 * @param reference the variable, or an access to the field
 * @returns `undefined` for anything else, and where a part of a pattern is assigned
 */
export function assignedValues(view: ProgramView, reference: ts.Expression): readonly ts.Expression[] | undefined {
  const { ts, questions } = view;
  const name = ts.isPropertyAccessExpression(reference) ? reference.name : reference;
  const symbol = questions.symbolOf(name);
  const declaration = symbol?.valueDeclaration;
  if (symbol === undefined || declaration === undefined) {
    return undefined;
  }
  const initial = initialValues(ts, declaration);
  // Only a field can be assigned in another file: what a module exports cannot.
  const files = ts.isVariableDeclaration(declaration) ? [declaration.getSourceFile()] : view.callingFiles;
  if (initial === undefined || !files.includes(declaration.getSourceFile())) {
    return undefined;
  }
  const mentions = files.filter((file) => file.text.includes(symbol.name)).flatMap((file) => identifiersIn(ts, file).get(symbol.name) ?? []);
  const assigned = mentions
    .filter((identifier) => isWritten(ts, identifier) && questions.symbolOf(identifier) === symbol)
    .map((identifier) => assignedTo(ts, identifier));
  const values = [...initial, ...assigned];
  return values.length === 0 || values.includes(undefined) ? undefined : values.filter((value) => value !== undefined);
}

/** None, or one; `undefined` for what is neither a variable nor a field. */
function initialValues(ts: ProgramView['ts'], declaration: ts.Declaration): readonly ts.Expression[] | undefined {
  if (ts.isParameter(declaration)) {
    const isField = ts.isParameterPropertyDeclaration(declaration, declaration.parent);
    return isField && ts.isIdentifier(declaration.name) ? [declaration.name] : undefined;
  }
  const isField = ts.isPropertyDeclaration(declaration);
  const isVariable = ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name);
  if (!isField && !isVariable) {
    return undefined;
  }
  return declaration.initializer === undefined ? [] : [declaration.initializer];
}

/** The variable or the access stands where something is assigned to it, alone or in a pattern. */
function isWritten(ts: ProgramView['ts'], identifier: ts.Identifier): boolean {
  const target = targetOf(ts, identifier);
  return isAssignmentTo(ts, target.parent, target) || isInPattern(ts, target);
}

function targetOf(ts: ProgramView['ts'], identifier: ts.Identifier): ts.Node {
  const { parent } = identifier;
  return ts.isPropertyAccessExpression(parent) && parent.name === identifier ? parent : identifier;
}

function isInPattern(ts: ProgramView['ts'], target: ts.Node): boolean {
  let node = target;
  while (
    ts.isArrayLiteralExpression(node.parent) || ts.isObjectLiteralExpression(node.parent) || ts.isShorthandPropertyAssignment(node.parent) ||
    ts.isSpreadElement(node.parent) || (ts.isPropertyAssignment(node.parent) && node.parent.initializer === node)
  ) {
    node = node.parent;
  }
  const { parent } = node;
  return node !== target && ((ts.isBinaryExpression(parent) && parent.left === node) || (ts.isForOfStatement(parent) && parent.initializer === node));
}

/** The value of a plain assignment. */
function assignedTo(ts: ProgramView['ts'], identifier: ts.Identifier): ts.Expression | undefined {
  const { parent } = targetOf(ts, identifier);
  const plain: readonly ts.SyntaxKind[] = [
    ts.SyntaxKind.EqualsToken, ts.SyntaxKind.QuestionQuestionEqualsToken, ts.SyntaxKind.BarBarEqualsToken,
  ];
  return ts.isBinaryExpression(parent) && plain.includes(parent.operatorToken.kind) ? parent.right : undefined;
}
