import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Declaration, Place } from '../grants/declaration.ts';
import type { Scope } from '../scopes/requirement.ts';
import type { JudgedGrant } from './grant-group.ts';
import { heldScopes, inspectDeclaration, isUnfilled } from './inspect-declarations.ts';

/** What to register for an application, and why. */
export interface RegistrationPlan {
  /** In the order of the catalog; `null` registers nothing, so that calls stay unchecked. */
  readonly scopes: readonly Scope[] | null;
  /** The declarations that the scopes are from: the one in effect, if it is known, and those that may be in its place and have more. */
  readonly from: readonly Declaration[];
  /** Why nothing is registered. */
  readonly reason: PlacedReason | null;
}

interface PlacedReason {
  readonly place?: Place;
  /** One sentence without a full stop, to be read after the place. */
  readonly text: string;
}

/**
 * The scopes that an application may count on. Of several declarations, each of which may be in effect, it is all of their scopes: a call
 * is then refused only where none of them covers it, as `check` has it. Nothing is registered where the grant is not known, or not known by
 * scopes.
 */
export function planRegistration({ alternatives, effective, undecided }: JudgedGrant, index: CatalogIndex): RegistrationPlan {
  const ordered = [...new Set([effective, ...alternatives])].filter((declaration) => declaration !== null);
  const held = new Set<Scope>();
  const from = ordered.filter((declaration) => {
    const before = held.size;
    knownScopes(declaration, index).forEach((scope) => held.add(scope));
    return held.size > before;
  });
  const [open] = undecided;
  const reason = open === undefined ? reasonAgainst(ordered, held, index) : { place: open.place, text: open.reason };
  return reason === null
    ? { scopes: index.vocabulary.names.filter((scope) => held.has(scope)), from, reason }
    : { scopes: null, from: [], reason };
}

function reasonAgainst(declarations: readonly Declaration[], held: ReadonlySet<Scope>, index: CatalogIndex): PlacedReason | null {
  const [first] = declarations;
  if (first === undefined) {
    return { text: 'no declaration of scopes was found' };
  }
  const unfilled = declarations.find((declaration) => inspectDeclaration(declaration, index).problems.some(isUnfilled));
  if (unfilled !== undefined) {
    return { place: unfilled.place, text: 'holds no scopes yet' };
  }
  for (const declaration of declarations) {
    const wildcard = heldScopes(declaration, index).find((scope) => index.vocabulary.isRoleWildcard(scope));
    if (wildcard !== undefined) {
      return { place: declaration.place, text: `asks for ${wildcard}, which covers whatever the role of the application allows` };
    }
  }
  return held.size === 0 ? { place: first.place, text: 'names no scope that the catalog knows' } : null;
}

function knownScopes(declaration: Declaration, index: CatalogIndex): readonly Scope[] {
  return heldScopes(declaration, index).filter((scope) => index.vocabulary.has(scope));
}
