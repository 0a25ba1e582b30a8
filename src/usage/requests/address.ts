import type { Place } from '../../grants/declaration.ts';
import type { ScopeValue } from '../../grants/scope-value.ts';

/** A part of an address that is only known at run time. */
export interface Hole {
  readonly reason: string;
  readonly place: Place;
  /** The names under which the part was reached: `config.baseUrl`, `UIPATH_URL`. */
  readonly names: readonly string[];
}

/** An address as far as it is known: texts and holes, in order. */
export type Address = readonly (string | Hole)[];

export function isHole(piece: string | Hole): piece is Hole {
  return typeof piece !== 'string';
}

/** Everything that an address can be. Never empty; what cannot be told apart any more is one hole. */
export function addressesOf(value: ScopeValue): readonly Address[] {
  const addresses = alternativesOf(value);
  return addresses.length <= MAXIMUM_ALTERNATIVES && addresses.every((address) => address.length <= MAXIMUM_PIECES)
    ? addresses
    : [[hole(value, `the address can be more than ${MAXIMUM_ALTERNATIVES} different ones`)]];
}

/**
 * The address of a request whose client adds a base: a slash stands between them.
 * @param base empty where there is none
 */
export function joinAddress(base: Address, path: Address): Address {
  return base.length === 0 || isAbsolute(path) ? path : [...base, '/', ...path];
}

const MAXIMUM_ALTERNATIVES = 16;
const MAXIMUM_PIECES = 64;
/** Characters. No server takes a longer address, and what is longer is a body. */
const MAXIMUM_LENGTH = 8000;

function alternativesOf(value: ScopeValue): readonly Address[] {
  switch (value.kind) {
    case 'text':
      return [[value.text.text.slice(0, MAXIMUM_LENGTH)]];
    case 'environment':
      return [[{ reason: `the address comes from ${value.written}`, place: value.place, names: [...(value.names ?? []), value.key] }]];
    case 'concatenation':
      return product(value.parts.map(addressesOf));
    case 'join': {
      const items = value.list.kind === 'list' && !value.list.items.some(({ kind }) => kind === 'spread') ? value.list.items : undefined;
      const parts = items?.flatMap((item, index) => [...(index === 0 ? [] : [[[value.separator]]]), addressesOf(item)]);
      return parts === undefined ? [[hole(value, 'the address is put together from a list')]] : product(parts);
    }
    case 'trim':
      return addressesOf(value.value);
    case 'fallback': {
      const first = addressesOf(value.first);
      const isGiven = first.every((address) => address.length > 0 && !address.some(isHole));
      return isGiven ? first : [...first.filter((address) => address.length > 0), ...addressesOf(value.second)];
    }
    case 'choice':
      return value.options.flatMap(addressesOf);
    case 'address':
      return addressesOf(value.base).flatMap((base) => addressesOf(value.reference).map((reference) => resolve(base, reference)));
    case 'absent':
      return [[]];
    case 'unknown':
      return [[{ reason: value.reason, place: value.place, names: value.names ?? [] }]];
    case 'list': case 'words': case 'spread': case 'filled': case 'unique':
      return [[hole(value, 'the address is a list')]];
  }
}

function hole({ place }: ScopeValue, reason: string): Hole {
  return { reason, place, names: [] };
}

function product(parts: readonly (readonly Address[])[]): readonly Address[] {
  let addresses: readonly Address[] = [[]];
  for (const part of parts) {
    addresses = addresses.flatMap((before) => part.map((piece) => [...before, ...piece]));
    if (addresses.length > MAXIMUM_ALTERNATIVES) {
      return addresses;
    }
  }
  return addresses;
}

/** As `new URL(reference, base)` does it (URL Standard, section 4.4), as far as both are known. */
function resolve(base: Address, reference: Address): Address {
  const [first] = reference;
  if (base.length === 0 || isAbsolute(reference)) {
    return reference;
  }
  if (typeof first === 'string' && first.startsWith('/')) {
    return [...originOf(base), ...reference];
  }
  const last = base.at(-1);
  const directory = typeof last === 'string' ? [...base.slice(0, -1), last.slice(0, last.lastIndexOf('/') + 1)] : [...base, '/'];
  return [...directory, ...reference];
}

function isAbsolute([first]: Address): boolean {
  return typeof first === 'string' && /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(first);
}

/** Up to the first slash of the path. A part that is not known may hold all of it. */
function originOf(base: Address): Address {
  const origin: (string | Hole)[] = [];
  let known = '';
  for (const piece of base) {
    const text = isHole(piece) ? '' : piece;
    const end = /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*(?=\/)/i.exec(known + text)?.[0];
    const isPath = !/^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(known + text) && text.includes('/');
    if (end !== undefined || (origin.length > 0 && isPath)) {
      const length = end === undefined ? text.indexOf('/') : Math.max(0, end.length - known.length);
      return [...origin, text.slice(0, length)];
    }
    origin.push(piece);
    known += isHole(piece) ? '?' : text;
  }
  return origin;
}
