import type ts from 'typescript';
import { createExpressionReader, OUTERMOST, type Caller, type ExpressionReader } from '../grants/expression-reader.ts';
import { originsOf, originsOfParameter, type Origins, type Step } from './client-origins.ts';
import { possibleValues } from './passed-values.ts';
import type { ProgramView } from './program-view.ts';
import { runsWith } from './runs-with.ts';

/** A way from a value back to where the client behind it is made. */
export interface ClientRoute<Site> {
  /** Where the client may be made: one of these places; `undefined` where the way is lost, at a hook of a package for example. */
  readonly sites: ReadonlySet<Site> | undefined;
  /** The calls that hand the client on as an argument; outermost first. */
  readonly callers: readonly Caller[];
}

/**
 * The ways back from a value, one for each chain of calls through which a client reaches a parameter that the value comes from. What is
 * kept in a field or a variable, and what a function hands out that is called later, is not told apart by callers: there the places where
 * a client may be made are alternatives of one way.
 *
 * @param value an expression, or the pattern that takes a value apart
 * @param sites the constructions that make a client
 * @returns never empty
 */
export function clientRoutes<Site>(
  view: ProgramView,
  value: ts.Node,
  sites: ReadonlyMap<ts.Node, Site>,
): readonly ClientRoute<Site>[] {
  const reader = createExpressionReader(view.ts, view.program.getTypeChecker(), view.callingFiles);
  const start = startOf(view, reader, value);
  const ends: End<Site>[] = start.isLost ? [{ site: undefined, callers: [] }] : [];
  const visited = new Map<ts.Node, readonly (readonly Caller[])[]>();
  const pending: Step[] = [...start.steps];
  for (let step = pending.shift(); step !== undefined; step = pending.shift()) {
    const { frame } = step;
    for (const expression of possibleValues(view.ts, step.expression)) {
      const before = visited.get(expression) ?? [];
      if (before.some((callers) => isSameWay(callers, frame.callers)) || isCircular(frame.callers)) {
        continue;
      }
      visited.set(expression, [...before, frame.callers]);
      const site = sites.get(expression);
      const { steps, isLost } = site === undefined ? originsOf(view, reader, { expression, frame }) : NO_ORIGINS;
      if (site !== undefined || isLost) {
        ends.push({ site, callers: frame.callers });
      }
      pending.push(...steps);
    }
    if (ends.length > MAXIMUM_ENDS) {
      return [{ sites: undefined, callers: [] }];
    }
  }
  return gather(view, value, ends);
}

function startOf(view: ProgramView, reader: ExpressionReader, value: ts.Node): Origins {
  const { ts } = view;
  const { parent } = value;
  if (ts.isObjectBindingPattern(value)) {
    return ts.isParameter(parent)
      ? originsOfParameter(reader, parent, OUTERMOST)
      : startAt(ts.isVariableDeclaration(parent) ? parent.initializer : undefined);
  }
  if (ts.isBinaryExpression(parent) && parent.left === value && ts.isObjectLiteralExpression(value)) {
    return startAt(parent.right);
  }
  return startAt(ts.isExpression(value) ? value : undefined);
}

function startAt(expression: ts.Expression | undefined): Origins {
  return expression === undefined ? { steps: [], isLost: true } : { steps: [{ expression, frame: OUTERMOST }], isLost: false };
}

/** More ways than this answer nobody's question. */
const MAXIMUM_ENDS = 256;

const NO_ORIGINS: Origins = { steps: [], isLost: false };

/** Where one way ends: at the construction of a client, or lost. */
interface End<Site> {
  readonly site: Site | undefined;
  readonly callers: readonly Caller[];
}

function isSameWay(left: readonly Caller[], right: readonly Caller[]): boolean {
  return left.length === right.length && left.every(({ call }, index) => call === right[index]?.call);
}

/** A function that calls itself hands its own client on. */
function isCircular([outermost, ...others]: readonly Caller[]): boolean {
  return outermost !== undefined && others.some(({ call }) => call === outermost.call);
}

/** Ends whose callers are told apart in the same way are alternatives; what every caller may fall back on is one of each caller's. */
function gather<Site>(view: ProgramView, value: ts.Node, ends: readonly End<Site>[]): readonly ClientRoute<Site>[] {
  const groups: { readonly told: readonly Caller[]; readonly ends: End<Site>[] }[] = [];
  for (const end of ends) {
    const told = toldApart(view, value, end.callers);
    const group = groups.find((candidate) => isSameWay(candidate.told, told));
    if (group === undefined) {
      groups.push({ told, ends: [end] });
    } else {
      group.ends.push(end);
    }
  }
  const isWithin = (inner: readonly Caller[], outer: readonly Caller[]): boolean =>
    inner.length < outer.length && isSameWay(inner, outer.slice(outer.length - inner.length));
  const outermost = groups.filter(({ told }) => !groups.some((other) => isWithin(told, other.told)));
  const routes = outermost.map(({ told, ends: own }) => {
    const all = [...own, ...groups.filter((other) => isWithin(other.told, told)).flatMap((other) => other.ends)];
    const [first, ...others] = own.map((end) => end.callers);
    const callers = first !== undefined && others.every((other) => isSameWay(other, first)) ? first : told;
    const found = all.flatMap(({ site }) => (site === undefined ? [] : [site]));
    return { sites: found.length < all.length ? undefined : new Set(found), callers };
  });
  return routes.length === 0 ? [{ sites: undefined, callers: [] }] : routes;
}

/**
 * The callers that are told apart, outermost first: as long as the code in question runs with the call. A function that is handed out may
 * run with the client of any call.
 */
function toldApart(view: ProgramView, value: ts.Node, callers: readonly Caller[]): readonly Caller[] {
  let inside = value;
  let count = 0;
  for (const { call, entered } of callers.toReversed()) {
    if (!runsWith(view, inside, entered)) {
      break;
    }
    inside = call;
    count += 1;
  }
  return callers.slice(callers.length - count);
}
