import type { Catalog, CatalogScopeChange, OAuthGrantType } from '../catalogs/catalog.ts';
import { indexCatalog } from '../catalogs/catalog-index.ts';
import type { Manifest } from '../grants/manifest-file.ts';
import type { ManifestApplication } from '../grants/manifest-application.ts';
import type { Scope } from '../scopes/requirement.ts';
import { compareScopes } from '../scopes/vocabulary.ts';

/** What an application holds at one time, or in one place. */
export interface HeldScopes {
  readonly scopes: readonly Scope[];
  readonly grantType?: OAuthGrantType;
}

/** What is different for one application, and what it entails. Plain data; scopes in the order of the catalog. */
export interface ScopeDiff {
  readonly application: string;
  readonly provider: string;
  /** Absent: everywhere. */
  readonly environment?: string;
  readonly added: readonly Scope[];
  readonly removed: readonly Scope[];
  /** What tokens cover now and did not before, implied scopes included, and the other way round. */
  readonly gained: readonly Scope[];
  readonly lost: readonly Scope[];
  /** How tokens are got from now on; absent where the manifest does not say. */
  readonly grantType?: OAuthGrantType;
  readonly consequences: readonly Consequence[];
  /** Everything that a user who signs in is asked for; empty where no user is. */
  readonly consent: readonly { readonly scope: Scope; readonly isNew: boolean; readonly category: string; readonly alsoCovers: readonly Scope[] }[];
}

/** Something that follows, and who says so. */
export type Consequence = { readonly source: string } & (
  | { readonly kind: 'consent-again' | 'no-consent' | 'nobody-asked' | 'old-tokens-keep' | 'sign-in-again' }
  /** Until the change is in effect, a token request is refused with this status. */
  | { readonly kind: 'refused-for-minutes'; readonly status: number }
);

/**
 * Compares two states of a manifest: each application, and each environment that has scopes of its own in either. What is the same in both
 * is left out.
 * @param before `undefined`: there was none
 */
export function diffManifests(before: Manifest | undefined, after: Manifest | undefined, catalogs: readonly Catalog[]): readonly ScopeDiff[] {
  const [old, now] = [applicationsOf(before), applicationsOf(after)];
  return [...new Map([...old, ...now])].flatMap(([key, one]) => {
    const [left, right] = [old.get(key), now.get(key)];
    const states = [left, right].filter((state) => state !== undefined);
    const own = states.flatMap((state) => state.environments).filter(({ scopes }) => scopes !== undefined);
    const environments = [undefined, ...new Set(own.map(({ name }) => name))];
    return environments.flatMap((environment) => compare(one, environment, heldIn(left, environment), heldIn(right, environment), catalogs));
  });
}

/** Compares two environments of each application of a manifest. An environment without scopes of its own holds those of the application. */
export function diffEnvironments(manifest: Manifest, before: string, after: string, catalogs: readonly Catalog[]): readonly ScopeDiff[] {
  return manifest.applications.flatMap((one) => compare(one, after, heldIn(one, before), heldIn(one, after), catalogs));
}

/** By name and provider. */
function applicationsOf(manifest: Manifest | undefined): ReadonlyMap<string, ManifestApplication> {
  return new Map(manifest?.applications.map((one) => [JSON.stringify([one.name, one.provider]), one]));
}

function heldIn(application: ManifestApplication | undefined, environment: string | undefined): HeldScopes {
  const own = application?.environments.find(({ name }) => name === environment);
  const grantType = own?.grantType ?? application?.grantType;
  const scopes = (own?.scopes ?? application?.scopes ?? []).map(({ scope }) => scope);
  return { scopes: [...new Set(scopes)], ...(grantType === undefined ? {} : { grantType }) };
}

function compare(
  { name, provider }: ManifestApplication,
  environment: string | undefined,
  before: HeldScopes,
  after: HeldScopes,
  catalogs: readonly Catalog[],
): readonly ScopeDiff[] {
  const catalog = catalogs.find((one) => one.provider === provider);
  const vocabulary = catalog && indexCatalog(catalog).vocabulary;
  const cover = (scopes: readonly Scope[]): ReadonlySet<Scope> => vocabulary?.closure(scopes) ?? new Set(scopes);
  const sorted = (scopes: Iterable<Scope>): readonly Scope[] => (vocabulary ? [...scopes].sort(compareScopes(vocabulary)) : [...scopes].sort());
  const without = (scopes: Iterable<Scope>, others: Iterable<Scope>): readonly Scope[] => {
    const known = new Set(others);
    return sorted([...scopes].filter((scope) => !known.has(scope)));
  };
  const [added, removed] = [without(after.scopes, before.scopes), without(before.scopes, after.scopes)];
  const { grantType } = after;
  if (added.length + removed.length === 0 && before.grantType === grantType) {
    return [];
  }
  const isNew = new Set(added);
  return [
    {
      application: name,
      provider,
      ...(environment === undefined ? {} : { environment }),
      added,
      removed,
      gained: without(cover(after.scopes), cover(before.scopes)),
      lost: without(cover(before.scopes), cover(after.scopes)),
      ...(grantType === undefined ? {} : { grantType }),
      consequences: consequencesOf(added, removed, grantType, provider, catalogs),
      consent: grantType === 'client_credentials' ? [] : sorted(after.scopes).map((scope) => ({
        scope,
        isNew: isNew.has(scope),
        category: catalog?.scopes.find((one) => one.name === scope)?.category ?? '',
        alsoCovers: sorted(cover([scope])).filter((other) => other !== scope),
      })),
    },
  ];
}

/** What the catalog says goes before what holds for every provider (RFC 6749). */
function consequencesOf(
  added: readonly Scope[],
  removed: readonly Scope[],
  grantType: OAuthGrantType | undefined,
  provider: string,
  catalogs: readonly Catalog[],
): readonly Consequence[] {
  const stated = statedChanges(provider, catalogs);
  const holds = (change: CatalogScopeChange): boolean => change.grantType === undefined || grantType === undefined || change.grantType === grantType;
  const of = (kind: 'added' | 'removed'): readonly StatedChange[] =>
    stated.filter((change) => change.change === kind && (kind === 'added' ? added : removed).length > 0 && holds(change));
  const changes = [...of('added'), ...of('removed')];
  const asksUsers = grantType !== 'client_credentials';
  const waits = changes.flatMap(({ refusedForMinutes, from }): Consequence[] =>
    refusedForMinutes === undefined ? [] : [{ kind: 'refused-for-minutes', status: refusedForMinutes, source: from }],
  );
  const consents = asksUsers ? changes.flatMap(({ consentAgain, from }): Consequence[] =>
    consentAgain === undefined ? [] : [{ kind: consentAgain ? 'consent-again' : 'no-consent', source: from }],
  ) : [];
  const isToldOfAdded = of('added').some(({ consentAgain }) => consentAgain !== undefined);
  return [
    ...waits,
    ...consents,
    ...(added.length > 0 && asksUsers && !isToldOfAdded ? [{ kind: 'sign-in-again', source: 'RFC 6749, section 6' } as const] : []),
    ...(added.length > 0 && !asksUsers ? [{ kind: 'nobody-asked', source: 'RFC 6749, section 4.4' } as const] : []),
    ...(removed.length > 0 ? [{ kind: 'old-tokens-keep', source: 'RFC 6749, sections 5.1 and 6' } as const] : []),
  ];
}

/** `from`: who says so, for a user. */
type StatedChange = CatalogScopeChange & { readonly from: string };

/** Of another account of the same API, where the provider's own catalog says nothing. */
function statedChanges(provider: string, catalogs: readonly Catalog[]): readonly StatedChange[] {
  const own = catalogs.filter((one) => one.provider === provider);
  const accounts = catalogs.filter(({ accountOf }) => accountOf === provider);
  const told = [...own, ...accounts].map(({ scopeChanges = [], sources }) => scopeChanges.map((change) => {
    const title = sources[change.source]?.title ?? change.source;
    return { ...change, from: change.line === undefined ? title : `${title}, line ${change.line}` };
  }));
  return told.filter((changes) => changes.length > 0).slice(0, 1).flat();
}
