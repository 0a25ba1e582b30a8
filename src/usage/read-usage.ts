import type ts from 'typescript';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Place } from '../grants/declaration.ts';
import { declaredEnvironment } from '../grants/declared-environment.ts';
import type { DeclarationReading } from '../grants/read-declarations.ts';
import { findClaimedGrants } from './claimed-grants.ts';
import { findClientSites } from './client-sites.ts';
import { findEscapes } from './escapes.ts';
import type { ClientSite, UsageFacts } from './facts.ts';
import { decideHeldGrants, type HeldGrants } from './held-grants.ts';
import { methodUses } from './method-uses.ts';
import type { FollowedRequest } from './requests/follow-request.ts';
import { findRequests, requestFacts, type RequestFacts } from './requests/read-requests.ts';
import { staysInRequests } from './requests/token-flow.ts';
import { findTokenSites } from './requests/token-requests.ts';
import { viewProgram, type ProgramView, type ViewOptions } from './program-view.ts';
import { settleSites } from './settled-sites.ts';
import { syntacticFacts, type SyntacticFacts } from './syntactic-facts.ts';

/** What is read, and what is known of it beforehand. */
export interface UsageOptions extends ViewOptions {
  /**
   * What the application declares outside its code; it decides the grant of a client that takes its scopes from an environment variable.
   */
  readonly declared?: Pick<DeclarationReading, 'declarations' | 'undecided' | 'environmentFiles'>;
  /** Keys of .env files that `declared` was read with, besides those of the catalog. */
  readonly environmentKeys?: readonly string[];
}

/**
 * Everything that a program shows of one provider's SDK: in the order of the program's files, and of places within a file.
 *
 * What a file's text shows is kept with the file, what the checker says with the program. Never throws: what cannot be understood yields
 * nothing, and the rest is unharmed.
 */
export function readUsage(options: UsageOptions): UsageFacts {
  const reading = readingOf(options);
  if (reading === undefined) {
    return unreadable(options);
  }
  reading.whole ??= merge(reading, reading.view.files);
  return reading.whole;
}

/** The same for one file; grants are those that the whole program shows. A file that is none of the application's yields nothing. */
export function readFileUsage(options: UsageOptions & { readonly sourceFile: ts.SourceFile }): UsageFacts {
  const reading = readingOf(options);
  return reading === undefined ? unreadable(options) : merge(reading, reading.view.files.filter((file) => file === options.sourceFile));
}

interface Reading {
  /** What the reading was asked with; another question needs another reading. */
  readonly question: string;
  readonly isTestFile: UsageOptions['isTestFile'];
  readonly view: ProgramView;
  readonly clients: readonly ClientSite[];
  readonly grants: HeldGrants;
  readonly requests: {
    readonly facts: ReadonlyMap<ts.SourceFile, RequestFacts>;
    /** The literals and names of which the addresses of requests to the provider are made. */
    readonly read: ReadonlySet<ts.Node>;
    /** The calls that make requests to the provider, and no others. */
    readonly known: ReadonlySet<ts.Node>;
  };
  readonly files: Map<ts.SourceFile, UsageFacts>;
  whole?: UsageFacts;
}

/** The last reading of a program for a catalog, for as long as the program is there. */
const readings = new WeakMap<ts.Program, Map<CatalogIndex, Reading>>();

/** `undefined` where the compiler itself gives up on the program, as it does on a choice between ten thousand. */
function readingOf(options: UsageOptions): Reading | undefined {
  try {
    options.program.getTypeChecker();
  } catch {
    return undefined;
  }
  const ofCatalogs = readings.get(options.program) ?? new Map<CatalogIndex, Reading>();
  readings.set(options.program, ofCatalogs);
  const question = JSON.stringify([options.declared, options.environmentKeys]);
  const known = ofCatalogs.get(options.index);
  const reading = known?.question === question && known.isTestFile === options.isTestFile ? known : startReading(options, question);
  ofCatalogs.set(options.index, reading);
  return reading;
}

function startReading(options: UsageOptions, question: string): Reading {
  const view = viewProgram(options);
  const environment = declaredEnvironment(options.declared ?? NOTHING_DECLARED, environmentKeys(options));
  // A client that only a test makes says nothing about how the application calls the function that makes it.
  const files = view.files.filter((file) => !view.isTest(file));
  const { provider } = options.index.catalog;
  const context = { ts: view.ts, checker: view.program.getTypeChecker(), provider, environment, files };
  const requests = findRequests(view);
  const sites = settleSites(view, new Map([...findClientSites(view, context), ...findTokenSites(view, requests, context)]));
  const grants = decideHeldGrants(view, sites);
  return {
    question,
    isTestFile: options.isTestFile,
    view,
    clients: [...sites.values()],
    grants,
    requests: { facts: requestFacts(view, requests, grants, sites), read: partsOf(requests), known: knownCalls(requests) },
    files: new Map(),
  };
}

function environmentKeys({ index, environmentKeys: added = [] }: UsageOptions): readonly string[] {
  return [...index.catalog.declarations.environmentKeys, ...added];
}

const NOTHING_DECLARED = { declarations: [], undecided: [], environmentFiles: [] };

function unreadable({ program, index }: UsageOptions): UsageFacts {
  const file = program.getRootFileNames()[0] ?? '';
  const place = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const escapes = [{ place, reason: 'TypeScript cannot work out the types of this program, so that no call is seen', ofProgram: true as const }];
  return { provider: index.catalog.provider, uses: [], unmapped: [], clients: [], escapes, importsSdk: false };
}

function knownCalls(requests: readonly FollowedRequest[]): ReadonlySet<ts.Node> {
  const others = new Set(requests.filter(({ resolution }) => !resolution.isProvider).map(({ call }) => call.node));
  return new Set<ts.Node>(requests.map(({ call }) => call.node).filter((node) => !others.has(node)));
}

function partsOf(requests: readonly FollowedRequest[]): ReadonlySet<ts.Node> {
  return new Set(requests.filter(({ resolution }) => resolution.isProvider).flatMap(({ parts }) => [...parts]));
}

function readFile({ view, clients, grants, requests, files }: Reading, file: ts.SourceFile): UsageFacts {
  const known = files.get(file);
  if (known !== undefined) {
    return known;
  }
  const found = syntacticFacts(view.ts, view.index, file);
  const syntax = view.reaching.has(file) ? found : requestsOnly(found);
  const members = methodUses(view, file, syntax, grants, (member) => staysInRequests(view, member, requests.known));
  const escapes = findEscapes(view, file, syntax, requests.read);
  const made = requests.facts.get(file);
  const facts: UsageFacts = {
    provider: view.index.catalog.provider,
    uses: inOrder([...members.uses, ...escapes.uses, ...(made?.uses ?? [])]),
    unmapped: inOrder([...members.unmapped, ...(made?.unmapped ?? [])]),
    clients: inOrder(clients.filter((client) => client.place.file === file.fileName)),
    escapes: inOrder([...members.escapes, ...escapes.escapes, ...(made?.escapes ?? [])]),
    claimed: inOrder(findClaimedGrants(view, file, syntax, grants)),
    importsSdk: syntax.sdkSpecifiers.length > 0,
  };
  files.set(file, facts);
  return facts;
}

/** A file that does not know the SDK may make requests all the same. */
function requestsOnly(facts: SyntacticFacts): SyntacticFacts {
  return { ...facts, references: new Map(), computed: [], constructions: [], passed: [], casts: [], subclasses: [] };
}

function merge(reading: Reading, files: readonly ts.SourceFile[]): UsageFacts {
  const facts = files.map((file) => readFile(reading, file));
  return {
    provider: reading.view.index.catalog.provider,
    uses: facts.flatMap((one) => one.uses),
    unmapped: facts.flatMap((one) => one.unmapped),
    clients: facts.flatMap((one) => one.clients),
    escapes: facts.flatMap((one) => one.escapes),
    claimed: facts.flatMap((one) => one.claimed ?? []),
    importsSdk: facts.some((one) => one.importsSdk),
  };
}

/** By place, and without repetition: a member of a union of services is one use for each service, not for each declaration. */
function inOrder<Fact extends { readonly place: Place }>(facts: readonly Fact[]): readonly Fact[] {
  const distinct = new Map(facts.map((fact) => [JSON.stringify(fact), fact]));
  return [...distinct.values()].sort((left, right) => left.place.line - right.place.line || left.place.column - right.place.column);
}
