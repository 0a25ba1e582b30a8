import type { Scope } from '../scopes/requirement.ts';

/**
 * How what a file registers differs from what it should: "it lacks OR.Tasks and still has OR.Jobs"; `null` where it does not. `null` scopes
 * register nothing.
 */
export function compareRegistration(registered: readonly Scope[] | null, wanted: readonly Scope[] | null): string | null {
  if (registered === null || wanted === null) {
    return registered === wanted
      ? null
      : wanted === null ? 'it registers scopes, and nothing can be registered any more'
      : `it registers nothing, and ${wanted.join(' ')} can be registered`;
  }
  const lacking = wanted.filter((scope) => !registered.includes(scope));
  const surplus = registered.filter((scope) => !wanted.includes(scope));
  const parts = [
    ...(lacking.length > 0 ? [`lacks ${lacking.join(' ')}`] : []),
    ...(surplus.length > 0 ? [`still has ${surplus.join(' ')}`] : []),
  ];
  return parts.length === 0 ? null : `it ${parts.join(' and ')}`;
}
