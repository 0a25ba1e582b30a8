import type { Scope } from '../scopes/requirement.ts';
import { registeredScopes } from './registration-file.ts';

/** How two texts of a registration file differ in effect: "it lacks OR.Tasks and still has OR.Jobs". */
export function describeChange(present: string, wanted: string, provider: string): string {
  const [old, declared] = [registeredScopes(present, provider), registeredScopes(wanted, provider)];
  if (declared === null) {
    return old === null ? 'it loads another overlay' : 'it registers scopes, and nothing can be registered any more';
  }
  if (old === null) {
    return `it registers nothing, and ${declared.join(' ')} can be registered`;
  }
  const lacking = without(declared, old);
  const surplus = without(old, declared);
  const parts = [
    ...(lacking.length > 0 ? [`lacks ${lacking.join(' ')}`] : []),
    ...(surplus.length > 0 ? [`still has ${surplus.join(' ')}`] : []),
  ];
  return parts.length === 0 ? 'it loads another overlay' : `it ${parts.join(' and ')}`;
}

function without(scopes: readonly Scope[], others: readonly Scope[]): Scope[] {
  return scopes.filter((scope) => !others.includes(scope));
}
