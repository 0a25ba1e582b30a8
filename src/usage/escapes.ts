import type ts from 'typescript';
import { placeOfNode } from '../grants/place-of-node.ts';
import { readCast, readPassedValue, type Handover } from './handovers.ts';
import { inheritedRequests } from './inherited-requests.ts';
import type { ProgramView } from './program-view.ts';
import { isReached } from './reached-code.ts';
import { isAccountedFor } from './requests/accounted-text.ts';
import type { SyntacticFacts } from './syntactic-facts.ts';

const REQUEST = 'a request to the provider is made here, or prepared';

/**
 * The places of one file where calls may happen that nobody sees: requests beside the SDK, clients that leave its types. None in a test.
 *
 * @param read what the addresses of requests are made of that are reported as such
 */
export function findEscapes(
  view: ProgramView,
  file: ts.SourceFile,
  facts: SyntacticFacts,
  read: ReadonlySet<ts.Node>,
): Handover {
  if (view.isTest(file)) {
    return { escapes: [], uses: [] };
  }
  const requests = facts.requests
    .filter((node) => !isAccountedFor(view, node, read))
    .map((node) => ({ place: placeOfNode(node), reason: REQUEST }));
  const inherited = facts.subclasses.flatMap((subclass) => inheritedRequests(view, subclass));
  const passed = facts.passed.map((value) => ({ value, ...readPassedValue(view, value) }));
  const cast = facts.casts.map((value) => ({ value, ...readCast(view, value) }));
  // Few are handed over at all, so that these alone are asked about.
  const handovers = [...passed, ...cast]
    .filter(({ value, escapes, uses }) => escapes.length + uses.length > 0 && isReached(view.ts, value));
  return {
    escapes: [...requests, ...inherited, ...handovers.flatMap((one) => one.escapes)],
    uses: handovers.flatMap((one) => one.uses),
  };
}
