import type { CatalogOperation, RequirementRow } from '../catalogs/catalog.ts';
import { describeRequirement, type Requirement, type Scope } from '../scopes/requirement.ts';

/*
 * What a user reads about verdicts, in rules and command line alike: what is wrong, and what to do next. About the strings themselves see
 * problem-messages.ts. Findings are whole sentences with a full stop; reasons for what is undecided have none.
 */

/** @param suggestion the least scopes that would do */
export function missingScope(call: string, lacking: Requirement, suggestion: readonly Scope[]): string {
  const declare = suggestion.length === 0 ? '' : ` Declare ${list(suggestion)}.`;
  return `${call} needs ${describeRequirement(lacking)}, which the client does not hold.${declare}`;
}

export function unusedScope(scope: Scope): string {
  return `No call needs ${scope}. Remove it.`;
}

/** Of a scope that no other call needs. */
export function scopeUsedByTestsOnly(scope: Scope, call: string): string {
  return `Only tests use ${scope} (${call}). Remove it here, and give the tests a grant of their own.`;
}

export function redundantScope(scope: Scope): string {
  return `The other scopes cover every call that ${scope} is there for. Remove it.`;
}

export function narrowerScope(scope: Scope, narrower: Scope, isHeld: boolean): string {
  const covers = `covers every call that ${scope} is there for`;
  return isHeld
    ? `${narrower}, which is declared as well, ${covers}. Remove ${scope}.`
    : `${narrower} ${covers}. Register ${narrower} with the external application first, then declare it in place of ${scope}.`;
}

/** The same finding, told where the client is made. */
export function atTheClient(message: string, file: string, line: number): string {
  return `${message.replace(/\.$/, '')} (declared in ${file}, line ${line}).`;
}

export function undecidedByDate(method: CatalogOperation, satisfied: RequirementRow, unsatisfied: RequirementRow): string {
  const told = [satisfied, unsatisfied].map((row) => `${describeRequirement(row.requires ?? [])}${datesOf(row)}`);
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
export const UNSCOPED_CLIENT = 'this client is made with a secret or an access token, which has no scopes: its calls are not checked';

export function placeholderDeclared(text: string): string {
  return text.trim() === '' ? 'an empty text stands where scopes belong' : 'a placeholder stands where scopes belong';
}

export function unmappedCall(call: string): string {
  return `the catalog does not say which scopes ${call} needs`;
}

/** @param reason why the called method is not known for certain */
export function untypedCall(reason: string, calls: readonly string[]): string {
  const [first = '', ...others] = calls;
  const only = others.map((other) => ` or ${other}`).join('');
  const more = others.length > 1 ? ` or one of ${others.length} other methods of that name` : only;
  return `${reason}: this may be ${first}${more}`;
}

export function callWithOtherClient(call: string): string {
  return `${call} may be called with a client that holds more than its type says`;
}

/** "Buckets.getAll: OR.Buckets or OR.Buckets.Read (since 2026-05-13) instead of OR.Administration (until 2026-05-13)" */
export function newestUsed(method: CatalogOperation, newest: RequirementRow, older: readonly RequirementRow[]): string {
  const told = (row: RequirementRow): string => `${describeRequirement(row.requires ?? [])}${datesOf(row)}`;
  return `${method.label}: ${told(newest)} instead of ${older.map(told).join(' and ')}`;
}

function datesOf({ since, until }: RequirementRow): string {
  const dates = [...(since === undefined ? [] : [`since ${since}`]), ...(until === undefined ? [] : [`until ${until}`])];
  return dates.length === 0 ? '' : ` (${dates.join(', ')})`;
}

function list(scopes: readonly Scope[]): string {
  return scopes.length < 2 ? scopes.join('') : `${scopes.slice(0, -1).join(', ')} and ${scopes.at(-1) ?? ''}`;
}
