import { isRecord } from '../../../scopes/is-record.ts';
import { splitAddress } from '../addresses.ts';
import { listOf, own, textOf } from '../documents/located-document.ts';

/** Where an API stands. */
export interface Servers {
  readonly hosts: readonly string[];
  /** Paths of the servers without the slash at the end, each once; `['']` where there is none. */
  readonly paths: readonly string[];
}

/** `host` and `basePath` of OpenAPI 2.0. */
export function readHost(root: unknown): Servers {
  const host = textOf(own(root, 'host'));
  const base = splitAddress(textOf(own(root, 'basePath')) ?? '/');
  return { hosts: host === undefined || /[{}\s]/.test(host) ? [] : [host.toLowerCase()], paths: [base?.path ?? ''] };
}

/** `servers` of OpenAPI 3.x. Variables of a host take each value that they list; those of a path stay parameters. */
export function readServers(servers: unknown): Servers {
  const read = listOf(servers).slice(0, MOST).flatMap(readServer);
  const paths = [...new Set(read.map(({ path }) => path))];
  return { hosts: [...new Set(read.flatMap(({ hosts }) => hosts))], paths: paths.length === 0 ? [''] : paths };
}

/**
 * The end of an address by which a request for a token is known, `login.acme.com/oauth/token`; one whose host begins with a variable begins
 * with the point after it.
 * @returns `undefined` where the address has no host, or variables elsewhere
 */
export function tokenEndpoint(url: string): string | undefined {
  const { host, path = '' } = splitAddress(url.trim()) ?? {};
  const known = host?.replace(/^\{[^{}]*\}(?=\.)/, '');
  return known === undefined || path === '' || /[{}]/.test(known + path) ? undefined : known + path;
}

const MOST = 50;

function readServer(server: unknown): { readonly hosts: readonly string[]; readonly path: string }[] {
  const { host, path } = splitAddress(textOf(own(server, 'url')) ?? '') ?? {};
  const hosts = host === undefined ? [] : expand(host, own(server, 'variables'));
  return path === undefined ? [] : [{ path, hosts: hosts.filter((name) => !/[{}]/.test(name)) }];
}

/** Each combination of the values, as long as there are few. */
function expand(host: string, variables: unknown): readonly string[] {
  const names = [...host.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
  return names.reduce<readonly string[]>((hosts, name) => {
    const variable = isRecord(variables) ? Object.entries(variables).find(([key]) => key.toLowerCase() === name)?.[1] : undefined;
    const listed = listOf(own(variable, 'enum')).filter((value) => typeof value === 'string');
    const values = listed.length > 0 ? listed : [textOf(own(variable, 'default')) ?? ''].filter((value) => value !== '');
    return hosts.flatMap((text) => values.map((value) => text.replaceAll(`{${name}}`, value.toLowerCase()))).slice(0, MOST);
  }, [host]);
}
