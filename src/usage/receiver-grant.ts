import type ts from 'typescript';
import type { Scope } from '../scopes/requirement.ts';
import { splitScopes } from '../scopes/scope-string.ts';
import { grantKey } from './grant-key.ts';
import type { ProgramView } from './program-view.ts';

/**
 * What the type of a receiver says of its grant. Only types that we generated over the SDK say anything: they carry the grant in a private
 * property.
 *
 * - `unchecked`: nothing is registered for the default, or the client has no scopes at all
 * - `registered`: the grant that the application registered
 * - `scopes`: everything that is covered, implied scopes included; several entries are alternatives
 * - `open`: decided by a type argument that this place does not know
 */
export type TypedGrant =
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'registered' }
  | { readonly kind: 'scopes'; readonly alternatives: readonly (readonly Scope[])[] }
  | { readonly kind: 'open' };

/** @returns `undefined` where the type carries no grant: the SDK's own declarations, a `Pick` or a copy of a service */
export function typedGrant(view: ProgramView, receiver: ts.Type): TypedGrant | undefined {
  const carriers = view.questions.alternatives(receiver).map((alternative) => grantProperty(view, alternative));
  if (carriers.length === 0 || carriers.includes(undefined)) {
    return undefined;
  }
  const types = carriers.flatMap((carrier) => {
    const type = carrier && view.questions.typeOfSymbol(carrier);
    return type === undefined ? [] : view.questions.alternatives(type);
  });
  if (types.some((type) => view.questions.isAny(type))) {
    return types.every((type) => view.questions.isAny(type)) ? { kind: 'unchecked' } : { kind: 'open' };
  }
  if (types.length === 0 || types.some((type) => (type.flags & (view.ts.TypeFlags.Object | view.ts.TypeFlags.Intersection)) === 0)) {
    return { kind: 'open' };
  }
  const alternatives = types.map((type) => coveredScopes(view, type));
  const registered = registeredGrant(view, carriers[0]?.declarations?.[0]?.getSourceFile());
  const { vocabulary } = view.index;
  const isRegistered = registered !== undefined && grantKey(alternatives, vocabulary) === grantKey(registered, vocabulary);
  return isRegistered ? { kind: 'registered' } : { kind: 'scopes', alternatives };
}

/**
 * What a type claims that a program writes out: `Assets<Grant<'OR.Assets'>>`, and `Assets<'OR.Assets'>`, which is no grant and lets
 * everything pass. Alternatives apart, implied scopes included.
 * @returns `undefined` where it names no scopes
 */
export function claimedScopes(view: ProgramView, claimed: ts.Type): readonly (readonly Scope[])[] | undefined {
  const typed = typedGrant(view, claimed);
  if (typed?.kind === 'scopes') {
    return typed.alternatives;
  }
  const carriers = typed?.kind === 'open' ? view.questions.alternatives(claimed).map((one) => grantProperty(view, one)) : [];
  const types = carriers.flatMap((carrier) => {
    const type = carrier && view.questions.typeOfSymbol(carrier);
    return type === undefined ? [] : view.questions.alternatives(type);
  });
  const texts = types.flatMap((type) => (type.isStringLiteral() ? [type.value] : []));
  return texts.length === 0 || texts.length < types.length
    ? undefined
    : texts.map((text) => [...view.index.vocabulary.closure(splitScopes(text).filter((scope) => view.index.vocabulary.has(scope)))]);
}

/** Name of the property of `Brand` in types/guard.d.ts. */
const GRANT_PROPERTY = 'granted';

function grantProperty(view: ProgramView, type: ts.Type): ts.Symbol | undefined {
  const property = view.questions.memberOf(type, GRANT_PROPERTY);
  const owner = property?.declarations?.[0]?.parent;
  return owner !== undefined && view.ts.isClassLike(owner) && owner.name?.text === 'Brand' ? property : undefined;
}

/** The scopes among the names that a grant proves; the others are its clauses. In the order of the catalog. */
function coveredScopes(view: ProgramView, grant: ts.Type): readonly Scope[] {
  const names = new Set(grant.getProperties().map((property) => property.name));
  return view.index.vocabulary.names.filter((name) => names.has(name));
}

/**
 * What the interface `Registered`, beside the file of `Brand`, says for the provider, alternatives apart; `undefined` if nothing is
 * registered.
 */
function registeredGrant(view: ProgramView, brandFile: ts.SourceFile | undefined): readonly (readonly Scope[])[] | undefined {
  const known = registrations.get(view);
  if (known !== undefined || brandFile === undefined) {
    return known?.alternatives;
  }
  const file = view.program.getSourceFile(brandFile.fileName.replace(/(?<![^/])[^/]+$/, 'index.d.ts'));
  const module = file && view.questions.symbolOf(file);
  const registered = module && view.questions.exportsOf(module).find((symbol) => symbol.name === 'Registered');
  const type = registered && view.questions.declaredTypeOf(registered);
  const property = type && view.questions.memberOf(type, view.index.catalog.provider);
  const value = property && view.questions.typeOfSymbol(property);
  const types = value === undefined ? [] : view.questions.alternatives(value);
  const texts = types.map((type) => (type.isStringLiteral() ? type.value : undefined));
  const alternatives = texts.length === 0 || texts.includes(undefined) ? undefined : texts.map((text) => splitScopes(text ?? ''));
  registrations.set(view, { alternatives });
  return alternatives;
}

/** One registration a provider and program. */
const registrations = new WeakMap<ProgramView, { readonly alternatives: readonly (readonly Scope[])[] | undefined }>();
