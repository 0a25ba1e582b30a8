import type ts from 'typescript';
import type { Frame } from './expression-reader.ts';

/** What stands behind a name: an expression that can be read in its turn, or why there is none. */
export type Found =
  | { readonly kind: 'expression'; readonly node: ts.Expression; readonly frame: Frame }
  /** The properties that a component is given. */
  | FoundAttributes
  /** `const { KEY } = process.env`. */
  | { readonly kind: 'environment'; readonly node: ts.Node; readonly key: string; readonly written: string }
  /** `const { scope = 'OR.Jobs' } = config`. */
  | FoundWithDefault
  | { readonly kind: 'absent'; readonly node: ts.Node }
  | { readonly kind: 'unknown'; readonly node: ts.Node; readonly reason: string };

/** What an expression can stand for where an object is expected. */
export type FoundObject =
  | { readonly kind: 'object'; readonly node: ts.ObjectLiteralExpression; readonly frame: Frame }
  | FoundAttributes
  | Extract<Found, { kind: 'absent' | 'unknown' }>;

interface FoundAttributes {
  readonly kind: 'attributes';
  readonly node: ts.JsxAttributes;
  readonly frame: Frame;
}

interface FoundWithDefault {
  readonly kind: 'defaulted';
  readonly node: ts.Node;
  readonly first: readonly Found[];
  readonly second: ts.Expression;
  readonly frame: Frame;
}

export function expression(node: ts.Expression, frame: Frame): Extract<Found, { kind: 'expression' }> {
  return { kind: 'expression', node, frame };
}

/** @param reason one sentence without a full stop, for a user */
export function unknown(node: ts.Node, reason: string): Extract<Found, { kind: 'unknown' }> {
  return { kind: 'unknown', node, reason };
}
