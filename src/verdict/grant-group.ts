import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Declaration, Place, Undecided } from '../grants/declaration.ts';
import type { Scope } from '../scopes/requirement.ts';
import type { ClientSite, MethodUse, UsageFacts } from '../usage/facts.ts';
import { grantKey } from '../usage/grant-key.ts';
import { heldScopes, inspectDeclaration, isUnfilled } from './inspect-declarations.ts';
import { placeholderDeclared } from './messages.ts';

/** The grant of an application as far as it is known: what `decideGrant` returns. */
export interface JudgedGrant {
  /** Each is one grant that may be in effect. */
  readonly alternatives: readonly Declaration[];
  /** The one that is shown to be in effect. */
  readonly effective: Declaration | null;
  /** Why there may be others. */
  readonly undecided: readonly Undecided[];
}

/** Calls that are made with one grant, whatever it turns out to be. */
export interface GrantGroup {
  /** Alternatives, of which one holds. */
  readonly alternatives: readonly HeldAlternative[];
  readonly effective: Declaration | null;
  readonly undecided: readonly Undecided[];
  /** Calls that are known to be made with this grant. */
  readonly uses: readonly MethodUse[];
  /** Calls that may be made with it. */
  readonly possible: readonly MethodUse[];
}

export interface HeldAlternative {
  readonly scopes: readonly Scope[];
  /** Where it is declared, as far as that is known. */
  readonly place: Place | null;
}

/**
 * One group for what the application declares, and one for each grant that a client's own constructor states: each is judged by itself.
 * Calls on clients without scopes are in no group.
 */
export function groupByGrant(usage: UsageFacts, grant: JudgedGrant, index: CatalogIndex): readonly GrantGroup[] {
  const declared = declaredGroup(usage, grant, index);
  const literals = new Map<string, { readonly alternatives: readonly (readonly Scope[])[]; readonly uses: MethodUse[] }>();
  for (const use of usage.uses) {
    if (use.grant.kind === 'literal') {
      const key = grantKey(use.grant.alternatives, index.vocabulary);
      const group = literals.get(key) ?? { alternatives: use.grant.alternatives, uses: [] };
      literals.set(key, group);
      group.uses.push(use);
    }
  }
  const stated = [...literals].map(([key, { alternatives, uses }]) => {
    const clients = usage.clients.filter((client) => keyOfClient(client, index) === key);
    return statedGroup(alternatives, uses, clients, usage);
  });
  return [declared, ...stated];
}

function declaredGroup(usage: UsageFacts, grant: JudgedGrant, index: CatalogIndex): GrantGroup {
  const unfilled = grant.alternatives.filter((declaration) => inspectDeclaration(declaration, index).problems.some(isUnfilled));
  const filled = grant.alternatives.filter((declaration) => !unfilled.includes(declaration));
  return {
    alternatives: filled.map((declaration) => ({ scopes: heldScopes(declaration, index), place: declaration.place })),
    effective: grant.effective !== null && filled.includes(grant.effective) ? grant.effective : null,
    undecided: [...grant.undecided, ...unfilled.map(({ place, text }) => ({ place, reason: placeholderDeclared(text) }))],
    uses: usage.uses.filter(({ grant: { kind }, typed }) => kind === 'declared' && typed),
    possible: usage.uses.filter(({ grant: { kind }, typed }) => kind === 'undecided' || kind === 'literal' || !typed),
  };
}

function statedGroup(
  alternatives: readonly (readonly Scope[])[],
  uses: readonly MethodUse[],
  clients: readonly ClientSite[],
  usage: UsageFacts,
): GrantGroup {
  const [client] = clients;
  return {
    alternatives: alternatives.map((scopes) => ({ scopes, place: client?.place ?? null })),
    effective: client?.stated.kind === 'scopes' ? client.stated.effective : null,
    undecided: [],
    uses: uses.filter(({ typed }) => typed),
    possible: usage.uses.filter((use) => !uses.includes(use) && use.grant.kind !== 'unscoped'),
  };
}

function keyOfClient({ grant }: ClientSite, { vocabulary }: CatalogIndex): string | undefined {
  return grant.kind === 'literal' ? grantKey(grant.alternatives, vocabulary) : undefined;
}
