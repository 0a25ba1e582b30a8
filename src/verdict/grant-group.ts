import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { decideGrant } from '../grants/application-grant.ts';
import type { Declaration, Place, Undecided } from '../grants/declaration.ts';
import { distinctBy } from '../scopes/distinct-by.ts';
import type { Some } from '../scopes/group-by.ts';
import type { Scope } from '../scopes/requirement.ts';
import type { ClientSite, HeldGrant, MethodUse, UsageFacts } from '../usage/facts.ts';
import { grantKey } from '../usage/grant-key.ts';
import { heldScopes, inspectDeclaration, isUnfilled } from './inspect-declarations.ts';
import { placeholderDeclared } from './undecided-messages.ts';

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
  /** Where it is declared for each of its clients, without repeats; none where that is open. */
  readonly inEffect: readonly Declaration[];
  readonly undecided: readonly UndecidedGrant[];
  /** Calls that are known to be made with this grant. */
  readonly uses: readonly MethodUse[];
  /** Calls on other grants that may be made with a client of this one all the same. */
  readonly possible: readonly MethodUse[];
  /** No client states this grant: a type that is written in the program does (`Tasks<Grant<'OR.Tasks.Read'>>`). */
  readonly isTyped?: true;
}

/** `isUnfilled`: it is the fault of the declaration, which is reported as that. */
export interface UndecidedGrant extends Undecided {
  readonly isUnfilled?: true;
}

export interface HeldAlternative {
  readonly scopes: readonly Scope[];
  /** Where it is declared, as far as that is known. */
  readonly place: Place | null;
}

/**
 * One group for what the application declares, and one for each grant that a client's own constructor states: each is judged by itself.
 * What the constructor states is the application's grant where all clients state the same. Calls on clients without scopes are in no
 * group.
 */
export function groupByGrant(usage: UsageFacts, grant: JudgedGrant, index: CatalogIndex): Some<GrantGroup> {
  const keyOf = (held: HeldGrant): string | undefined =>
    held.kind === 'literal' ? grantKey(held.alternatives, index.vocabulary) : undefined;
  const clients = usage.clients.filter((client) => !client.inTest);
  const keysOfClients = new Set(clients.map((client) => keyOf(client.grant)));
  const [onlyKey] = keysOfClients.size === 1 ? keysOfClients : [];
  const declared: MethodUse[] = [];
  const stated = new Map<string, MethodUse[]>();
  for (const use of usage.uses.filter(({ typed }) => typed)) {
    const key = keyOf(use.grant);
    if (use.grant.kind === 'declared' || (key !== undefined && key === onlyKey)) {
      declared.push(use);
    } else if (key !== undefined) {
      stated.set(key, [...(stated.get(key) ?? []), use]);
    }
  }
  return [
    declaredGroup(declared, onlyKey === undefined ? [] : clients, usage, grant, index),
    ...[...stated].map(([key, uses]) => statedGroup(uses, clients.filter((client) => keyOf(client.grant) === key), usage, index)),
  ];
}

/** @param clients those that state this grant themselves */
function declaredGroup(
  uses: readonly MethodUse[],
  clients: readonly ClientSite[],
  usage: UsageFacts,
  grant: JudgedGrant,
  index: CatalogIndex,
): GrantGroup {
  const unfilled = grant.alternatives.filter((declaration) => inspectDeclaration(declaration, index).problems.some(isUnfilled));
  const filled = grant.alternatives.filter((declaration) => !unfilled.includes(declaration));
  return {
    alternatives: filled.map((declaration) => ({ scopes: heldScopes(declaration, index), place: declaration.place })),
    inEffect: inEffectFor(clients, grant.effective, index).filter((declaration) => filled.includes(declaration)),
    undecided: [...grant.undecided, ...unfilled.map(leftUnfilled)],
    uses,
    possible: otherUses(uses, usage),
  };
}

function leftUnfilled({ place, text }: Declaration): UndecidedGrant {
  return { place, reason: placeholderDeclared(text), isUnfilled: true };
}

function statedGroup(uses: readonly MethodUse[], clients: readonly ClientSite[], usage: UsageFacts, index: CatalogIndex): GrantGroup {
  const [client] = clients;
  const alternatives = uses.flatMap((use) => (use.grant.kind === 'literal' ? [use.grant.alternatives] : []))[0] ?? [];
  return {
    alternatives: alternatives.map((scopes) => ({ scopes, place: client?.place ?? null })),
    inEffect: inEffectFor(clients, null, index),
    undecided: [],
    uses,
    possible: otherUses(uses, usage),
    ...(client === undefined ? { isTyped: true } : {}),
  };
}

/** @param declared what holds if no client states anything else */
function inEffectFor(clients: readonly ClientSite[], declared: Declaration | null, { vocabulary }: CatalogIndex): readonly Declaration[] {
  const stated = clients.map(({ place, stated: grant }) =>
    decideGrant({ declarations: [], undecided: [], clients: [{ place, grant }], vocabulary }).effective);
  const all = [declared, ...stated].filter((declaration) => declaration !== null);
  return stated.includes(null) && declared === null ? [] : distinctBy(all, ({ place }) => JSON.stringify(place));
}

/** A client with more scopes may be handed to code that asks for fewer, so that a call on another grant may be one on this. */
function otherUses(uses: readonly MethodUse[], usage: UsageFacts): readonly MethodUse[] {
  const own = new Set(uses);
  const isOpen = ({ grant }: MethodUse): boolean => (grant.kind === 'declared' || grant.kind === 'literal') && grant.followed !== true;
  return usage.uses.filter((use) => use.typed && !own.has(use) && isOpen(use));
}
