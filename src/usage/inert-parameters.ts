import type ts from 'typescript';
import { identifiersIn } from '../grants/identifiers.ts';
import type { ProgramView } from './program-view.ts';
import { packageOf } from './sdk-files.ts';

/**
 * Whether a function does nothing with a parameter but print it and compare it, so that whatever arrives is not called. By the names in the
 * function alone: any other identifier of the same text counts as a mention.
 */
export function isInertParameter(view: ProgramView, parameter: ts.ParameterDeclaration): boolean {
  const known = knownParameters.get(view) ?? new WeakMap<ts.ParameterDeclaration, boolean>();
  knownParameters.set(view, known);
  const isInert = known.get(parameter) ?? onlyPrintsOrCompares(view, parameter);
  known.set(parameter, isInert);
  return isInert;
}

/** Kept as long as the view: what `console` is may change with any file. */
const knownParameters = new WeakMap<ProgramView, WeakMap<ts.ParameterDeclaration, boolean>>();

function onlyPrintsOrCompares(view: ProgramView, parameter: ts.ParameterDeclaration): boolean {
  const { ts } = view;
  const owner = parameter.parent;
  if (!ts.isIdentifier(parameter.name) || !('body' in owner) || owner.body === undefined) {
    return false;
  }
  const inside = (identifiersIn(ts, parameter.getSourceFile()).get(parameter.name.text) ?? [])
    .filter((identifier) => identifier.pos >= owner.pos && identifier.end <= owner.end && identifier !== parameter.name);
  const isListed = identifiersIn(ts, parameter.getSourceFile()).has('arguments');
  return !isListed && inside.every((identifier) => isPrintedOrCompared(view, identifier));
}

function isPrintedOrCompared(view: ProgramView, value: ts.Identifier): boolean {
  const { ts } = view;
  const { parent } = value;
  if (ts.isCallExpression(parent)) {
    return parent.expression !== value && isPrinting(view, parent.expression);
  }
  return ts.isTypeOfExpression(parent) || ts.isTemplateSpan(parent) || ts.isPrefixUnaryExpression(parent) ||
    (ts.isBinaryExpression(parent) && isComparison(ts, parent.operatorToken.kind));
}

/** `console.log`, `String`, `JSON.stringify`, where these are those of the language and its environment. */
function isPrinting(view: ProgramView, callee: ts.Expression): boolean {
  const { ts, questions } = view;
  const root = ts.isPropertyAccessExpression(callee) ? callee.expression : callee;
  if (!ts.isIdentifier(root)) {
    return false;
  }
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
  const isKnown = root.text === 'console' || (root.text === 'JSON' && name === 'stringify') || (root.text === 'String' && name === '');
  const declarations = isKnown ? (questions.symbolOf(root)?.declarations ?? []) : [];
  return declarations.length > 0 && declarations.every((declaration) => isOfEnvironment(view, declaration.getSourceFile()));
}

function isOfEnvironment({ program }: ProgramView, file: ts.SourceFile): boolean {
  return program.isSourceFileDefaultLibrary(file) || packageOf(file.fileName) !== undefined;
}

function isComparison(ts: ProgramView['ts'], operator: ts.SyntaxKind): boolean {
  return operator === ts.SyntaxKind.EqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    operator === ts.SyntaxKind.ExclamationEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsEqualsToken;
}
