import type ts from 'typescript';
import type { Undecided } from '../../grants/declaration.ts';
import { placeOfNode } from '../../grants/place-of-node.ts';
import { calledName } from '../chain-link.ts';
import type { ClientSite, HeldGrant, MethodUse, UnmappedUse } from '../facts.ts';
import type { HeldGrants } from '../held-grants.ts';
import type { ProgramView } from '../program-view.ts';
import { isReached } from '../reached-code.ts';
import { syntacticFacts } from '../syntactic-facts.ts';
import { addressReader } from './address-reader.ts';
import { followRequest, type FollowedRequest } from './follow-request.ts';
import { readHttpCall } from './http-call.ts';
import { mayReachProvider } from './may-reach-provider.ts';
import { requestGrant } from './request-grant.ts';

/** What the HTTP requests of a program say, by the file in which they are decided; of tests only the uses. */
export interface RequestFacts {
  readonly uses: readonly MethodUse[];
  readonly unmapped: readonly UnmappedUse[];
  readonly escapes: readonly Undecided[];
}

/** All requests of a program that are recognised as such, wherever they go. None where nothing in it speaks of the provider. */
export function findRequests(view: ProgramView): readonly FollowedRequest[] {
  if (!view.files.some((file) => mayReachProvider(file, view.index.catalog))) {
    return [];
  }
  const reader = addressReader(view);
  return view.files.flatMap((file) => syntacticFacts(view.ts, view.index, file).calls).flatMap((node) => {
    // Each call has a budget of its own: one that cannot be read must not keep others from it.
    const call = readHttpCall(view, { ...reader, budget: { ...reader.budget } }, node);
    return call === undefined ? [] : followRequest(view, call);
  });
}

/** The facts of those requests that go to the provider, or may. */
export function requestFacts(
  view: ProgramView,
  requests: readonly FollowedRequest[],
  grants: HeldGrants,
  sites: ReadonlyMap<ts.Node, ClientSite>,
): ReadonlyMap<ts.SourceFile, RequestFacts> {
  const calls = new Set<ts.Node>(requests.map(({ call }) => call.node));
  const facts = new Map<ts.SourceFile, RequestFacts>();
  for (const request of requests.filter(({ resolution, node }) => resolution.isProvider && isReached(view.ts, node))) {
    const file = request.node.getSourceFile();
    const known = facts.get(file) ?? NOTHING;
    const { reached, possible } = request.resolution;
    const grant = reached.length + possible.length === 0 ? UNUSED : requestGrant(view, request.call, request.frame, grants, sites, calls);
    const found = factsOf(view, request, grant);
    facts.set(file, {
      uses: [...known.uses, ...found.uses],
      unmapped: [...known.unmapped, ...found.unmapped],
      escapes: [...known.escapes, ...found.escapes],
    });
  }
  return facts;
}

const NOTHING: RequestFacts = { uses: [], unmapped: [], escapes: [] };
const UNUSED: HeldGrant = { kind: 'declared' };

function factsOf(view: ProgramView, { node, chain, resolution, hasOtherCallers }: FollowedRequest, grant: HeldGrant): RequestFacts {
  const { provider } = view.index.catalog;
  const place = placeOfNode(calledName(view.ts, node));
  const inTest = view.isTest(node.getSourceFile());
  const use = (method: string, held: HeldGrant, typed: boolean): MethodUse => ({
    provider, method, place, grant: held, typed, inTest, ...(chain.length === 0 ? {} : { chain }),
  });
  const uses = [
    ...resolution.reached.map((label) => use(label, grant, true)),
    ...resolution.possible.flatMap(({ labels, reason }) => labels.map((label) => use(label, { kind: 'undecided', reason }, false))),
  ];
  const unresolved = hasOtherCallers ? [OTHER_CALLERS] : resolution.unresolved;
  return inTest
    ? { ...NOTHING, uses }
    : {
        uses,
        unmapped: resolution.unmapped.map((call) => ({ provider, call, place })),
        escapes: unresolved.map((reason) => ({ place, reason })),
      };
}

const OTHER_CALLERS = 'a request to the provider is made here for callers of which not all are seen';
