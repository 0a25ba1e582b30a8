import type { Place } from '../../grants/declaration.ts';
import type { StatedScope } from '../../grants/manifest.ts';
import { describeClause, type Scope } from '../../scopes/requirement.ts';
import { meets } from '../../scopes/satisfy.ts';
import type { ApplicationReport, CallThatNeeds, Finding, FindingKind, Need, UndecidedVerdict } from '../../verdict/finding.ts';

/** What a reviewer has to do with a scope, in the order in which scopes are listed. */
export const statuses = ['unused', 'broad', 'fault', 'missing', 'undecided', 'used', 'idle'] as const;

export type Status = (typeof statuses)[number];

/** A scope that is held, or alternatives of which one is needed and none is held. */
export interface PageScope {
  /** "OR.Jobs"; of alternatives "OR.Jobs or OR.Jobs.Read". */
  readonly name: string;
  readonly status: Status;
  readonly stated?: StatedScope;
  /** What is to be done about it, each message once. */
  readonly messages: readonly string[];
  /** Why nothing can be said, each reason once, with the first place of it. */
  readonly heldBackBy: readonly Pick<UndecidedVerdict, 'place' | 'reason'>[];
  readonly declaredIn: readonly { readonly place: Place; readonly effective: boolean }[];
  readonly calls: readonly PageCall[];
}

export interface PageCall {
  readonly call: string;
  /** Each once, in the order of the program. */
  readonly places: readonly Place[];
  /** Where the manifest states it, of what calls need that no one can see. */
  readonly stated?: Place;
}

/** What a scope covers, itself among it. */
export type Covers = (scope: Scope) => ReadonlySet<Scope>;

/** The scopes of an application as a reviewer reads them: what is too much first, then what is wrong or missing, then the rest by name. */
export function pageScopes(report: ApplicationReport, covers: Covers): readonly PageScope[] {
  const { declared, needed, findings } = report;
  const inEffect = declared.some(({ effective }) => effective) ? declared.filter(({ effective }) => effective) : declared;
  const held = new Set(inEffect.flatMap(({ scopes }) => scopes));
  const others = new Set(declared.flatMap(({ scopes }) => scopes).filter((scope) => !held.has(scope)));
  const isMet = (need: Need): boolean => [...held].some((scope) => meets(covers(scope), need.anyOf));
  const refused = new Set(findings.filter(({ kind }) => kind === 'missing').map(({ place }) => keyOf(place)));
  return [
    ...[...held].map((scope) => heldScope(report, scope, needed.filter(({ anyOf }) => meets(covers(scope), anyOf)))),
    ...[...others].map((scope) => heldScope(report, scope, [])),
    ...needed.filter((need) => !isMet(need)).map((need) => neededScope(report, need, refused)),
  ].sort((left, right) => statuses.indexOf(left.status) - statuses.indexOf(right.status) || compare(left.name, right.name));
}

function heldScope({ declared, findings, undecided, stated = [] }: ApplicationReport, scope: Scope, needs: readonly Need[]): PageScope {
  const told = findings.filter((finding) => finding.scope === scope && finding.kind !== 'missing');
  const heldBackBy = undecided.filter(({ holdsBack }) => holdsBack.includes(scope));
  const isInEffect = declared.some((one) => one.effective && one.scopes.includes(scope)) || !declared.some(({ effective }) => effective);
  const statement = stated.find((one) => one.scope === scope);
  const found = told.map(({ kind }) => statusOf[kind] ?? 'fault').sort((left, right) => statuses.indexOf(left) - statuses.indexOf(right));
  return {
    name: scope,
    status: found[0] ?? (needs.length > 0 ? 'used' : heldBackBy.length > 0 ? 'undecided' : 'idle'),
    ...(statement === undefined ? {} : { stated: statement }),
    messages: [...new Set([...told.map(({ message }) => message), ...(isInEffect ? [] : ['Declared only in a place that is not in effect.'])])],
    heldBackBy: firstOfEach(heldBackBy),
    declaredIn: declared.filter(({ scopes }) => scopes.includes(scope)).map(({ place, effective }) => ({ place, effective })),
    calls: callsOf(needs),
  };
}

const statusOf: Partial<Record<FindingKind, Status>> = { unused: 'unused', redundant: 'unused', narrow: 'broad' };

function neededScope({ findings, undecided }: ApplicationReport, need: Need, refused: ReadonlySet<string>): PageScope {
  const isMissing = need.by.some(({ place }) => refused.has(keyOf(place)));
  const places = new Set(need.by.map(({ place }) => keyOf(place)));
  const suggestions = findings.filter(({ kind, place }) => kind === 'missing' && places.has(keyOf(place))).map(suggestionOf);
  return {
    name: describeClause(need.anyOf),
    status: isMissing ? 'missing' : 'undecided',
    messages: [...new Set(suggestions)],
    heldBackBy: isMissing ? [] : firstOfEach(undecided.filter(({ place }) => places.has(keyOf(place)))),
    declaredIn: [],
    calls: callsOf([need]),
  };
}

function suggestionOf({ suggestion = '' }: Finding): string {
  return suggestion === '' ? 'Calls are refused without it.' : `Calls are refused without it. Declare ${suggestion}.`;
}

function callsOf(needs: readonly Need[]): readonly PageCall[] {
  const calls = new Map<string, Map<string, CallThatNeeds>>();
  for (const use of needs.flatMap(({ by }) => by)) {
    const places = calls.get(use.call) ?? new Map<string, CallThatNeeds>();
    calls.set(use.call, places);
    places.set(keyOf(use.place), use);
  }
  return [...calls].map(([call, uses]) => callAt(call, [...uses.values()])).sort((left, right) => compare(left.call, right.call));
}

function callAt(call: string, uses: readonly CallThatNeeds[]): PageCall {
  const stated = uses[0]?.stated;
  return { call, places: uses.map(({ place }) => place), ...(stated === undefined ? {} : { stated }) };
}

function firstOfEach(verdicts: readonly UndecidedVerdict[]): PageScope['heldBackBy'] {
  return [...new Map([...verdicts].reverse().map(({ place, reason }) => [reason, { place, reason }])).values()].reverse();
}

function keyOf({ file, line, column }: Place): string {
  return `${line}:${column}:${file}`;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
