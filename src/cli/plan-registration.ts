import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Declaration } from '../grants/declaration.ts';
import type { Scope } from '../scopes/requirement.ts';
import type { JudgedGrant } from '../verdict/grant-group.ts';
import { heldScopes, inspectDeclaration, isUnfilled } from '../verdict/inspect-declarations.ts';

/** What to register for an application, and why. */
export interface RegistrationPlan {
  /** In the order of the catalog; `null` registers nothing, so that calls stay unchecked. */
  readonly scopes: readonly Scope[] | null;
  /** The declarations that the scopes are from; several where each of them may be the one in effect. */
  readonly from: readonly Declaration[];
  /** Why nothing is registered; one sentence without a full stop. */
  readonly reason?: string;
}

/**
 * The scopes that an application may count on. Of several declarations, each of which may be in effect, it is all of their scopes: a call is then
 * refused only where none of them covers it. Nothing is registered where the grant is not known, or not known by scopes.
 * @param placeOf Prints the place of a declaration.
 */
export function planRegistration(grant: JudgedGrant, index: CatalogIndex, placeOf: (declaration: Pick<Declaration, 'place'>) => string): RegistrationPlan {
  const from = grant.effective === null ? grant.alternatives : [grant.effective];
  const reason = reasonAgainst(from, grant, index, placeOf);
  if (reason !== undefined) {
    return { scopes: null, from, reason };
  }
  const held = new Set(from.flatMap((declaration) => heldScopes(declaration, index)));
  const scopes = index.vocabulary.names.filter((scope) => held.has(scope));
  return scopes.length > 0 ? { scopes, from } : { scopes: null, from, reason: `${from.map(placeOf).join(' and ')} names no scope that the catalog knows` };
}

function reasonAgainst(
  from: readonly Declaration[],
  { effective, undecided }: JudgedGrant,
  index: CatalogIndex,
  placeOf: (declaration: Pick<Declaration, 'place'>) => string,
): string | undefined {
  const [open] = effective === null ? undecided : [];
  if (open !== undefined) {
    return `${placeOf(open)}: ${open.reason}`;
  }
  if (from.length === 0) {
    return 'no declaration of scopes was found';
  }
  const unfilled = from.find((declaration) => inspectDeclaration(declaration, index).problems.some(isUnfilled));
  if (unfilled !== undefined) {
    return `${placeOf(unfilled)} holds no scopes yet`;
  }
  for (const declaration of from) {
    const wildcard = heldScopes(declaration, index).find((scope) => index.vocabulary.isRoleWildcard(scope));
    if (wildcard !== undefined) {
      return `${placeOf(declaration)} asks for ${wildcard}, which covers whatever the role of the application allows`;
    }
  }
  return undefined;
}
