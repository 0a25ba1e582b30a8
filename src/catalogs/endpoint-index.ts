import type { Catalog, CatalogEndpoint } from './catalog.ts';
import type { HttpVerb } from './http-verb.ts';
import type { CatalogIndex } from './catalog-index.ts';
import { parsePathTemplate, type PathSegment } from './path-template.ts';
import {
  type ArgumentPattern, type CallPattern, normalizeSegment, parseCall, patternsMeet, type SegmentPattern,
} from './segment-pattern.ts';

export type { PathSegment } from './path-template.ts';

/** What is known of a request. */
export interface EndpointQuery {
  /** `null`: any. */
  readonly verb: HttpVerb | null;
  /**
   * The service's segment, as far as the path has one: `orchestrator_`. `null`: it has none, so that only endpoints at the host itself,
   * and those of a service whose segment is optional, answer. Absent: not known, any service may answer.
   */
  readonly service?: string | null;
  /** From the service (or the host) on, without a query. Empty segments, as a trailing slash makes, do not count. */
  readonly segments: readonly PathSegment[];
}

/**
 * All endpoints that a request may reach, in the order of the catalog; none: the catalog does not know it.
 *
 * Where the text of a segment is known a literal goes before a pattern and a pattern before a parameter, as servers decide it, and the
 * parameter is tried where the others lead nowhere. A segment that is not known at all is a parameter where the template has one there,
 * else any of the others. One that is known in part is whatever its text may become.
 */
export function findEndpoints({ catalog }: CatalogIndex, { verb, service, segments }: EndpointQuery): readonly CatalogEndpoint[] {
  const patterns = segments.map(normalizeSegment);
  const steps = patterns.filter((pattern) => pattern.length > 0).map(toStep);
  return inOrder(rootsOf(catalog, service).flatMap((root) => search(root, steps, 0, verb)));
}

/** The templates of one service, segment by segment. Keys are normalised text. */
interface Node {
  readonly literals: Map<string, Node>;
  readonly calls: Map<string, Branch<readonly ArgumentPattern[]>[]>;
  /** Templates such as `{name}.csv`, which are neither. */
  readonly patterns: Branch<SegmentPattern>[];
  parameter: Node | undefined;
  /** Those whose path ends here. */
  readonly endpoints: Entry[];
}

interface Branch<Key> {
  readonly key: Key;
  readonly node: Node;
}

interface Entry {
  readonly position: number;
  readonly endpoint: CatalogEndpoint;
}

/** One segment of a request. */
interface Step {
  readonly pattern: SegmentPattern;
  /** The whole text, where it is known. */
  readonly text: string | undefined;
  readonly call: CallPattern | undefined;
}

interface Trie {
  /** By the service's segment; `''` holds the endpoints that stand at the host. */
  readonly services: ReadonlyMap<string, Node>;
  readonly withoutSegment: readonly Node[];
}

/** One trie for each catalog object, for as long as that lives. */
const tries = new WeakMap<Catalog, Trie>();

function rootsOf(catalog: Catalog, service: string | null | undefined): readonly Node[] {
  const trie = tries.get(catalog) ?? createTrie(catalog);
  tries.set(catalog, trie);
  if (service === null) {
    return trie.withoutSegment;
  }
  const root = service === undefined ? undefined : trie.services.get(service.toLowerCase());
  return service === undefined ? [...trie.services.values()] : root === undefined ? [] : [root];
}

function createTrie({ endpoints = [], requests }: Catalog): Trie {
  const services = new Map<string, Node>();
  endpoints.forEach((endpoint, position) => {
    const service = endpoint.service?.toLowerCase() ?? '';
    const root = services.get(service) ?? createNode();
    services.set(service, root);
    // A catalog is validated when it is read: every path is a template.
    const node = (parsePathTemplate(endpoint.path) ?? []).reduce((parent, segment) => childFor(parent, normalizeSegment(segment)), root);
    node.endpoints.push({ position, endpoint });
  });
  const optional = (requests.services ?? []).filter((service) => service.optional === true);
  const withoutSegment = ['', ...optional.map(({ segment }) => segment.toLowerCase())].flatMap((name) => services.get(name) ?? []);
  return { services, withoutSegment };
}

function createNode(): Node {
  return { literals: new Map(), calls: new Map(), patterns: [], parameter: undefined, endpoints: [] };
}

/** The child that a template's segment leads to, made if there is none. */
function childFor(parent: Node, pattern: SegmentPattern): Node {
  const [text, ...others] = pattern;
  if (others.length === 0 && text === null) {
    return (parent.parameter ??= createNode());
  }
  const call = parseCall(pattern);
  if (call !== undefined) {
    const branches = parent.calls.get(call.name) ?? [];
    parent.calls.set(call.name, branches);
    return branchFor(branches, call.arguments, sameArguments);
  }
  if (others.length === 0 && typeof text === 'string') {
    const known = parent.literals.get(text) ?? createNode();
    parent.literals.set(text, known);
    return known;
  }
  return branchFor(parent.patterns, pattern, (one, other) => JSON.stringify(one) === JSON.stringify(other));
}

function branchFor<Key>(branches: Branch<Key>[], key: Key, isSame: (one: Key, other: Key) => boolean): Node {
  const known = branches.find((branch) => isSame(branch.key, key));
  if (known !== undefined) {
    return known.node;
  }
  const node = createNode();
  branches.push({ key, node });
  return node;
}

function toStep(pattern: SegmentPattern): Step {
  const [text] = pattern;
  return { pattern, text: pattern.length === 1 && typeof text === 'string' ? text : undefined, call: parseCall(pattern) };
}

/** Each node is asked at most once for a query, so that a path of which nothing is known takes no longer than to list the catalog. */
function search(node: Node, steps: readonly Step[], depth: number, verb: HttpVerb | null): readonly Entry[] {
  const step = steps[depth];
  if (step === undefined) {
    return verb === null ? node.endpoints : node.endpoints.filter(({ endpoint }) => endpoint.verb === verb);
  }
  for (const choose of choicesFor(step)) {
    const children = choose(node, step);
    const [only] = children;
    const found =
      only === undefined || children.length > 1
        ? children.flatMap((child) => search(child, steps, depth + 1, verb))
        : search(only, steps, depth + 1, verb);
    if (found.length > 0) {
      return found;
    }
  }
  return [];
}

type Choice = (node: Node, step: Step) => readonly Node[];

/** Which children a segment may mean, the likelier ones first. */
function choicesFor({ text, pattern, call }: Step): readonly Choice[] {
  if (pattern.length === 1 && pattern[0] === null) {
    return CHOICES.unknown;
  }
  if (call !== undefined) {
    return text === undefined ? CHOICES.callInPart : CHOICES.call;
  }
  return text === undefined ? CHOICES.inPart : CHOICES.text;
}

const theParameter: Choice = ({ parameter }) => (parameter === undefined ? [] : [parameter]);

const literal: Choice = ({ literals }, { text = '' }) => {
  const child = literals.get(text);
  return child === undefined ? [] : [child];
};

const anyPattern: Choice = (node, { pattern }) =>
  node.patterns.filter(({ key }) => patternsMeet(key, pattern)).map((branch) => branch.node);

const sameCalls: Choice = (node, { call }) => callsThat(node, call, sameArguments);

const otherCalls: Choice = (node, { call }) =>
  callsThat(node, call, (template, given) => !sameArguments(template, given) && mayTake(template, given));

const everyOther: Choice = (node) => [
  ...node.literals.values(),
  ...[...node.calls.values()].flat().map((branch) => branch.node),
  ...node.patterns.map((branch) => branch.node),
];

function callsThat(node: Node, call: CallPattern | undefined, fits: typeof sameArguments): readonly Node[] {
  const branches = call === undefined ? [] : (node.calls.get(call.name) ?? []);
  return branches.filter(({ key }) => fits(key, call?.arguments ?? [])).map((branch) => branch.node);
}

/** A text that is known in part says nothing of which child goes first, so that all of them count that it can be. */
const whateverMeets: Choice = (node, { pattern }) => [
  ...[...node.literals].filter(([text]) => patternsMeet([text], pattern)).map(([, child]) => child),
  ...[...node.calls]
    .filter(([name]) => patternsMeet([`${name}(`, null, ')'], pattern))
    .flatMap(([, branches]) => branches.map((branch) => branch.node)),
  ...node.patterns.filter(({ key }) => patternsMeet(key, pattern)).map((branch) => branch.node),
  ...theParameter(node, { pattern, text: undefined, call: undefined }),
];

const CHOICES = {
  unknown: [theParameter, everyOther],
  callInPart: [sameCalls, otherCalls, theParameter],
  call: [sameCalls, otherCalls, anyPattern, theParameter],
  inPart: [whateverMeets],
  text: [literal, anyPattern, theParameter],
} as const;

/** The same names in any order, or one value without a name each. */
function sameArguments(one: readonly ArgumentPattern[], other: readonly ArgumentPattern[]): boolean {
  const keyOf = (list: readonly ArgumentPattern[]): string => list.map(nameOf).sort().join();
  return one.length === other.length && keyOf(one) === keyOf(other);
}

/** A key takes any value, also `Id=5` and a composite one; a function takes what it names, as far as that is known. */
function mayTake(template: readonly ArgumentPattern[], given: readonly ArgumentPattern[]): boolean {
  const names = new Set(template.map(nameOf));
  const isOpen = given.some(({ kind }) => kind === 'unknown');
  return isKey(template) || (isOpen && given.every((argument) => argument.kind === 'unknown' || names.has(nameOf(argument))));
}

/** In a template `Jobs({key})` the argument is a parameter alone, or one in quotation marks. */
function isKey(template: readonly ArgumentPattern[]): boolean {
  return template.every(({ kind }) => kind !== 'named');
}

function nameOf(argument: ArgumentPattern): string {
  return argument.kind === 'named' ? argument.name : '';
}

function inOrder(entries: readonly Entry[]): readonly CatalogEndpoint[] {
  const ordered = entries.length > 1 ? [...entries].sort((left, right) => left.position - right.position) : entries;
  return ordered.map(({ endpoint }) => endpoint);
}
