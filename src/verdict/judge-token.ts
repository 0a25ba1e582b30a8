import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { IsoDate } from '../catalogs/catalog.ts';
import type { Declaration, Place } from '../grants/declaration.ts';
import type { ManifestStatements } from '../grants/manifest.ts';
import { isSamePlace } from '../grants/compare-places.ts';
import type { Scope } from '../scopes/requirement.ts';
import { holdDifferentGrants } from '../usage/distinct-grants.ts';
import type { HeldGrant, UsageFacts } from '../usage/facts.ts';
import { declaredNeeds } from './declared-needs.ts';
import type { Finding, UndecidedVerdict } from './finding.ts';
import { judge } from './judge.ts';

/** A token against the calls of an application. Plain data. */
export interface TokenVerdict {
  /** Calls that would be refused, and what of their requirement the token lacks. */
  readonly refused: readonly { readonly call: string; readonly lacks: string; readonly place: Place }[];
  /** Scopes that the token holds and no call needs, or none for which others would not do. */
  readonly inVain: readonly { readonly scope: Scope; readonly kind: 'unused' | 'redundant' }[];
  /** Scopes for which a narrower one would do. */
  readonly broad: readonly { readonly scope: Scope; readonly narrower: Scope }[];
  readonly undecided: readonly UndecidedVerdict[];
}

export interface TokenQuestion {
  readonly index: CatalogIndex;
  readonly directory: string;
  /** What the application calls. */
  readonly usage: UsageFacts;
  /** What its manifest says of calls that cannot be seen, and of the way in which tokens are got. */
  readonly statements: Pick<ManifestStatements, 'needs' | 'grantType'>;
  readonly asOf?: IsoDate;
}

/**
 * Judges a token as `judge` does what an application declares: the calls are taken to be made with it. Where the application makes clients
 * with different scopes, whose token it is cannot be known, and no call is said to be refused; what all of the calls together leave over is in
 * vain for each of the clients, too.
 */
export function judgeToken(scopes: readonly Scope[], { index, directory, usage, statements, asOf }: TokenQuestion): TokenVerdict {
  const place: Place = { file: `${directory}/standard input`, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const declaration: Declaration = {
    provider: index.catalog.provider,
    kind: 'configuration',
    place,
    text: scopes.join(' '),
    scopes: scopes.map((scope) => ({ scope, place })),
    key: 'scope',
    environment: null,
  };
  const report = judge({
    index,
    name: '',
    directory,
    // What the scopes have against each other is no matter of a file that could be changed.
    declarations: [],
    grant: { alternatives: [declaration], effective: declaration, undecided: [] },
    usage: withTheToken(usage),
    needs: declaredNeeds(statements.needs),
    ...(statements.grantType === undefined ? {} : { grantType: statements.grantType }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  const isSeveral = holdDifferentGrants(usage.clients, index.vocabulary);
  const missing = report.findings.filter(({ kind }) => kind === 'missing');
  const refused = report.findings.filter(({ kind }) => kind === 'refused' || (kind === 'missing' && !isSeveral));
  const open = isSeveral ? missing.map((finding): UndecidedVerdict => ({ place: finding.place, reason: ofOneOfSeveral(finding), holdsBack: [] })) : [];
  return {
    refused: refused.map(({ scope, place: at }) => ({ call: callAt(at, usage), lacks: scope, place: at })),
    inVain: report.findings.flatMap(({ kind, scope }) => (kind === 'unused' || kind === 'redundant' ? [{ scope, kind }] : [])),
    broad: report.findings.flatMap(({ kind, scope, suggestion }) => (kind === 'narrow' && suggestion !== undefined ? [{ scope, narrower: suggestion }] : [])),
    undecided: [...report.undecided, ...open],
  };
}

function callAt(place: Place, { uses }: UsageFacts): string {
  return [...new Set(uses.filter((use) => isSamePlace(use.place, place)).map(({ method }) => method))].join(' or ');
}

function ofOneOfSeveral({ call = '', scope }: Finding): string {
  return `${call} needs ${scope}, and the application makes clients with different scopes: of which of them this is the token is not known`;
}

/** Why a call without a type may be another one is still to be said: it accuses nobody, whatever the client holds. */
function withTheToken(usage: UsageFacts): UsageFacts {
  const held = <Fact extends { readonly grant: HeldGrant }>(fact: Fact): Fact => (fact.grant.kind === 'unscoped' ? fact : { ...fact, grant: TOKEN });
  return { ...usage, uses: usage.uses.map((use) => (use.typed ? held(use) : use)), clients: usage.clients.map(held), claimed: [] };
}

const TOKEN: HeldGrant = { kind: 'declared', followed: true };
