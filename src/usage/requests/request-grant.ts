import type ts from 'typescript';
import type { Frame } from '../../grants/expression-reader.ts';
import { distinctGrants } from '../distinct-grants.ts';
import type { ClientSite, HeldGrant } from '../facts.ts';
import type { HeldGrants } from '../held-grants.ts';
import type { ProgramView } from '../program-view.ts';
import type { HttpCall } from './http-call.ts';
import { tokenOrigin } from './token-origin.ts';

/**
 * Which grant a request is made with. Its token is the client's, or that of a token request of the program; where nothing is to be seen of
 * it, all that the program has if that is one.
 * @param sites clients and token requests, by the node that makes them
 * @param calls all requests that are recognised as such
 */
export function requestGrant(
  view: ProgramView,
  call: HttpCall,
  frame: Frame,
  grants: HeldGrants,
  sites: ReadonlyMap<ts.Node, ClientSite>,
  calls: ReadonlySet<ts.Node>,
): HeldGrant {
  const origin = tokenOrigin(view, call, frame);
  switch (origin?.kind) {
    case 'client': {
      const type = view.questions.typeOf(origin.receiver);
      return type === undefined ? onlyGrant(view, sites) : grants.of(origin.receiver, type);
    }
    case 'response': {
      const site = sites.get(origin.call);
      if (site !== undefined) {
        return followed(site.grant);
      }
      return calls.has(origin.call) ? OTHER_RESPONSE : onlyGrant(view, sites);
    }
    case 'given':
      return { kind: 'undecided', reason: origin.reason };
    case undefined:
      return onlyGrant(view, sites);
  }
}

const OTHER_RESPONSE: HeldGrant = {
  kind: 'undecided',
  reason: 'the token of this request comes from another server, and what it may do is not known',
};
const SEVERAL: HeldGrant = {
  kind: 'undecided',
  reason: 'the program gets tokens with different scopes, and which of them this request carries cannot be followed',
};

function onlyGrant({ index }: ProgramView, sites: ReadonlyMap<ts.Node, ClientSite>): HeldGrant {
  const all = [...sites.values()];
  const outsideTests = all.filter((site) => !site.inTest);
  const [only, ...others] = distinctGrants(outsideTests.length > 0 ? outsideTests : all, index.vocabulary);
  if (others.length > 0) {
    return SEVERAL;
  }
  // Why the only grant is not known is told where the token is asked for.
  return only === undefined || only.kind === 'undecided' ? { kind: 'declared' } : only;
}

function followed(grant: HeldGrant): HeldGrant {
  switch (grant.kind) {
    case 'declared': case 'literal':
      return { ...grant, followed: true };
    case 'undecided':
      return { kind: 'declared' };
    case 'unscoped':
      return grant;
  }
}
