import type ts from 'typescript';
import { OUTERMOST, type ExpressionReader, type Frame } from '../grants/expression-reader.ts';
import { followParameter, followReference, isReference } from '../grants/follow-reference.ts';
import type { Found } from '../grants/found.ts';
import { functionResults } from '../grants/function-results.ts';
import { assignedValues } from './assigned-values.ts';
import type { ProgramView } from './program-view.ts';
import { sdkContainers } from './sdk-symbols.ts';

/** An expression, and how it was reached. */
export interface Step {
  readonly expression: ts.Expression;
  readonly frame: Frame;
}

/** The expressions whose client an expression has. */
export interface Origins {
  readonly steps: readonly Step[];
  /** There may be others. */
  readonly isLost: boolean;
}

/**
 * One step back from a client, a service or an object that the SDK returned: through constants, fields, parameters, SDK calls, `useMemo`,
 * lists, and functions that only return a value.
 */
export function originsOf(view: ProgramView, reader: ExpressionReader, { expression, frame }: Step): Origins {
  const { ts } = view;
  const same = (...origins: readonly ts.Expression[]): Origins => ({
    steps: origins.map((origin) => ({ expression: origin, frame })),
    isLost: false,
  });
  if (isNothing(ts, expression)) {
    return same();
  }
  if (ts.isAwaitExpression(expression)) {
    return same(expression.expression);
  }
  if (ts.isArrayLiteralExpression(expression)) {
    return same(...expression.elements.map((element) => (ts.isSpreadElement(element) ? element.expression : element)));
  }
  if (ts.isNewExpression(expression)) {
    const [client] = expression.arguments ?? [];
    return client !== undefined && makesService(view, expression) ? same(client) : LOST;
  }
  if (ts.isCallExpression(expression)) {
    const { expression: callee } = expression;
    const handsOn = ts.isPropertyAccessExpression(callee) && handsOnItsObject(view, callee.name);
    return handsOn ? same(callee.expression) : toOrigins(functionResults(reader, expression, frame));
  }
  if (!isReference(ts, expression)) {
    return LOST;
  }
  if (ts.isElementAccessExpression(expression) && !ts.isStringLiteralLike(expression.argumentExpression)) {
    return same(expression.expression);
  }
  if (ts.isPropertyAccessExpression(expression) && isOfSdk(view, view.questions.symbolOf(expression.name))) {
    return same(expression.expression);
  }
  const followed = toOrigins(followReference(reader, expression, frame));
  if (followed.steps.length > 0 || !followed.isLost) {
    return followed;
  }
  const object = containingObject(view, expression);
  return object === undefined ? fromAssignments(view, expression, frame) : same(object);
}

/** What callers pass for a parameter. */
export function originsOfParameter(reader: ExpressionReader, parameter: ts.ParameterDeclaration, frame: Frame): Origins {
  return toOrigins(followParameter(reader, parameter, parameter, frame));
}

const LOST: Origins = { steps: [], isLost: true };

function isNothing(ts: ProgramView['ts'], expression: ts.Expression): boolean {
  return expression.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(expression) && expression.text === 'undefined');
}

function toOrigins(found: readonly Found[] | undefined): Origins {
  const all = (found ?? []).map((one): Origins => {
    switch (one.kind) {
      case 'expression':
        return { steps: [{ expression: one.node, frame: one.frame }], isLost: false };
      case 'defaulted': {
        const { steps, isLost } = toOrigins(one.first);
        return { steps: [...steps, { expression: one.second, frame: one.frame }], isLost };
      }
      case 'absent':
        return { steps: [], isLost: false };
      default:
        return LOST;
    }
  });
  return { steps: all.flatMap(({ steps }) => steps), isLost: found === undefined || all.some(({ isLost }) => isLost) };
}

/** The class is the SDK's, or extends one of them. */
function makesService(view: ProgramView, construction: ts.NewExpression): boolean {
  const { expression: callee } = construction;
  if (isOfSdk(view, view.questions.symbolOf(view.ts.isPropertyAccessExpression(callee) ? callee.name : callee))) {
    return true;
  }
  const type = view.questions.typeOf(construction);
  return type !== undefined && sdkContainers(view, type).length > 0;
}

function isOfSdk(view: ProgramView, symbol: ts.Symbol | undefined): boolean {
  return symbol?.declarations?.some((declaration) => view.sdk.has(declaration.getSourceFile().fileName)) === true;
}

/** What a method of the SDK returns has the client of its object, and so has an item of a list. */
function handsOnItsObject(view: ProgramView, method: ts.MemberName): boolean {
  const symbol = view.questions.symbolOf(method);
  const file = symbol?.declarations?.[0]?.getSourceFile();
  return isOfSdk(view, symbol) || (file !== undefined && LIST_METHODS.has(method.text) && view.program.isSourceFileDefaultLibrary(file));
}

/** Methods of lists and maps that return items, or lists of the same items. */
const LIST_METHODS: ReadonlySet<string> = new Set([
  'at', 'concat', 'filter', 'find', 'findLast', 'get', 'pop', 'reverse', 'shift', 'slice', 'sort', 'toReversed', 'toSorted', 'values',
]);

/**
 * The list or page that a variable takes an item out of: in a loop, as the parameter of a callback, or by taking it apart; `undefined` for
 * other variables.
 */
function containingObject(view: ProgramView, reference: ts.Expression): ts.Expression | undefined {
  const { ts, questions } = view;
  let declaration: ts.Node | undefined = ts.isIdentifier(reference) ? questions.symbolOf(reference)?.valueDeclaration : undefined;
  let isTakenApart = false;
  while (declaration !== undefined && ts.isBindingElement(declaration)) {
    if (!isItem(view, declaration)) {
      return undefined;
    }
    isTakenApart = true;
    declaration = declaration.parent.parent;
  }
  if (declaration !== undefined && ts.isParameter(declaration)) {
    return listOfCallback(view, declaration);
  }
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) {
    return undefined;
  }
  const loop = declaration.parent.parent;
  return ts.isForOfStatement(loop) ? loop.expression : isTakenApart ? declaration.initializer : undefined;
}

/** An element of a list, or a property that the SDK declares. */
function isItem(view: ProgramView, element: ts.BindingElement): boolean {
  const { ts, questions } = view;
  if (ts.isArrayBindingPattern(element.parent)) {
    return true;
  }
  const name = element.propertyName ?? element.name;
  const type = questions.typeOf(element.parent);
  return type !== undefined && ts.isIdentifier(name) && isOfSdk(view, questions.memberOf(type, name.text));
}

/** `tasks` of `tasks.forEach((task) => …)`: whose function is called with what it keeps. */
function listOfCallback(view: ProgramView, parameter: ts.ParameterDeclaration): ts.Expression | undefined {
  const { ts } = view;
  const { parent: callback } = parameter;
  const call = callback.parent;
  const isCallback = (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback)) && ts.isCallExpression(call);
  if (!isCallback || callback.parameters[0] !== parameter || call.arguments[0] !== callback) {
    return undefined;
  }
  const { expression: callee } = call;
  const symbol = ts.isPropertyAccessExpression(callee) ? view.questions.symbolOf(callee.name) : undefined;
  const file = symbol?.declarations?.[0]?.getSourceFile();
  const isKnown = isOfSdk(view, symbol) || (file !== undefined && symbol?.name !== 'reduce' && view.program.isSourceFileDefaultLibrary(file));
  return isKnown && ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
}

/** What a variable or a field holds that gets its value later. */
function fromAssignments(view: ProgramView, reference: ts.Expression, frame: Frame): Origins {
  const values = assignedValues(view, reference);
  return values === undefined
    ? LOST
    : { steps: values.map((expression) => ({ expression, frame: { ...OUTERMOST, callers: frame.callers, depth: frame.depth } })), isLost: false };
}
