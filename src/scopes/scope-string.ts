import type { Scope } from './requirement.ts';

/** The scopes of a well-formed string (RFC 6749, section 3.3), with repeats. For one that anybody may have written: `inspectScopeString`. */
export function splitScopes(text: string): Scope[] {
  return text.split(/\s+/).filter((scope) => scope !== '');
}
