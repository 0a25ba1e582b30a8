import type ts from 'typescript';
import type { HttpVerb } from '../../catalogs/http-verb.ts';
import { callersOf } from '../../grants/arguments-of-callers.ts';
import type { Argument, Frame, ReadingTrace } from '../../grants/expression-reader.ts';
import { chainLink } from '../chain-link.ts';
import type { ChainLink } from '../facts.ts';
import type { ProgramView } from '../program-view.ts';
import type { TypeScript } from '../typescript.ts';
import type { Address } from './address.ts';
import { addressReader } from './address-reader.ts';
import { enclosingFunction, isExported } from './enclosing-function.ts';
import { readRequest, type HttpCall } from './http-call.ts';
import { isSettled, resolveRequest, type Resolution } from './resolve-request.ts';

/** What is known of a request where it is decided: at the call that makes it, or at a call of a function around it. */
export interface FollowedRequest {
  readonly call: HttpCall;
  /** The call by which verb and address are decided. */
  readonly node: ts.CallExpression;
  /** With the parameters of the functions in between. */
  readonly frame: Frame;
  /** The calls from there to the one that makes the request, which is the last. */
  readonly chain: readonly ChainLink[];
  readonly verbs: readonly (HttpVerb | null)[];
  readonly addresses: readonly Address[];
  readonly resolution: Resolution;
  /** Not all callers are seen, so that there may be more of this request than those that are returned beside it. */
  readonly hasOtherCallers: boolean;
  /** The literals and names of which verb and address are made. */
  readonly parts: ReadonlySet<ts.Node>;
}

/**
 * Resolves a request; where a parameter of the function around it decides, once for each call of that function, and so on outwards.
 */
export function followRequest(view: ProgramView, call: HttpCall): readonly FollowedRequest[] {
  return follow(view, call, call.node, []);
}

/** Wrappers around wrappers: two are common, more are a framework of their own. */
const MAXIMUM_DEPTH = 4;
/** Calls of one wrapper. */
const MAXIMUM_CALLERS = 2000;

/** A call that was gone back to, and the function that it enters; outermost first. */
interface Link {
  readonly node: ts.CallExpression;
  readonly entered: ts.SignatureDeclaration;
}

function follow(view: ProgramView, call: HttpCall, node: ts.CallExpression, links: readonly Link[]): readonly FollowedRequest[] {
  const open = enclosingFunction(view.ts, node);
  const trace: ReadingTrace = { open, parameters: new Set(), nodes: new Set(), joinsCallers: false };
  const reader = addressReader(view, trace);
  const frame = frameOf(links);
  const { verbs, addresses } = readRequest(view, reader, call, frame);
  const resolution = resolveRequest(view.index, verbs, addresses, trace.joinsCallers);
  if (trace.parameters.size > 0) {
    // What callers pass for the parts that do not matter is read all the same: it is part of this request.
    readRequest(view, addressReader(view, { ...trace, open: undefined }), call, frame);
  }
  const here = { call, node, frame, chain: chainOf(view.ts, links, call), verbs, addresses, resolution, hasOtherCallers: false, parts: trace.nodes };
  const [parameter] = trace.parameters;
  const isCircular = links.some(({ entered }) => entered === open);
  if (open === undefined || parameter === undefined || isSettled(resolution) || isCircular || links.length === MAXIMUM_DEPTH) {
    return isCircular ? [] : [here];
  }
  const { passed, isComplete } = callersOf(reader, parameter);
  const calls = passed.map((one) => one.call).filter((one) => view.ts.isCallExpression(one));
  const isAnyone = calls.length === 0 && isExported(view, open);
  const isSeen = isComplete && calls.length === passed.length && calls.length <= MAXIMUM_CALLERS && !isAnyone;
  const atCallers = calls
    .slice(0, MAXIMUM_CALLERS)
    .flatMap((caller) => follow(view, call, caller, [{ node: caller, entered: open }, ...links]));
  return isSeen ? atCallers : [...atCallers, { ...here, hasOtherCallers: true }];
}

/** All parameters in one: no function is entered twice. */
function frameOf(links: readonly Link[]): Frame {
  const parameters = new Map<ts.ParameterDeclaration, Argument>();
  const frame: Frame = { parameters, callers: [], depth: 0 };
  for (const { node, entered } of links) {
    entered.parameters.forEach((parameter, index) => {
      const argument = node.arguments[index];
      parameters.set(parameter, argument === undefined ? 'absent' : { node: argument, frame });
    });
  }
  return frame;
}

function chainOf(ts: TypeScript, links: readonly Link[], call: HttpCall): readonly ChainLink[] {
  const inner = [...links.slice(1).map(({ node }) => node), ...(links.length === 0 ? [] : [call.node])];
  return inner.map((node) => chainLink(ts, node));
}
