import type { CatalogOperation, RequirementRow } from '../catalogs/catalog.ts';
import { hasWildcard, isFilePattern } from '../grants/file-pattern.ts';
import { describeRequirement, type Requirement, type Scope } from '../scopes/requirement.ts';
import { datedRequirement, list } from './phrases.ts';

/*
 * Why a verdict is held back: reasons for a list, which have no full stop. Two of them are also reported by rules, as sentences.
 */

export function undecidedByDate(method: CatalogOperation, satisfied: RequirementRow, unsatisfied: RequirementRow): string {
  const told = [satisfied, unsatisfied].map(datedRequirement);
  return `sources differ about ${method.label}: the declared scopes satisfy ${told[0]}, and not ${told[1]}`;
}

export function undecidedByInference(method: CatalogOperation, lacking: Requirement): string {
  return `${method.label} seems to need ${describeRequirement(lacking)}, which no source says outright`;
}

export function undecidedByWildcard(wildcard: Scope, call: string, lacking: Requirement): string {
  return `${call} needs ${describeRequirement(lacking)}, and whether ${wildcard} covers it depends on the role of the application`;
}

export function undecidedByAlternatives(call: string, lacking: Requirement): string {
  return `${call} needs ${describeRequirement(lacking)}, which only some of the declarations hold that may be in effect`;
}

export const NOTHING_DECLARED = 'no declaration of scopes was found for this client, so that nothing can be said to be missing';
export const SEVERAL_DECLARATIONS = 'scopes are declared in several places, and which one is in effect is not known';
export const NOTHING_TO_COMPARE = 'no call that needs a scope was seen for certain, so that there is nothing to compare these scopes with';
export const UNSCOPED_CLIENT = 'this client is made with a secret or an access token, which has no scopes: its calls are not checked';

export function placeholderDeclared(text: string): string {
  return text.trim() === '' ? 'an empty text stands where scopes belong' : 'a placeholder stands where scopes belong';
}

export function unmappedCall(call: string): string {
  return `the catalog does not say which scopes ${call} needs`;
}

/** @param reason why the called method is not known for certain */
export function untypedCall(reason: string, calls: readonly string[]): string {
  const named = calls.length > 2 ? [...calls.slice(0, 1), `one of ${calls.length - 1} other methods of that name`] : calls;
  return `${reason}: this may be ${list(named, 'or')}`;
}

export function callWithOtherClient(call: string): string {
  return `${call} may be called with a client that holds more than its type says`;
}

/** @param name of a package or files, as the manifest has it under "needs" */
export function idleNeed(name: string): string {
  const what = isFilePattern(name)
    ? `nothing is undecided in ${hasWildcard(name) ? 'any such file' : 'this file'}`
    : 'this package receives no client';
  return `${what}, so that nothing shows whether ${name} needs what is stated here`;
}

/** @param nearest the scope that was probably meant */
export function needOfUnknown(name: string, scope: Scope, provider: string, nearest: string | undefined): string {
  const hint = nearest === undefined ? '' : ` (did you mean ${nearest}?)`;
  return `${provider} has no scope ${scope}${hint}, so that what ${name} needs is not known`;
}

/** "Buckets.getAll: OR.Buckets or OR.Buckets.Read (since 2026-05-13) instead of OR.Administration (until 2026-05-13)" */
export function newestUsed(method: CatalogOperation, newest: RequirementRow, older: readonly RequirementRow[]): string {
  return `${method.label}: ${datedRequirement(newest)} instead of ${older.map(datedRequirement).join(' and ')}`;
}

/**
 * What no-unresolved-scope reports.
 * @param reason why the grant of a client is not known
 */
export function unresolvedGrant(reason: string): string {
  return `It cannot be known which scopes the client holds: ${reason}. Its calls are not checked.`;
}

/**
 * What no-unmapped-call reports.
 * @param catalog title and date: "UiPath, 2026-08-22"
 */
export function uncheckedCall(call: string, catalog: string): string {
  return `The catalog (${catalog}) does not say which scopes ${call} needs. The call is not checked.`;
}
