import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Place } from '../grants/declaration.ts';
import { didYouMean } from '../scopes/did-you-mean.ts';
import { groupBy, type Some } from '../scopes/group-by.ts';
import type { Requirement } from '../scopes/requirement.ts';
import type { MethodUse, UsageFacts } from '../usage/facts.ts';
import { unknownScopes, type DeclaredNeeds } from './declared-needs.ts';
import type { UndecidedVerdict } from './finding.ts';
import type { GrantGroup } from './grant-group.ts';
import { requirementsOf, type RequirementLookup } from './known-requirements.ts';
import {
  callWithOtherClient, idleNeed, needOfUnknown, uncheckedCall, unmappedCall, unresolvedGrant, untypedCall,
} from './undecided-messages.ts';

/** A place where a scope may be needed, and nobody is sure of it. */
export interface Suspect {
  readonly place: Place;
  readonly reason: string;
  /** What may be needed; `null`: anything. */
  readonly requirements: readonly Requirement[] | null;
  readonly reported?: NonNullable<UndecidedVerdict['reported']>;
  /** It is no place of a call, but a statement about calls. */
  readonly ofNeed?: true;
}

/**
 * What no grant is safe from, and what is listed even where it holds no verdict back, because the answer is incomplete or unchecked for it:
 * calls that nobody sees, calls without a known requirement, on `any`, on a client that is not known.
 */
export function suspectsOf(
  usage: UsageFacts,
  lookup: RequirementLookup,
  index: CatalogIndex,
  needs: DeclaredNeeds,
): readonly Suspect[] {
  const uses = usage.uses.filter((use) => !use.inTest);
  const typed = uses.filter((use) => use.typed);
  const unknown = typed.filter(({ grant }) => grant.kind === 'undecided');
  return [
    ...usage.escapes.map(({ place, reason }) => ({ place, reason, requirements: null })),
    ...usage.unmapped.map(({ place, call }) => unmapped(call, place, index)),
    ...typed.filter((use) => lookup(use) === undefined).map(({ place, method }) => unmapped(method, place, index)),
    ...[...groupBy(uses.filter((use) => !use.typed), ({ place }) => JSON.stringify(place)).values()].map((alike) =>
      toSuspect(alike, untypedCall(reasonOf(alike[0]), alike.map(({ method }) => method)), lookup),
    ),
    // One reason is told once a file: it is the same for all calls on one client.
    ...[...groupBy(unknown, ({ place, grant }) => JSON.stringify([place.file, grant])).values()].map((alike) =>
      ({ ...toSuspect(alike, reasonOf(alike[0]), lookup), reported: reportUnresolved(reasonOf(alike[0])) }),
    ),
    ...uncountedNeeds(usage, index, needs),
  ];
}

/** Statements about what calls need that cannot be believed: nothing shows that there are such calls, or no catalog has the scope. */
function uncountedNeeds({ uses }: UsageFacts, index: CatalogIndex, needs: DeclaredNeeds): readonly Suspect[] {
  const { vocabulary, catalog } = index;
  const counted = new Set(uses.map(({ method }) => method));
  return [...needs.values()].flatMap((need): readonly Suspect[] => {
    const { name, scopes, place } = need;
    const [unknown] = unknownScopes(need, index);
    if (place === undefined || counted.has(name)) {
      return [];
    }
    return unknown === undefined
      ? [{ place, reason: idleNeed(name), requirements: [scopes.map((scope) => [scope])], ofNeed: true }]
      : [{ place, reason: needOfUnknown(name, unknown, catalog.title, didYouMean(unknown, vocabulary.names)), requirements: null, ofNeed: true }];
  });
}

/** What the rule for it says of a grant that is not known. */
export function reportUnresolved(reason: string): NonNullable<UndecidedVerdict['reported']> {
  return { rule: 'no-unresolved-scope', kind: 'unresolved', message: unresolvedGrant(reason) };
}

function unmapped(call: string, place: Place, { catalog }: CatalogIndex): Suspect {
  const message = uncheckedCall(call, `${catalog.title}, ${catalog.date}`);
  const reported = { rule: 'no-unmapped-call', kind: 'unmapped', message } as const;
  return { place, reason: unmappedCall(call), requirements: null, reported };
}

/** Calls on other clients of the program that a client of this group may be behind. */
export function suspectsOfGroup(group: GrantGroup, lookup: RequirementLookup): readonly Suspect[] {
  return group.possible
    .filter((use) => !use.inTest)
    .map((use) => toSuspect([use], callWithOtherClient(use.method), lookup));
}

function reasonOf({ grant }: MethodUse): string {
  return grant.kind === 'undecided' ? grant.reason : '';
}

function toSuspect(uses: Some<MethodUse>, reason: string, lookup: RequirementLookup): Suspect {
  return { place: uses[0].place, reason, requirements: requirementsOf(uses, lookup) };
}
