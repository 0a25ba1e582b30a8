import type ts from 'typescript';
import { placeOfNode } from '../grants/place-of-node.ts';
import type { ChainLink } from './facts.ts';
import type { TypeScript } from './typescript.ts';

type Call = ts.CallExpression | ts.NewExpression | ts.JsxOpeningLikeElement;

/** The name under which something is called: `get` of `api.get(…)`, `Panel` of `<Panel />`. */
export function calledName(ts: TypeScript, call: Call): ts.Node {
  const callee = ts.isCallExpression(call) || ts.isNewExpression(call) ? call.expression : call.tagName;
  return ts.isPropertyAccessExpression(callee) ? callee.name : callee;
}

/** A call of a wrapper, as a message names it. */
export function chainLink(ts: TypeScript, call: Call): ChainLink {
  const name = calledName(ts, call);
  return { place: placeOfNode(name), name: name.getText() };
}
