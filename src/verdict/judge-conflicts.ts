import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Declaration } from '../grants/declaration.ts';
import { isLocal } from '../grants/declared-environment.ts';
import { distinctDeclarations } from '../grants/distinct-declarations.ts';
import { isTemplate } from '../grants/read-declarations.ts';
import { isSamePlace } from '../grants/compare-places.ts';
import { groupBy } from '../scopes/group-by.ts';
import type { Scope } from '../scopes/requirement.ts';
import type { ClientSite } from '../usage/facts.ts';
import type { Finding } from './finding.ts';
import { heldScopes, inspectDeclaration, isUnfilled } from './inspect-declarations.ts';
import { conflictingDeclarations } from './messages.ts';
import type { NamePlace } from './phrases.ts';

/**
 * Declarations of one application that differ. Each environment is compared by itself, templates not at all, and a file that a local one
 * overrides on this machine is not compared with it. Scopes that are always allowed make no difference.
 *
 * @param declarations those outside of the code
 * @param effective the declaration that the others are compared with, if it is among them
 */
export function judgeConflicts(
  declarations: readonly Declaration[],
  clients: readonly ClientSite[],
  effective: Declaration | null,
  index: CatalogIndex,
  nameOf: NamePlace,
): readonly Finding[] {
  const compared = [...declarations, ...declaredInCode(clients)].filter(
    (declaration) => !isTemplate(declaration) && !isOverridden(declaration, declarations) && saysSomething(declaration, index),
  );
  return [...groupBy(compared, ({ environment }) => JSON.stringify(environment)).values()].flatMap((alike) => {
    const reference = alike.find((declaration) => declaration === effective) ?? alike[0];
    return alike
      .filter((other) => !areForDifferentClients(other, reference, clients))
      .flatMap((other) => compare(other, reference, index, nameOf));
  });
}

/** Each is read by a client, and no client reads both: variables of two clients are there to differ. */
function areForDifferentClients(one: Declaration, other: Declaration, clients: readonly ClientSite[]): boolean {
  const readersOf = (declaration: Declaration): readonly ClientSite[] => clients.filter(({ stated }) =>
    stated.kind === 'scopes' && stated.alternatives.some(({ place }) => isSamePlace(place, declaration.place)));
  const [ofOne, ofOther] = [readersOf(one), readersOf(other)];
  return ofOne.length > 0 && ofOther.length > 0 && !ofOne.some((client) => ofOther.includes(client));
}

/**
 * What the code itself states for the one grant that all clients have. Where it chooses between texts, or makes clients with different
 * grants, it means to differ.
 */
function declaredInCode(clients: readonly ClientSite[]): readonly Declaration[] {
  const stated = clients.filter((client) => !client.inTest).map((client) => client.stated);
  const inCode = stated.flatMap((one) => (one.kind === 'scopes' && !one.orDeclared ? [one.alternatives] : []));
  const [only, ...others] = distinctDeclarations(inCode.flat());
  const isForAll = others.length === 0 && inCode.length === stated.length;
  return isForAll && only?.kind === 'code' ? [only] : [];
}

function isOverridden(declaration: Declaration, declarations: readonly Declaration[]): boolean {
  const { key, environment } = declaration;
  return !isLocal(declaration) && declarations.some((other) => isLocal(other) && other.key === key && other.environment === environment);
}

/** A placeholder says nothing, nor does a text that asks for no scope of an API; an empty list of the manifest does. */
function saysSomething(declaration: Declaration, index: CatalogIndex): boolean {
  const isFilled = !inspectDeclaration(declaration, index).problems.some(isUnfilled);
  return isFilled && (declaration.kind === 'manifest' || scopesOf(declaration, index).length > 0);
}

function scopesOf(declaration: Declaration, index: CatalogIndex): readonly Scope[] {
  return heldScopes(declaration, index).filter((scope) => !index.vocabulary.isAlwaysAllowed(scope));
}

function compare(one: Declaration, reference: Declaration, index: CatalogIndex, nameOf: NamePlace): readonly Finding[] {
  const [own, other] = [scopesOf(one, index), scopesOf(reference, index)];
  const more = own.filter((scope) => !other.includes(scope));
  const less = other.filter((scope) => !own.includes(scope));
  if (more.length + less.length === 0) {
    return [];
  }
  const sides = [{ name: nameOf(one.place), has: more }, { name: nameOf(reference.place), has: less }];
  const message = conflictingDeclarations(sides);
  return [{ rule: 'consistent-scopes', kind: 'conflict', scope: [...more, ...less].join(' '), place: one.place, message }];
}
