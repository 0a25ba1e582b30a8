import type { Catalog } from '../../catalogs/catalog.ts';
import { isHole, type Address, type Hole } from './address.ts';
import { isTokenAddress } from './token-address.ts';

/** One segment of a path: texts and holes, in order. */
export type Segment = readonly (string | Hole)[];

/** What an address says of the provider. */
export type Location =
  /** Not of the provider, as far as is to be seen. */
  | { readonly kind: 'elsewhere' }
  /** Of the provider, and below a path that needs no scope. */
  | { readonly kind: 'unscoped' }
  /**
   * A path of its API. `certain`: host, service or name say so; otherwise the path only looks like one.
   * `service`: absent where the path stands at the host.
   */
  | { readonly kind: 'path'; readonly service?: string; readonly segments: readonly Segment[]; readonly certain: boolean }
  /** Of the provider, and where on its host the path of the API begins is not known. */
  | { readonly kind: 'open'; readonly hole: Hole };

/** Finds where in an address the path of the provider's API begins. Query and fragment are left out. */
export function locate(address: Address, catalog: Catalog): Location {
  const { authority, segments } = split(withoutBreaks(withoutQuery(address)));
  const { requests } = catalog;
  const isUnscoped = requests.unscopedSegments.some((path) => indexOfPath(segments, path.split('/')) !== -1);
  if (isUnscoped || isTokenAddress(address, catalog)) {
    return { kind: 'unscoped' };
  }
  const names = new Set([...requests.segments, ...(requests.services ?? []).map(({ segment }) => segment)]);
  const at = segments.findIndex(([name, next]) => typeof name === 'string' && names.has(name) && (next === undefined || isHole(next)));
  const [service, ...glued] = segments[at] ?? [];
  if (typeof service === 'string') {
    // `…/orchestrator_${path}`: the path begins with its slash.
    return { kind: 'path', service, segments: [...(glued.length > 0 ? [glued] : []), ...segments.slice(at + 1)], certain: true };
  }
  const starts = firstSegments(catalog);
  const start = segments.slice(0, DEEPEST_START + 1).findIndex((segment) => starts.has((textOf(segment) ?? '').toLowerCase()));
  if (requests.hosts.some((host) => hostOf(authority) === host) || saysProvider(authority, catalog)) {
    const behind = authority.slice(1).find(isHole);
    if (behind !== undefined && typeof authority[0] === 'string') {
      return { kind: 'open', hole: behind };
    }
    if (start !== -1) {
      return { kind: 'path', segments: segments.slice(start), certain: true };
    }
    const open = segments.flat().find(isHole) ?? (segments.length === 0 ? authority.find(isHole) : undefined);
    const isEmpty = segments.length === 0 && open === undefined;
    return isEmpty ? { kind: 'elsewhere' } : open === undefined ? { kind: 'path', segments, certain: true } : { kind: 'open', hole: open };
  }
  const isOwnName = segments.slice(start).some((segment) => segment.some((piece) => !isHole(piece) && namespaceOf(catalog).test(piece)));
  // Another server's name is known, and its path is its own affair.
  const isOther = hostOf(authority) !== undefined;
  return start === -1 || !isEntity(segments[start] ?? []) || (isOther && !isOwnName)
    ? { kind: 'elsewhere' }
    : { kind: 'path', segments: segments.slice(start), certain: isOwnName };
}

/** Organisation and tenant, and whatever a proxy adds. */
const DEEPEST_START = 3;

/** What follows is the name of an entity; `/api/…` alone is anybody's. */
function isEntity(first: Segment): boolean {
  return textOf(first)?.toLowerCase() === 'odata';
}

function withoutQuery(address: Address): Address {
  const kept: (string | Hole)[] = [];
  for (const piece of address) {
    const end = isHole(piece) ? -1 : piece.search(/[?#]/);
    kept.push(isHole(piece) || end === -1 ? piece : piece.slice(0, end));
    if (end !== -1) {
      break;
    }
  }
  return kept;
}

/** `${base}/path` begins with an empty text, and a host may stand in several pieces. */
function withoutBreaks(address: Address): Address {
  const joined: (string | Hole)[] = [];
  for (const piece of address) {
    const before = joined.at(-1);
    if (typeof piece === 'string' && typeof before === 'string') {
      joined[joined.length - 1] = before + piece;
    } else if (piece !== '') {
      joined.push(piece);
    }
  }
  return joined;
}

interface Parts {
  /** The host, or the part that stands in its place. */
  readonly authority: Segment;
  /** None of them empty. */
  readonly segments: readonly Segment[];
}

function split(address: Address): Parts {
  const lists: (string | Hole)[][] = [[]];
  const [first = '', ...rest] = address;
  const scheme = isHole(first) ? undefined : /^\s*(?:[a-z][a-z\d+.-]*:)?\/\//i.exec(first)?.[0];
  const pieces = scheme === undefined || isHole(first) ? address : [first.slice(scheme.length), ...rest];
  for (const piece of pieces) {
    if (isHole(piece)) {
      lists.at(-1)?.push(piece);
      continue;
    }
    for (const [index, text] of piece.split('/').entries()) {
      if (index > 0) {
        lists.push([]);
      }
      if (text !== '') {
        lists.at(-1)?.push(text);
      }
    }
  }
  const [head = [], ...others] = lists;
  const [name, ...glued] = head;
  if (scheme === undefined && name !== undefined && isHole(name) && glued.length > 0) {
    // `${base}odata/Jobs`: the base ends in a slash.
    return { authority: [name], segments: [glued, ...others].filter(isSegment) };
  }
  const startsWithName = scheme !== undefined || head.some(isHole);
  const path = startsWithName ? others : lists;
  return { authority: startsWithName ? head : [], segments: path.filter(isSegment) };
}

function isSegment(segment: Segment): boolean {
  return segment.length > 0 && textOf(segment) !== '.';
}

/** The text of a segment that is known as a whole. */
function textOf(segment: Segment): string | undefined {
  return segment.some(isHole) ? undefined : segment.map((piece) => (isHole(piece) ? '' : piece)).join('');
}

/** What comes after the host without a slash between them (`https://host${path}`) is the path. */
function hostOf([host]: Segment): string | undefined {
  return host === undefined || isHole(host) ? undefined : host.replace(/^[^@]*@/, '').replace(/:\d+$/, '').toLowerCase();
}

/** The name of the provider, or of a service that stands for it, is part of the host or of a name that stands in its place. */
function saysProvider(authority: Segment, { provider, requests }: Catalog): boolean {
  const optional = (requests.services ?? []).flatMap(({ segment, optional }) => (optional === true ? [segment.replace(/(?<!_)_+$/, '')] : []));
  const words = [provider, ...optional].map((word) => word.toLowerCase());
  const said = authority.flatMap((piece) => (isHole(piece) ? piece.names : [piece])).map((name) => name.toLowerCase());
  return said.some((name) => words.some((word) => name.includes(word)));
}

function indexOfPath(segments: readonly Segment[], path: readonly string[]): number {
  return segments.findIndex((_, index) => path.every((text, offset) => textOf(segments[index + offset] ?? []) === text));
}

/** How paths of services begin whose own segment may be left out, in lower case. */
function firstSegments(catalog: Catalog): ReadonlySet<string> {
  const known = starts.get(catalog);
  if (known !== undefined) {
    return known;
  }
  const optional = new Set((catalog.requests.services ?? []).flatMap(({ segment, optional }) => (optional === true ? [segment] : [])));
  const endpoints = (catalog.endpoints ?? []).filter(({ service }) => service === undefined || optional.has(service));
  const found = new Set(endpoints.map(({ path }) => (path.split('/')[1] ?? '').toLowerCase()));
  starts.set(catalog, found);
  return found;
}

const starts = new WeakMap<Catalog, ReadonlySet<string>>();

/** `UiPath.Server.Configuration.OData.…` is a name that only the provider gives. */
function namespaceOf({ provider }: Catalog): RegExp {
  return new RegExp(`^${provider}\\w*\\.`, 'i');
}
