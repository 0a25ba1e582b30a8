import type ts from 'typescript';

/** What one reading of an expression carries along. Made for one expression and dropped after it. */
export interface ExpressionReader {
  /** The compiler that made the program; none is loaded here. */
  readonly ts: typeof ts;
  readonly checker: ts.TypeChecker;
  /** Where callers of a function are looked for; none, and parameters are not followed. */
  readonly files: readonly ts.SourceFile[];
  /** What is left: expressions that refer to each other many times over would otherwise take forever. */
  readonly budget: { steps: number; searches: number };
  readonly subject: Subject;
  /** Takes down what the reading goes through; absent where nobody asks. */
  readonly trace?: ReadingTrace;
}

/** What is read, in the words of the reasons why it cannot be. */
export interface Subject {
  /** "the scopes come", "the address comes". */
  readonly come: string;
  /** "the scopes are", "the address is". */
  readonly are: string;
  /** Of what an object holds the options. */
  readonly owner: string;
  /** Functions that hand back what they get, as far as the read part goes. */
  readonly seenThrough: ReadonlySet<string>;
  /** Members whose change leaves the read part as it is: the `searchParams` of an address. */
  readonly passedOver: ReadonlySet<string>;
}

const SCOPES: Subject = {
  come: 'the scopes come',
  are: 'the scopes are',
  owner: 'the client',
  seenThrough: new Set(['String', 'encodeURIComponent']),
  passedOver: new Set(),
};

/** What one reading went through. */
export interface ReadingTrace {
  /** The function whose parameters are left open: each of its calls is read by itself. */
  readonly open: ts.SignatureDeclaration | undefined;
  /** Parameters of that function on which the value depends. */
  readonly parameters: Set<ts.ParameterDeclaration>;
  /** The literals and names that were read. */
  readonly nodes: Set<ts.Node>;
  /** Several callers of one function each pass a value of their own, and which of them is meant is not known. */
  joinsCallers: boolean;
}

/** The parameters of the functions that were entered, with what they were called with. */
export interface Frame {
  readonly parameters: ReadonlyMap<ts.ParameterDeclaration, Argument>;
  /** The calls that were gone back to, from a parameter to what a caller passes for it; outermost first. */
  readonly callers: readonly Caller[];
  /** How far the expression is from the one that was asked for; ends circles. */
  readonly depth: number;
}

/** A call, and the function of the application that it enters. */
export interface Caller {
  readonly call: Call;
  readonly entered: ts.SignatureDeclaration;
}

export type Call = ts.CallExpression | ts.NewExpression | ts.JsxOpeningLikeElement;

export type Argument = { readonly node: ts.Expression | ts.JsxAttributes; readonly frame: Frame } | 'absent';

export const OUTERMOST: Frame = { parameters: new Map(), callers: [], depth: 0 };

export function createExpressionReader(
  ts: ExpressionReader['ts'],
  checker: ts.TypeChecker,
  files: readonly ts.SourceFile[] = [],
  subject: Subject = SCOPES,
  trace?: ReadingTrace,
): ExpressionReader {
  const budget = { steps: MAXIMUM_STEPS, searches: MAXIMUM_SEARCHES };
  return { ts, checker, files, budget, subject, ...(trace === undefined ? {} : { trace }) };
}

/** One frame further; `undefined` where the reading has to end. */
export function deeper(reader: ExpressionReader, frame: Frame): Frame | undefined {
  reader.budget.steps -= 1;
  return reader.budget.steps < 0 || frame.depth >= MAXIMUM_DEPTH ? undefined : { ...frame, depth: frame.depth + 1 };
}

/** Without parentheses, casts, `satisfies` and `!`. */
export function unwrap({ ts }: Pick<ExpressionReader, 'ts'>, node: ts.Expression): ts.Expression {
  let inner = node;
  while (ts.isParenthesizedExpression(inner) || ts.isAsExpression(inner) || ts.isSatisfiesExpression(inner)
    || ts.isNonNullExpression(inner) || ts.isTypeAssertionExpression(inner)) {
    inner = inner.expression;
  }
  return inner;
}

/** What a name stands for, through imports and re-exports to the declaration itself; for `{ name }` the variable. */
export function symbolOf({ ts, checker }: ExpressionReader, node: ts.Node): ts.Symbol | undefined {
  const { parent } = node;
  const isShorthand = ts.isShorthandPropertyAssignment(parent) && parent.name === node;
  const symbol = isShorthand ? checker.getShorthandAssignmentValueSymbol(parent) : checker.getSymbolAtLocation(node);
  return symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** A member of a class that speaks of `this` has another symbol for each type of the class, all with one declaration. */
export function isSameSymbol(left: ts.Symbol | undefined, right: ts.Symbol): boolean {
  return left === right || (left?.valueDeclaration !== undefined && left.valueDeclaration === right.valueDeclaration);
}

/** The texts that the type of an expression allows, if it allows only a few. */
export function literalTexts({ checker }: ExpressionReader, node: ts.Node): readonly string[] | undefined {
  const type = checker.getTypeAtLocation(node);
  const types = type.isUnion() ? type.types : [type];
  return types.every((part) => part.isStringLiteral())
    ? types.flatMap((part) => (part.isStringLiteral() ? [part.value] : []))
    : undefined;
}

/** The text of a key: in an access with brackets, in a computed name, as an argument. */
export function constantText(reader: ExpressionReader, node: ts.Expression, frame: Frame): string | undefined {
  const { ts } = reader;
  const inner = unwrap(reader, node);
  if (ts.isStringLiteralLike(inner) || ts.isNumericLiteral(inner)) {
    return inner.text;
  }
  const declaration = ts.isIdentifier(inner) ? symbolOf(reader, inner)?.valueDeclaration : undefined;
  const argument = declaration !== undefined && ts.isParameter(declaration) ? frame.parameters.get(declaration) : undefined;
  if (argument !== undefined) {
    const next = deeper(reader, frame);
    return argument === 'absent' || next === undefined || ts.isJsxAttributes(argument.node)
      ? undefined
      : constantText(reader, argument.node, { ...argument.frame, depth: next.depth });
  }
  const texts = literalTexts(reader, inner);
  return texts?.length === 1 ? texts[0] : undefined;
}

/** The name in `a.name` or `a['name']`; `undefined` where it is computed. */
export function accessedName(
  reader: ExpressionReader,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  frame: Frame,
): string | undefined {
  return reader.ts.isPropertyAccessExpression(node) ? node.name.text : constantText(reader, node.argumentExpression, frame);
}

const MAXIMUM_STEPS = 1000;
const MAXIMUM_DEPTH = 60;
/** For the callers of a function, each through all files. */
const MAXIMUM_SEARCHES = 8;
