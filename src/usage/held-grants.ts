import type ts from 'typescript';
import { distinctGrants } from './distinct-grants.ts';
import type { ClientSite, HeldGrant } from './facts.ts';
import { followClient } from './follow-client.ts';
import { grantKey } from './grant-key.ts';
import type { ProgramView } from './program-view.ts';
import { typedGrant } from './receiver-grant.ts';

/** Decides which grant the receiver of a call holds. */
export interface HeldGrants {
  /**
   * @param receiver the expression, or the destructuring pattern, that stands for the receiver
   * @param type of the receiver
   */
  of(receiver: ts.Node, type: ts.Type): HeldGrant;
}

/**
 * A grant in the receiver's type comes first. Where there is none, either all clients of the program hold the same grant, or the way back
 * to the client has to be short and plain.
 *
 * @param sites by the node of their construction; those in tests count only if there are no others
 */
export function decideHeldGrants(view: ProgramView, sites: ReadonlyMap<ts.Node, ClientSite>): HeldGrants {
  const all = [...sites.values()];
  const outsideTests = all.filter((site) => !site.inTest);
  const distinct = distinctGrants(outsideTests.length > 0 ? outsideTests : all);
  const follow = (receiver: ts.Node): HeldGrant | undefined => {
    const reached = view.ts.isExpression(receiver) ? followClient(view, receiver, sites) : undefined;
    return reached && merge(distinctGrants(reached));
  };
  const byFlow = (receiver: ts.Node): HeldGrant => {
    const [only, ...others] = distinct;
    if (only !== undefined && others.length > 0) {
      return follow(receiver) ?? UNFOLLOWED;
    }
    // Why the only client's grant is not known is told where it is made.
    return only === undefined || only.kind === 'undecided' ? DECLARED : only;
  };
  return {
    of(receiver, type) {
      const typed = typedGrant(view, type);
      switch (typed?.kind) {
        case 'registered':
          return DECLARED;
        case 'scopes': {
          const held: HeldGrant = { kind: 'literal', alternatives: typed.alternatives };
          const followed = distinct.length > 1 ? follow(receiver) : undefined;
          return followed?.kind === 'literal' && isSame(view, followed, held) ? { ...held, followed: true } : held;
        }
        case 'open':
          return OPEN;
        default:
          return byFlow(receiver);
      }
    },
  };
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

type LiteralGrant = HeldGrant & { readonly kind: 'literal' };

function isSame(view: ProgramView, left: LiteralGrant, right: LiteralGrant): boolean {
  return grantKey(left.alternatives, view.index.vocabulary) === grantKey(right.alternatives, view.index.vocabulary);
}
