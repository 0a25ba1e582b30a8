import type { CatalogOperation, CatalogSource, OAuthGrantType, RequirementRow } from '../../catalogs/catalog.ts';
import type { CatalogIndex } from '../../catalogs/catalog-index.ts';
import { sameEndpoint } from '../../catalogs/same-endpoint.ts';
import type { Place } from '../../grants/declaration.ts';
import { isSamePlace } from '../../grants/compare-places.ts';
import type { Clause, Requirement, Scope } from '../../scopes/requirement.ts';
import { meets } from '../../scopes/satisfy.ts';
import type { ApplicationReport } from '../../verdict/finding.ts';
import type { ChecklistItem } from './checklist.ts';
import { differencesOfOperation, differencesOfScope, impliedBy, otherAccounts, type ExplainedDifference } from './differences.ts';
import { remarksOnAsking, remarksOnScope, type ExplainedRemark } from './remarks.ts';
import { subjectName, type Subject } from './subject.ts';

/** One statement of what a call needs, and who makes it. */
export interface ExplainedRow {
  /** `null`: the source says that the call exists and not what it needs. */
  readonly requires: Requirement | null;
  readonly since?: string;
  readonly until?: string;
  readonly inferred: boolean;
  readonly source: CatalogSource;
  readonly line?: number;
}

/** A call of the application at hand, and its places; or a package or files of which the manifest states what they need. */
export interface ExplainedCall {
  readonly call: string;
  readonly places: readonly Place[];
  /** Where the manifest states it. */
  readonly stated?: Place;
}

/** What one application has to do with a subject. */
export interface ExplainedUse {
  readonly application: string;
  /** Where the scope is declared; of a scope only. */
  readonly declaredAt: readonly Place[];
  /** Calls that are the subject, that it is needed for, or that demand it. */
  readonly calls: readonly ExplainedCall[];
  /** Calls that the scopes in effect cover, and would not without this one; of a scope only. */
  readonly lostWithout: readonly string[];
}

/** Everything that is known of a subject. What a kind of subject does not have is empty. Plain data. */
export interface Explanation {
  readonly provider: string;
  readonly kind: Subject['kind'];
  readonly name: string;
  /** Newest first. */
  readonly rows: readonly ExplainedRow[];
  /** Role permissions that are needed besides the scopes; each inner list is any-of. */
  readonly permissions: readonly (readonly string[])[];
  /** Grant types with which an operation is refused, whatever the scopes. */
  readonly refusedTo: readonly OAuthGrantType[];
  /** Of an operation and a permission: scopes that satisfy a clause of the newest row. Of a combination: its scopes. */
  readonly scopes: readonly Scope[];
  readonly implies: readonly Scope[];
  readonly impliedBy: readonly Scope[];
  /** Operations that accept the scope, or demand the permission. */
  readonly operations: readonly string[];
  readonly category?: string;
  readonly replacedBy?: Scope;
  readonly sources: readonly CatalogSource[];
  /** Where in its source a combination stands, and since when it no longer does. */
  readonly line?: number;
  readonly until?: string;
  /** Of a scope and a combination. */
  readonly remarks: readonly ExplainedRemark[];
  /** What other accounts of the same API say of it. */
  readonly differences: readonly ExplainedDifference[];
  readonly uses: readonly ExplainedUse[];
  /** Of an operation, where it was asked why a call is refused. */
  readonly checklist?: readonly ChecklistItem[];
}

/**
 * @param reports of the applications at hand; none where there is none
 * @param indexes of all catalogs, among which other accounts of the same API are looked for
 */
export function explain(subject: Subject, reports: readonly ApplicationReport[], indexes: readonly CatalogIndex[] = []): Explanation {
  const { index, kind } = subject;
  const { provider } = index.catalog;
  const own = reports.filter((report) => report.provider === provider);
  const empty = { provider, kind, name: subjectName(subject), ...NOTHING };
  switch (subject.kind) {
    case 'method':
    case 'endpoint': {
      const operation = subject.kind === 'method' ? subject.method : subject.endpoint;
      const labels = new Set([operation, ...sameElsewhere(operation, index, indexes)].flatMap((one) => [one.label, ...aliasesOf(one)]));
      return {
        ...empty,
        rows: [...operation.rows].reverse().map((row) => explainRow(row, index)),
        permissions: operation.permissions ?? [],
        refusedTo: operation.refusedTo ?? [],
        scopes: acceptedBy(operation.rows.at(-1)?.requires ?? [], index),
        operations: aliasesOf(operation),
        differences: differencesOfOperation(operation, index, indexes),
        uses: own.map((report) => ({ ...usesOf(report, (call) => labels.has(call)) })),
      };
    }
    case 'scope': {
      const { name, category, replacedBy, sources } = subject.scope;
      const { vocabulary } = index;
      return {
        ...empty,
        category,
        ...(replacedBy === undefined ? {} : { replacedBy }),
        implies: [...vocabulary.implied(name)].filter((other) => other !== name),
        impliedBy: impliedBy(name, index),
        operations: operationsAccepting(name, index),
        sources: sources.flatMap((key) => index.catalog.sources[key] ?? []),
        remarks: remarksOnScope(subject.scope, index),
        differences: differencesOfScope(name, index, indexes, (other) => operationsAccepting(name, other).length),
        uses: own.map((report) => usesOfScope(report, name, index)),
      };
    }
    case 'permission': {
      const { name, scopes } = subject.permission;
      const demanding = operationsOf(index).filter(({ permissions = [] }) => permissions.flat().includes(name)).map(({ label }) => label);
      return { ...empty, scopes, operations: demanding, uses: own.map((report) => usesOf(report, (call) => demanding.includes(call))) };
    }
    case 'combination': {
      const { scopes, source, line, until } = subject.combination;
      return {
        ...empty,
        scopes,
        sources: [index.catalog.sources[source] ?? []].flat(),
        ...(line === undefined ? {} : { line }),
        ...(until === undefined ? {} : { until }),
        remarks: remarksOnAsking(index),
      };
    }
  }
}

const NOTHING = {
  rows: [], permissions: [], refusedTo: [], scopes: [], implies: [], impliedBy: [], operations: [], sources: [], remarks: [],
  differences: [], uses: [],
} as const satisfies Partial<Explanation>;

function explainRow({ requires, since, until, confidence, source, line }: RequirementRow, { catalog }: CatalogIndex): ExplainedRow {
  return {
    requires,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    inferred: confidence === 'inferred',
    source: catalog.sources[source] ?? { title: source, locator: '' },
    ...(line === undefined ? {} : { line }),
  };
}

/** A method that does nothing but call an endpoint, and the endpoint, are one thing under two names. */
function aliasesOf(operation: CatalogOperation): readonly string[] {
  return 'container' in operation ? (operation.endpoint === undefined ? [] : [operation.endpoint]) : (operation.sdk ?? []);
}

/** An account of an API names endpoints of its own, and no member of the SDK; programs that it judges call them by either name. */
function sameElsewhere(operation: CatalogOperation, index: CatalogIndex, indexes: readonly CatalogIndex[]): readonly CatalogOperation[] {
  return otherAccounts(index, indexes).flatMap((other) => sameEndpoint(operation, index, other) ?? []);
}

function operationsOf({ catalog }: CatalogIndex): readonly CatalogOperation[] {
  return [...catalog.methods, ...(catalog.endpoints ?? [])];
}

function operationsAccepting(scope: Scope, index: CatalogIndex): readonly string[] {
  return operationsOf(index).filter((operation) => accepts(operation, scope, index)).map(({ label }) => label);
}

function acceptedBy(requirement: Requirement, { vocabulary }: CatalogIndex): readonly Scope[] {
  return vocabulary.names.filter((name) => requirement.some((clause) => meets(vocabulary.implied(name), clause)));
}

function accepts({ rows }: CatalogOperation, scope: Scope, { vocabulary }: CatalogIndex): boolean {
  return (rows.at(-1)?.requires ?? []).some((clause) => meets(vocabulary.implied(scope), clause));
}

function usesOf(report: ApplicationReport, isMeant: (call: string) => boolean): ExplainedUse {
  const calls = new Map<string, ExplainedCall>();
  for (const { call, place, stated } of report.needed.flatMap(({ by }) => by).filter((use) => isMeant(use.call))) {
    const known = calls.get(call)?.places ?? [];
    const places = known.some((other) => isSamePlace(other, place)) ? known : [...known, place];
    calls.set(call, { call, places, ...(stated === undefined ? {} : { stated }) });
  }
  return { application: report.name, declaredAt: [], calls: [...calls.values()], lostWithout: [] };
}

function usesOfScope(report: ApplicationReport, scope: Scope, { vocabulary }: CatalogIndex): ExplainedUse {
  const isMet = (clause: Clause, held: Iterable<Scope>): boolean => meets(vocabulary.closure(held), clause);
  const served = report.needed.filter(({ anyOf }) => isMet(anyOf, [scope]));
  const calls = new Set(served.flatMap(({ by }) => by.map(({ call }) => call)));
  const held = report.declared.filter(({ effective }) => effective || report.declared.length === 1).flatMap(({ scopes }) => scopes);
  const rest = held.filter((other) => other !== scope);
  const lost = held.includes(scope) ? served.filter(({ anyOf }) => !isMet(anyOf, rest)) : [];
  return {
    ...usesOf(report, (call) => calls.has(call)),
    declaredAt: report.declared.filter(({ scopes }) => scopes.includes(scope)).map(({ place }) => place),
    lostWithout: [...new Set(lost.flatMap(({ by }) => by.map(({ call }) => call)))],
  };
}
