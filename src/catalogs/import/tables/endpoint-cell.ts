import { HTTP_VERBS, type HttpVerb } from '../../http-verb.ts';
import { joinAddress } from '../addresses.ts';

/** The endpoints that the cells of a row name. */
export interface EndpointName {
  readonly verb: HttpVerb;
  readonly path: string;
  readonly host?: string;
}

/**
 * Reads `GET /users/{id}`, or a path with its verbs in a column of their own. Parameters may be written `{id}`, `:id` or `<id>`; a whole
 * address gives its host as well.
 *
 * @param base an address below which paths stand, such as `https://api.acme.com/v2`
 * @returns what is wrong, going on from the place ("names no verb"), where it is none
 */
export function readEndpoints(cell: string, verbs: string | undefined, base: string | undefined): readonly EndpointName[] | string {
  const found: EndpointName[] = [];
  for (const piece of cell.split('\n').map((text) => text.trim()).filter((text) => text !== '')) {
    const words = piece.split(/[\s,]+/);
    const inCell = words.filter(isVerb);
    const [address, ...others] = words.filter((word) => !isVerb(word));
    const named = inCell.length > 0 ? inCell : (verbs ?? '').toUpperCase().split(/[^A-Z]+/).filter(isVerb);
    if (address === undefined || others.length > 0) {
      return `has ${address === undefined ? 'no path' : 'more than a path'} in the column of endpoints`;
    }
    if (named.length === 0) {
      return 'names no verb (GET, POST, …)';
    }
    const place = joinAddress(base, withBraces(address));
    if (place === undefined) {
      return `has ${JSON.stringify(address.slice(0, 80))} where a path is expected`;
    }
    found.push(...named.map((verb) => ({ verb, ...place })));
  }
  return found.length === 0 ? 'has no path in the column of endpoints' : found;
}

function isVerb(word: string): word is HttpVerb {
  return (HTTP_VERBS as readonly string[]).includes(word);
}

function withBraces(address: string): string {
  return address.replaceAll(/<([^<>/]+)>/g, '{$1}').replaceAll(/\/:([A-Za-z_]\w*)/g, '/{$1}');
}
