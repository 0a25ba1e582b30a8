import type ts from 'typescript';
import { chainLink } from './chain-link.ts';
import { clientRoutes, type ClientRoute } from './client-routes.ts';
import { distinctGrants } from './distinct-grants.ts';
import type { ChainLink, ClientSite, HeldGrant } from './facts.ts';
import { grantKey } from './grant-key.ts';
import type { ProgramView } from './program-view.ts';
import { typedGrant } from './receiver-grant.ts';

/** What a receiver holds, on the way that a client takes to it. */
export interface ReachedGrant {
  readonly grant: HeldGrant;
  /** The calls that hand the client on, outermost first. */
  readonly chain: readonly ChainLink[];
}

/** Decides which grants the receiver of a call holds. */
export interface HeldGrants {
  /**
   * @param receiver the expression, or the destructuring pattern, that stands for the receiver
   * @param type of the receiver
   * @returns one entry for each grant that callers of the function hand on to it; never empty
   */
  reaching(receiver: ts.Node, type: ts.Type): readonly ReachedGrant[];
  /** The one that reaches the receiver; undecided if there are several. */
  of(receiver: ts.Node, type: ts.Type): HeldGrant;
}

/**
 * What a type says outright comes first. Else either all clients of the program hold the same grant, or the way back to the client has to
 * be in sight. That a type says "what is registered" decides nothing: an annotation without a grant says so of every client, and a program
 * that the command line reads without its registration must come to the same verdict.
 *
 * @param sites by the node of their construction; those in tests count only if there are no others
 */
export function decideHeldGrants(view: ProgramView, sites: ReadonlyMap<ts.Node, ClientSite>): HeldGrants {
  const all = [...sites.values()];
  const outsideTests = all.filter((site) => !site.inTest);
  const [only, ...others] = distinctGrants(outsideTests.length > 0 ? outsideTests : all, view.index.vocabulary);
  const isMixed = others.length > 0;
  const byFlow = (routes: readonly ClientRoute<ClientSite>[]): readonly ReachedGrant[] => {
    if (isMixed) {
      return distinct(routes.map((route) => ({ grant: grantOf(view, route), chain: chainOf(view.ts, route) })));
    }
    // Why the only client's grant is not known is told where it is made.
    return [{ grant: only === undefined || only.kind === 'undecided' ? DECLARED : only, chain: chainOfFirst(view.ts, routes) }];
  };
  const mayHaveOtherToken = ({ sites: possible }: ClientRoute<ClientSite>): boolean =>
    [...(possible ?? all)].some((site) => site.hasOtherToken === true);
  const routesOf = rememberRoutes(view, (receiver) => clientRoutes(view, receiver, sites));
  const reaching: HeldGrants['reaching'] = (receiver, type) => {
    const routes = routesOf(receiver);
    const typed = routes.some(mayHaveOtherToken) ? undefined : typedGrant(view, type);
    switch (typed?.kind) {
      case 'scopes': {
        const held: HeldGrant = { kind: 'literal', alternatives: typed.alternatives };
        const isFollowed = isMixed && routes.every((route) => isSame(view, grantOf(view, route), held));
        return [{ grant: isFollowed ? { ...held, followed: true } : held, chain: chainOfFirst(view.ts, routes) }];
      }
      case 'open':
        return [{ grant: OPEN, chain: [] }];
      default:
        return byFlow(routes);
    }
  };
  return {
    reaching,
    of(receiver, type) {
      const [first, ...others] = reaching(receiver, type);
      return first === undefined || others.length > 0 ? SEVERAL : first.grant;
    },
  };
}

type Routes = readonly ClientRoute<ClientSite>[];

/**
 * The ways back from a name are the same wherever it stands in one function. One entry for each declaration and function, for as long as the
 * returned function is kept.
 */
function rememberRoutes({ ts, questions }: ProgramView, find: (receiver: ts.Node) => Routes): (receiver: ts.Node) => Routes {
  const known = new Map<ts.Node, Map<ts.Node, Routes>>();
  return (receiver) => {
    const declaration = ts.isIdentifier(receiver) ? questions.symbolOf(receiver)?.valueDeclaration : undefined;
    if (declaration === undefined) {
      return find(receiver);
    }
    const inside = ts.findAncestor(receiver, (node) => ts.isFunctionLike(node) || ts.isClassLike(node)) ?? receiver.getSourceFile();
    const ofDeclaration = known.get(declaration) ?? new Map<ts.Node, Routes>();
    known.set(declaration, ofDeclaration);
    const routes = ofDeclaration.get(inside) ?? find(receiver);
    ofDeclaration.set(inside, routes);
    return routes;
  };
}

/** Every way with a grant of its own; of those with the same the first. */
function distinct(reached: readonly ReachedGrant[]): readonly ReachedGrant[] {
  return [...new Map(reached.toReversed().map((one) => [JSON.stringify(one.grant), one])).values()].toReversed();
}

function chainOfFirst(ts: ProgramView['ts'], routes: readonly ClientRoute<ClientSite>[]): readonly ChainLink[] {
  const route = routes.find(({ sites, callers }) => sites !== undefined && callers.length > 0) ?? routes[0];
  return route === undefined ? [] : chainOf(ts, route);
}

function chainOf(ts: ProgramView['ts'], { callers }: ClientRoute<ClientSite>): readonly ChainLink[] {
  return callers.map(({ call }) => chainLink(ts, call));
}

function grantOf(view: ProgramView, { sites }: ClientRoute<ClientSite>): HeldGrant {
  return sites === undefined || sites.size === 0 ? UNFOLLOWED : merge(distinctGrants(sites, view.index.vocabulary));
}

const DECLARED: HeldGrant = { kind: 'declared' };
const UNFOLLOWED: HeldGrant = {
  kind: 'undecided',
  reason: 'the program makes clients with different grants, and which of them this one is cannot be followed',
};
const OPEN: HeldGrant = { kind: 'undecided', reason: 'the grant of the receiver depends on a type argument' };
const SEVERAL: HeldGrant = { kind: 'undecided', reason: 'the receiver may be one of several clients with different grants' };

/** Several clients: literal grants are alternatives to each other, anything else mixed is undecided. */
function merge(grants: readonly HeldGrant[]): HeldGrant {
  const [only, ...others] = grants;
  if (only !== undefined && others.length === 0) {
    return only.kind === 'literal' || only.kind === 'declared' ? { ...only, followed: true } : only;
  }
  return grants.every((grant) => grant.kind === 'literal')
    ? { kind: 'literal', alternatives: grants.flatMap((grant) => grant.alternatives), followed: true }
    : SEVERAL;
}

function isSame(view: ProgramView, left: HeldGrant, right: HeldGrant): boolean {
  const key = (grant: HeldGrant): string | null =>
    grant.kind === 'literal' ? grantKey(grant.alternatives, view.index.vocabulary) : null;
  return key(left) !== null && key(left) === key(right);
}
