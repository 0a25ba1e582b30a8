import type { OAuthGrantType } from '../catalogs/catalog.ts';
import type { Scope } from '../scopes/requirement.ts';
import { splitScopes } from '../scopes/scope-string.ts';

/** What the token of a test holds. */
export interface TestToken {
  /** A scope string, or a list of scopes. */
  readonly scopes: string | readonly Scope[];
  /** Role permissions of the user or the client that the token stands for. Absent: permissions are not looked at. */
  readonly permissions?: readonly string[];
  /** A date, an ISO 8601 text, or seconds since 1970 as in the claim `exp` (RFC 7519, section 4.1.4). Absent: it does not expire. */
  readonly expires?: Date | string | number;
  /** How it was got; some calls are refused to client credentials. */
  readonly grantType?: OAuthGrantType;
}

/** What a request carries: a token, none, or one that the provider does not know. */
export type CarriedToken = TestToken | 'none' | 'unknown';

export function scopesOf({ scopes }: TestToken): readonly Scope[] {
  return typeof scopes === 'string' ? splitScopes(scopes) : scopes;
}

/**
 * @param now milliseconds since 1970
 * @throws RangeError when `expires` is no date.
 */
export function isExpired({ expires }: TestToken, now: number): boolean {
  if (expires === undefined) {
    return false;
  }
  const time = typeof expires === 'number' ? expires * 1000 : new Date(expires).getTime();
  if (Number.isNaN(time)) {
    throw new RangeError(`"expires" is no date: ${String(expires)}`);
  }
  return time <= now;
}
