import type { CatalogEndpoint } from '../../catalogs/catalog.ts';
import type { HttpVerb } from '../../catalogs/http-verb.ts';
import type { CatalogIndex } from '../../catalogs/catalog-index.ts';
import { findEndpoints } from '../../catalogs/endpoint-index.ts';
import { isHole, type Address, type Hole } from './address.ts';
import { locate, type Location, type Segment } from './provider-path.ts';

/** What a request amounts to. Empty lists: it is nobody's business, or needs no scope. */
export interface Resolution {
  /** The address is the provider's. */
  readonly isProvider: boolean;
  /** Labels of the endpoints that are reached for certain. */
  readonly reached: readonly string[];
  /** Labels of endpoints of which some may be reached, and why that is not known. */
  readonly possible: readonly { readonly labels: readonly string[]; readonly reason: string }[];
  /** What no endpoint matches: `GET /odata/Foo`. */
  readonly unmapped: readonly string[];
  /** Why the endpoint cannot be told. */
  readonly unresolved: readonly string[];
}

/**
 * Looks a request up, for each verb and address that it can have: all of them are needed.
 * @param verbs `null`: not known
 * @param isOneOf not all combinations belong together: verb and address come from different callers
 */
export function resolveRequest(
  index: CatalogIndex,
  verbs: readonly (HttpVerb | null)[],
  addresses: readonly Address[],
  isOneOf: boolean,
): Resolution {
  const parts = addresses.flatMap((address) => {
    const location = locate(address, index.catalog);
    return verbs.map((verb) => resolveOne(index, verb, location));
  });
  const reached = new Set(parts.flatMap((part) => part.reached));
  const merged: Resolution = {
    isProvider: parts.some((part) => part.isProvider),
    reached: [...reached],
    // `process.env.BASE ?? 'https://…'`: of two addresses that are the same one, that which says more counts.
    possible: parts.flatMap((part) => part.possible).filter(({ labels }) => !labels.every((label) => reached.has(label))),
    unmapped: distinct(parts.flatMap((part) => part.unmapped)),
    unresolved: distinct(parts.flatMap((part) => part.unresolved)),
  };
  const isMixed = isOneOf && (merged.reached.length > 1 || parts.some((part) => !part.isProvider));
  return isMixed && merged.reached.length > 0
    ? { ...merged, reached: [], possible: [...merged.possible, { labels: merged.reached, reason: SEVERAL_CALLERS }] }
    : merged;
}

/** Every endpoint is known that the request reaches, or that there is none in the catalog. */
export function isSettled({ isProvider, possible, unresolved }: Resolution): boolean {
  return isProvider && possible.length === 0 && unresolved.length === 0;
}

const SEVERAL_CALLERS = 'callers decide where this request goes, and which of them is meant is not known';
const UNKNOWN_VERB = 'the verb of this request is only known at run time';
const UNKNOWN_BASE = 'the host of this request is not known';
const UNKNOWN_END = 'the address of this request ends in something that is only known at run time';

const ELSEWHERE: Resolution = { isProvider: false, reached: [], possible: [], unmapped: [], unresolved: [] };
const PROVIDER: Resolution = { ...ELSEWHERE, isProvider: true };

function resolveOne(index: CatalogIndex, verb: HttpVerb | null, location: Location): Resolution {
  switch (location.kind) {
    case 'elsewhere':
      return ELSEWHERE;
    case 'unscoped':
      return PROVIDER;
    case 'open':
      return { ...PROVIDER, unresolved: [reasonOf(location.hole)] };
    case 'path':
      return location.certain ? lookUp(index, verb, location) : suspect(lookUp(index, verb, location));
  }
}

function reasonOf({ reason }: Hole): string {
  return `a request to the provider is made here, and ${reason}`;
}

/** Of a path that only looks like one of the provider's: an endpoint of the catalog may be meant, anything else is somebody else's. */
function suspect({ reached, possible }: Resolution): Resolution {
  const labels = [...reached, ...possible.flatMap((one) => one.labels)];
  return labels.length === 0 ? ELSEWHERE : { ...PROVIDER, possible: [{ labels, reason: UNKNOWN_BASE }] };
}

function lookUp(index: CatalogIndex, verb: HttpVerb | null, { service, segments }: Location & { kind: 'path' }): Resolution {
  const end = segments.at(-1)?.at(-1);
  const tail = end !== undefined && isHole(end) && (segments.at(-1)?.length ?? 0) > 1 ? end : undefined;
  if (tail !== undefined) {
    return withOpenEnd(index, verb, service, segments, tail);
  }
  const found = find(index, verb, service, segments);
  const last = segments.at(-1)?.length === 1 ? end : undefined;
  const rest = last !== undefined && isHole(last) ? last : undefined;
  if (rest !== undefined && (found.length === 0 || rest.names.some((name) => PATH_NAME.test(name)))) {
    return { ...PROVIDER, unresolved: [reasonOf(rest)] };
  }
  if (found.length === 0) {
    return { ...PROVIDER, unmapped: [describe(index, verb, service, segments)] };
  }
  // A part of which nothing is known may hold more than the one segment that the template has there.
  const open = segments.findIndex((segment, at) => segment.some(isHole) && found.some((endpoint) => isLiteral(endpoint, at)));
  const hole = segments[open]?.find(isHole);
  if (hole !== undefined) {
    return { ...PROVIDER, unresolved: [reasonOf(hole)] };
  }
  const labels = distinct(found.map(({ label }) => label));
  return labels.length === 1
    ? { ...PROVIDER, reached: labels }
    : { ...PROVIDER, possible: [{ labels, reason: verb === null ? UNKNOWN_VERB : UNKNOWN_END }] };
}

/** `/odata/Jobs${query}`: a query, a key or nothing. The name tells what the code means by it. */
function withOpenEnd(
  index: CatalogIndex,
  verb: HttpVerb | null,
  service: string | undefined,
  segments: readonly Segment[],
  tail: Hole,
): Resolution {
  const before = [...segments.slice(0, -1), (segments.at(-1) ?? []).slice(0, -1)];
  const found = find(index, verb, service, before);
  const isQuery = tail.names.some((name) => QUERY_NAME.test(name));
  return isQuery && found.length > 0
    ? { ...PROVIDER, possible: [{ labels: distinct(found.map(({ label }) => label)), reason: UNKNOWN_END }] }
    : { ...PROVIDER, unresolved: [reasonOf(tail)] };
}

/** What is called so may be more than one segment. */
const PATH_NAME = /path|url|uri|route|endpoint/i;
const QUERY_NAME = /quer|param|search|filter|^qs$|suffix/i;

function find(
  index: CatalogIndex,
  verb: HttpVerb | null,
  service: string | undefined,
  segments: readonly Segment[],
): readonly CatalogEndpoint[] {
  const pieces = segments.map((segment) => segment.map((piece) => (isHole(piece) ? null : piece)));
  return findEndpoints(index, { verb, service: service ?? null, segments: pieces });
}

/** The template has a literal where the request has something unknown; the argument of a key or a function is none. */
function isLiteral({ path }: CatalogEndpoint, at: number): boolean {
  return !(path.split('/')[at + 1] ?? '').includes('{');
}

/** As the catalog names its endpoints. */
function describe(
  { catalog }: CatalogIndex,
  verb: HttpVerb | null,
  service: string | undefined,
  segments: readonly Segment[],
): string {
  const path = segments.map((segment) => `/${segment.map((piece) => (isHole(piece) ? '…' : piece)).join('')}`).join('');
  const known = catalog.requests.services?.find(({ segment }) => segment === service);
  const isNamed = service !== undefined && known?.optional !== true;
  const whole = `${isNamed ? `/${service}` : ''}${path}`;
  const shown = whole.length > LONGEST_PATH ? `${whole.slice(0, LONGEST_PATH)}…` : whole;
  return `${verb ?? 'a request to'} ${shown}`;
}

/** Characters, for a message. */
const LONGEST_PATH = 120;

function distinct<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}

