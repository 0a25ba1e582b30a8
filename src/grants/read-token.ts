import type { Scope } from '../scopes/requirement.ts';
import { splitScopes } from '../scopes/scope-string.ts';

/** What a text that somebody takes for a token says of itself. The text is not part of it, nor is anything that would stand for it. */
export type TokenReading =
  /**
   * A JSON Web Token, or the answer of a token endpoint. `scopes`: `null` where it names none. `expires`, `notBefore`: seconds since 1970
   * (RFC 7519, section 4.1).
   */
  | {
    readonly kind: 'jwt' | 'response';
    readonly scopes: readonly Scope[] | null;
    readonly expires: number | null;
    readonly notBefore: number | null;
  }
  /** The scopes themselves. */
  | { readonly kind: 'list'; readonly scopes: readonly Scope[] }
  /** A reference that only the provider can look up, or an encrypted token. */
  | { readonly kind: 'opaque'; readonly isEncrypted: boolean };

/** Characters. Servers refuse headers far below. */
export const MAXIMUM_TOKEN_LENGTH = 64 * 1024;

/**
 * Reads a token as far as it can be read without asking anybody: the scopes and times of a JSON Web Token (`scope` of RFC 9068 and RFC 8693,
 * or `scp`, as a text or a list), those of a token response (RFC 6749, section 5.1), or a list of scopes. Nothing is verified.
 * @param isScope known to a catalog
 * @returns or one line that says why the text is none of them, and repeats nothing of it
 */
export function readToken(text: string, isScope: (word: string) => boolean): TokenReading | { readonly problem: string } {
  const bare = text.trim().replace(/^authorization:\s*/i, '').replace(/^bearer(?:\s+|$)/i, '').trim();
  if (text.length > MAXIMUM_TOKEN_LENGTH) {
    return { problem: `is larger than ${MAXIMUM_TOKEN_LENGTH / 1024} kilobytes, which no token is` };
  }
  if (bare === '') {
    return { problem: 'is empty' };
  }
  return bare.startsWith('{') ? readResponse(bare, isScope) : readWords(bare, isScope);
}

function readResponse(text: string, isScope: (word: string) => boolean): TokenReading | { readonly problem: string } {
  const response = parseObject(text);
  const token = response?.get('access_token');
  const scopes = response === undefined ? null : scopesOf(response);
  if (scopes !== null) {
    const inside = typeof token === 'string' ? readWords(token, isScope) : undefined;
    const times = inside !== undefined && 'expires' in inside ? { expires: inside.expires, notBefore: inside.notBefore } : NO_TIMES;
    return { kind: 'response', scopes, ...times };
  }
  return typeof token === 'string' ? readWords(token, isScope) : { problem: 'is no answer of a token endpoint: it has neither "access_token" nor "scope"' };
}

const NO_TIMES = { expires: null, notBefore: null };

function readWords(text: string, isScope: (word: string) => boolean): TokenReading | { readonly problem: string } {
  const words = splitScopes(text);
  const [word = '', ...others] = words;
  if (words.some(isScope) && words.every((one) => SCOPE.test(one))) {
    return { kind: 'list', scopes: words };
  }
  if (others.length > 0) {
    return { problem: 'is neither a token nor a list of scopes that a catalog knows' };
  }
  if (JSON_WEB_TOKEN.test(word)) {
    const [header = '', payload = ''] = word.split('.');
    const claims = parseObject(decode(payload));
    return parseObject(decode(header)) === undefined || claims === undefined
      ? { problem: 'has the three parts of a JSON Web Token, and they are no JSON' }
      : { kind: 'jwt', scopes: scopesOf(claims), expires: secondsOf(claims, 'exp'), notBefore: secondsOf(claims, 'nbf') };
  }
  return BEARER.test(word) ? { kind: 'opaque', isEncrypted: ENCRYPTED.test(word) } : { problem: 'is no token: it has characters that none has' };
}

/** RFC 6749, section 3.3. */
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+$/;
/** RFC 7515, section 3.1; without a signature its last part is empty. */
const JSON_WEB_TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/;
/** RFC 7516, section 3.1. */
const ENCRYPTED = /^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/;
/** RFC 6750, section 2.1. */
const BEARER = /^[\w.~+/-]+=*$/;

type Claims = ReadonlyMap<string, unknown>;

function decode(part: string): string {
  return Buffer.from(part, 'base64url').toString('utf8');
}

function parseObject(text: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

function scopesOf(claims: Claims): readonly Scope[] | null {
  const stated = claims.get('scope') ?? claims.get('scp');
  if (typeof stated === 'string') {
    return splitScopes(stated);
  }
  return Array.isArray(stated) ? stated.flatMap((item) => (typeof item === 'string' ? splitScopes(item) : [])) : null;
}

function secondsOf(claims: Claims, name: string): number | null {
  const value = claims.get(name);
  return typeof value === 'number' && Math.abs(value) < 8.64e12 ? value : null;
}
