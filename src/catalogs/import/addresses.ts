import { parsePathTemplate } from '../path-template.ts';

/** Where an endpoint stands. */
export interface Address {
  /** A template that `parsePathTemplate` takes. */
  readonly path: string;
  readonly host?: string;
}

/**
 * A path below a base, or an address of its own.
 *
 * @param base `https://api.acme.com/v2`, `/v2` alone, or nothing
 * @param text a path or an address; a query, a fragment and slashes at the end are left out
 * @returns `undefined` where it is neither, or has an empty segment or braces that do not pair
 */
export function joinAddress(base: string | undefined, text: string): Address | undefined {
  const own = splitAddress(text);
  const isBelow = base !== undefined && base !== '' && own?.host === undefined;
  const below = isBelow ? splitAddress(base) : undefined;
  if (own === undefined || (isBelow && below === undefined)) {
    return undefined;
  }
  const host = own.host ?? below?.host;
  const path = `${below?.path ?? ''}${own.path}`;
  return parsePathTemplate(path) === undefined ? undefined : { path, ...(host === undefined ? {} : { host }) };
}

/** @returns the host in lower case, and the path without the slash at its end: the path of `https://acme.com/` is empty */
export function splitAddress(text: string): { readonly host?: string; readonly path: string } | undefined {
  const [, host, path] = /^(?:(?:https?|wss?):\/\/([^/?#\s]+))?(\/[^?#\s]*)?(?:[?#]\S*)?$/i.exec(text) ?? [];
  if (host === undefined && path === undefined) {
    return undefined;
  }
  const trimmed = (path ?? '').replace(/\/{1,8}$/, '');
  return host === undefined ? { path: trimmed } : { host: host.toLowerCase(), path: trimmed };
}
