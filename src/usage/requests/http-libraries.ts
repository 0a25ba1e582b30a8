import { HTTP_VERBS, type HttpVerb } from '../../catalogs/http-verb.ts';

/** The libraries whose calls are understood, by the way in which they take verb and address. */
export type HttpLibrary = 'fetch' | 'axios' | 'got' | 'ky' | 'undici' | 'node' | 'openapi-fetch';

/** By the specifier under which they are imported. */
export const LIBRARIES: ReadonlyMap<string, HttpLibrary> = new Map<string, HttpLibrary>([
  ['node-fetch', 'fetch'],
  ['cross-fetch', 'fetch'],
  ['isomorphic-fetch', 'fetch'],
  ['isomorphic-unfetch', 'fetch'],
  ['unfetch', 'fetch'],
  ['axios', 'axios'],
  ['got', 'got'],
  ['ky', 'ky'],
  ['ky-universal', 'ky'],
  ['undici', 'undici'],
  ['http', 'node'],
  ['https', 'node'],
  ['node:http', 'node'],
  ['node:https', 'node'],
  ['openapi-fetch', 'openapi-fetch'],
]);

/** The option that holds what all addresses of a client begin with. */
export const BASE_OPTIONS: Readonly<Record<HttpLibrary, readonly string[]>> = {
  fetch: [],
  axios: ['baseURL'],
  got: ['prefixUrl'],
  ky: ['prefixUrl', 'prefix', 'baseUrl'],
  undici: [],
  node: [],
  'openapi-fetch': ['baseUrl'],
};

/** Members that make a client of another one, or of options. */
export const CLIENT_MAKERS: ReadonlySet<string> = new Set(['create', 'extend']);

const VERBS: ReadonlySet<string> = new Set(HTTP_VERBS);

/** `post` and `POST` are both the verb; `undefined` for any other word. */
export function verbNamed(name: string): HttpVerb | undefined {
  const upper = name.toUpperCase();
  return isVerb(upper) ? upper : undefined;
}

function isVerb(name: string): name is HttpVerb {
  return VERBS.has(name);
}

/** Names of members under which a request is made, in any of the libraries. */
export function isRequestMember(name: string): boolean {
  return name === 'request' || name === 'fetch' || verbNamed(name) !== undefined;
}
