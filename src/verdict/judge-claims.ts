import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Scope } from '../scopes/requirement.ts';
import type { ClaimedGrant } from '../usage/facts.ts';
import type { Finding } from './finding.ts';
import type { GrantGroup } from './grant-group.ts';
import { forgedGrant } from './messages.ts';

/**
 * Casts that claim a scope which no grant covers that the client may hold.
 *
 * @param declared the group of the calls that are made with what the application declares
 */
export function judgeClaims(claims: readonly ClaimedGrant[], declared: GrantGroup, index: CatalogIndex): readonly Finding[] {
  const { vocabulary } = index;
  return claims.flatMap((claim) => {
    const held = heldBy(claim, declared);
    if (held === undefined || held.some((scope) => vocabulary.isRoleWildcard(scope))) {
      return [];
    }
    const covered = vocabulary.closure(held);
    const forged = claim.scopes.filter((scope) => !covered.has(scope) && !vocabulary.isAlwaysAllowed(scope));
    const named = forged.filter((scope) => !forged.some((other) => other !== scope && vocabulary.implied(other).has(scope)));
    return named.length === 0 ? [] : [toFinding(claim, named)];
  });
}

/** The scopes of all grants that the client may hold; `undefined` where they are not known, or where scopes do not matter. */
function heldBy({ held }: ClaimedGrant, declared: GrantGroup): readonly Scope[] | undefined {
  if (held.kind === 'literal') {
    return held.alternatives.flat();
  }
  const isKnown = held.kind === 'declared' && declared.undecided.length === 0 && declared.alternatives.length > 0;
  return isKnown ? declared.alternatives.flatMap(({ scopes }) => scopes) : undefined;
}

function toFinding({ place }: ClaimedGrant, scopes: readonly Scope[]): Finding {
  return { rule: 'no-forged-grant', kind: 'forged', scope: scopes.join(' '), place, message: forgedGrant(scopes) };
}
