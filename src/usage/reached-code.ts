import type ts from 'typescript';
import { identifiersIn } from '../grants/identifiers.ts';
import type { TypeScript } from './typescript.ts';

/**
 * Whether code can run at all, as far as its own file shows: not behind a `return`, not where a condition is `false`, and not in a function
 * or class that nobody mentions and nobody outside of the module can reach. Any other name of the same text counts as a mention, unless it is
 * that of a member.
 */
export function isReached(ts: TypeScript, code: ts.Node): boolean {
  if (isCutOff(ts, code)) {
    return false;
  }
  const owner = ownerOf(ts, code);
  return owner === undefined || liveOwners(ts, code.getSourceFile()).has(owner);
}

/** A declaration whose code only runs where its name is mentioned. */
type Owner = (ts.FunctionDeclaration | ts.ClassDeclaration | ts.VariableDeclaration) & { readonly name: ts.Identifier };

/** Those of a file that are mentioned, directly or at any remove, by code that runs when the module is loaded or that others can reach. */
function liveOwners(ts: TypeScript, file: ts.SourceFile): ReadonlySet<Owner> {
  const known = liveOwnersOfFiles.get(file);
  if (known !== undefined) {
    return known;
  }
  const mentionedBy = new Map<Owner | undefined, Owner[]>();
  for (const identifiers of identifiersIn(ts, file).values()) {
    const owners = identifiers.map(({ parent }) => parent).filter((parent) => isOwner(ts, parent));
    for (const owner of owners) {
      const mentions = identifiers
        .filter((identifier) => identifier !== owner.name && !isMemberName(ts, identifier) && !isCutOff(ts, identifier));
      new Set(mentions.map((mention) => ownerOf(ts, mention))).forEach((by) => mentionedBy.set(by, [...(mentionedBy.get(by) ?? []), owner]));
    }
  }
  const live = new Set(mentionedBy.get(undefined) ?? []);
  // A set iterates over what is added during the iteration.
  for (const owner of live) {
    mentionedBy.get(owner)?.forEach((mentioned) => live.add(mentioned));
  }
  liveOwnersOfFiles.set(file, live);
  return live;
}

/** Kept with the file's tree. */
const liveOwnersOfFiles = new WeakMap<ts.SourceFile, ReadonlySet<Owner>>();

/** A name that is looked up in an object or a type, and not among what is declared around it. */
function isMemberName(ts: TypeScript, identifier: ts.Identifier): boolean {
  const { parent } = identifier;
  const isNamed = ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) ||
    ts.isPropertyDeclaration(parent) || ts.isAccessor(parent) || ts.isTypeElement(parent) || ts.isJsxAttribute(parent);
  return (isNamed && parent.name === identifier) || (ts.isBindingElement(parent) && parent.propertyName === identifier) ||
    (ts.isQualifiedName(parent) && parent.right === identifier);
}

/** The innermost declaration around code on whose being mentioned it depends; its own name is not part of it. */
function ownerOf(ts: TypeScript, code: ts.Node): Owner | undefined {
  let node = code;
  while (!ts.isSourceFile(node)) {
    const { parent } = node;
    if (isOwner(ts, parent) && parent.name !== node && dependsOn(ts, parent, node)) {
      return parent;
    }
    node = parent;
  }
  return undefined;
}

function isOwner(ts: TypeScript, node: ts.Node): node is Owner {
  if (ts.isVariableDeclaration(node)) {
    const { initializer, parent } = node;
    const isFunction = initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
    return isFunction && ts.isIdentifier(node.name) && ts.isVariableStatement(parent.parent) && !isOpenToOthers(ts, parent.parent);
  }
  return (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name !== undefined && !isOpenToOthers(ts, node);
}

/** Exported, found by a decorator, or declared for all scripts of a page. */
function isOpenToOthers(ts: TypeScript, statement: ts.FunctionDeclaration | ts.ClassDeclaration | ts.VariableStatement): boolean {
  const { parent } = statement;
  const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
  const isDecorated = ts.canHaveDecorators(statement) && ts.getDecorators(statement) !== undefined;
  return isExported || isDecorated || (ts.isSourceFile(parent) && !ts.isExternalModule(parent));
}

/** What a class inherits from, its static fields and its computed names are evaluated when it is declared. */
function dependsOn(ts: TypeScript, owner: Owner, part: ts.Node): boolean {
  return !ts.isClassDeclaration(owner) || ts.isMethodDeclaration(part) || ts.isConstructorDeclaration(part) || ts.isAccessor(part) ||
    (ts.isPropertyDeclaration(part) && (ts.getCombinedModifierFlags(part) & ts.ModifierFlags.Static) === 0);
}

function isCutOff(ts: TypeScript, code: ts.Node): boolean {
  for (let node = code; !ts.isSourceFile(node); node = node.parent) {
    if (isBehindEnd(ts, node) || isNeverChosen(ts, node)) {
      return true;
    }
  }
  return false;
}

/** A statement after one that ends the block; function declarations are there from the start. */
function isBehindEnd(ts: TypeScript, node: ts.Node): boolean {
  const { parent } = node;
  if (!(ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent)) || ts.isFunctionDeclaration(node)) {
    return false;
  }
  const { statements } = parent;
  const end = statements.findIndex((statement) =>
    ts.isReturnStatement(statement) || ts.isThrowStatement(statement) || ts.isBreakOrContinueStatement(statement));
  return end !== -1 && end < statements.findIndex((statement) => statement === node);
}

/** `if (false) …`, `false && …`, `true ? … : this`. */
function isNeverChosen(ts: TypeScript, node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) {
    const whenTrue = ts.isIfStatement(parent) ? parent.thenStatement : parent.statement;
    const whenFalse = ts.isIfStatement(parent) ? parent.elseStatement : undefined;
    return (whenTrue === node && isFalse(ts, parent.expression)) || (whenFalse === node && isTrue(ts, parent.expression));
  }
  if (ts.isConditionalExpression(parent)) {
    return (parent.whenTrue === node && isFalse(ts, parent.condition)) || (parent.whenFalse === node && isTrue(ts, parent.condition));
  }
  return ts.isBinaryExpression(parent) && parent.right === node &&
    ((parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken && isFalse(ts, parent.left)) ||
      (parent.operatorToken.kind === ts.SyntaxKind.BarBarToken && isTrue(ts, parent.left)));
}

function isFalse(ts: TypeScript, condition: ts.Expression): boolean {
  return condition.kind === ts.SyntaxKind.FalseKeyword;
}

function isTrue(ts: TypeScript, condition: ts.Expression): boolean {
  return condition.kind === ts.SyntaxKind.TrueKeyword;
}
