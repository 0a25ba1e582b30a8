import type { CatalogScopeChange } from '../../catalogs/catalog.ts';
import type { CatalogIndex } from '../../catalogs/catalog-index.ts';
import { describeRequirement } from '../../scopes/requirement.ts';
import { lacking } from '../../scopes/satisfy.ts';
import type { ApplicationReport } from '../../verdict/finding.ts';
import { list } from '../../verdict/phrases.ts';
import { grantTypeName } from '../../verdict/scope-change.ts';
import type { Explanation } from './explanation.ts';

/** HTTP statuses with which providers refuse a call for want of a token, a scope or a permission. */
export type RefusalStatus = '401' | '403';

/** One thing to look at when a call is refused, in the order of looking. `text` is a sentence or two without a full stop at the end. */
export interface ChecklistItem {
  readonly topic: 'token' | 'scope' | 'permission' | 'both' | 'grant';
  /** `cause`: shown to be missing; `fine`: shown not to be it; `look`: nothing here can tell. */
  readonly state: 'cause' | 'fine' | 'look';
  readonly text: string;
}

/**
 * Why a call may be refused: the token, the scope, the role permission, and that both of these are needed.
 * @param explained a method or an endpoint
 * @param reports of the applications at hand, of whatever provider
 */
export function refusalChecklist(
  explained: Explanation,
  reports: readonly ApplicationReport[],
  index: CatalogIndex,
  status: RefusalStatus,
): readonly ChecklistItem[] {
  if (status === '401') {
    return [{ topic: 'token', state: 'look', text: TOKEN_REFUSED }, ...waiting(index.catalog.scopeChanges ?? [])];
  }
  const own = reports.filter(({ provider }) => provider === explained.provider);
  const scopes = own.length === 0 ? [scopeAlone(explained)] : own.map((report) => scopeIn(report, explained, index));
  return [
    { topic: 'token', state: 'fine', text: TOKEN_ACCEPTED },
    ...scopes,
    permission(explained),
    ...explained.refusedTo.map((type) => ({ topic: 'grant' as const, state: 'look' as const, text: `a token that is got with ${grantTypeName(type)} is refused whatever it holds` })),
    { topic: 'both', state: 'look', text: 'the scope lets the application ask, the permission lets the user or the client do it; either alone is refused' },
  ];
}

const TOKEN_REFUSED =
  'the token is missing, has expired or was revoked, and no scope is looked at before that; oauth-scopes token says when it expires, a fresh one settles it';
const TOKEN_ACCEPTED =
  'it was accepted, else the answer would be 401; but it holds what was granted when it was given out, and a scope that was added since only a new one has: oauth-scopes token says which it holds';

function waiting(changes: readonly CatalogScopeChange[]): readonly ChecklistItem[] {
  return changes.some(({ change, refusedForMinutes }) => change === 'added' && refusedForMinutes === 401)
    ? [{ topic: 'scope', state: 'look', text: 'where a scope was added in the last minutes, a token request is refused with 401 until it is in effect' }]
    : [];
}

function scopeAlone({ rows: [row] }: Explanation): ChecklistItem {
  const needed = row?.requires == null ? 'no source says which one is needed' : `the token must hold ${describeRequirement(row.requires)}`;
  return { topic: 'scope', state: 'look', text: needed };
}

function scopeIn(report: ApplicationReport, explained: Explanation, index: CatalogIndex): ChecklistItem {
  const item = (state: ChecklistItem['state'], text: string): ChecklistItem => ({ topic: 'scope', state, text: `${report.name} ${text}` });
  const declared = report.declared.filter(({ effective }) => effective || report.declared.length === 1);
  const held = declared.flatMap(({ scopes }) => scopes);
  const rows = explained.rows.flatMap(({ requires, inferred }) => (requires === null ? [] : [{ requires, inferred, lacks: lacking(held, requires, index.vocabulary) }]));
  const [newest] = rows;
  if (newest === undefined) {
    return item('look', 'makes a call of which no source says what it needs');
  }
  const needed = describeRequirement(newest.requires);
  if (declared.length === 0) {
    return item('look', `needs ${needed} for it, and which scopes it holds is not known`);
  }
  if (rows.every(({ lacks }) => lacks.length === 0)) {
    return item('fine', `declares what it needs, ${needed}: see that the provider has registered it, and that the token holds it`);
  }
  const wildcard = held.find((scope) => index.vocabulary.isRoleWildcard(scope));
  if (wildcard !== undefined || rows.some(({ lacks, inferred }) => lacks.length === 0 || inferred)) {
    return item('look', `declares ${list(held)}, and whether that is enough for ${needed} is not certain${wildcard === undefined ? ': sources differ' : ''}`);
  }
  return item('cause', `lacks ${describeRequirement(newest.lacks)}: register it with the provider, then declare it, then get a new token`);
}

function permission({ permissions }: Explanation): ChecklistItem {
  const needed = permissions.map((anyOf) => anyOf.join(' or ')).join(', and ');
  const whose = 'the role of the user, or with client credentials that of the client';
  return {
    topic: 'permission',
    state: 'look',
    text: needed === ''
      ? `the catalog names none; if the call is refused with the scope, look at ${whose}`
      : `${whose}, must have ${needed}, for the folder or division that the call is about; no code shows that`,
  };
}
