import type { OAuthGrantType } from '../catalogs/catalog.ts';
import type { Scope } from '../scopes/requirement.ts';
import type { Declaration, Place } from './declaration.ts';
import type { FileProblem } from './file-problem.ts';
import type { FileSystem } from './file-system.ts';
import type { ManifestApplication, ManifestScope, StatedNeed } from './manifest-application.ts';
import { readManifestFile, type Manifest } from './manifest-file.ts';
import type { RestrictedScope } from './restricted-scope.ts';

export { MANIFEST_NAME } from './manifest-file.ts';

/** Which application of the manifest is meant. */
export interface ManifestChoice {
  readonly provider: string;
  /** The user's choice by name. */
  readonly application?: string;
  /** Taken where the user chose none, if an application has that name: the name in package.json. */
  readonly packageName?: string;
  /** Tells whether the files are there that the manifest names. */
  readonly fileSystem?: FileSystem;
}

/** What a manifest says of a scope besides its name, for a review. Dates are as they are written. */
export interface StatedScope extends Pick<ManifestScope, 'scope' | 'usedFor' | 'rationale'> {
  readonly updated?: string;
  readonly nextReview?: string;
}

/** What a manifest says of an application besides the scopes that it grants. Plain data. */
export interface ManifestStatements {
  /** Why a scope is held, where the manifest says so: `usedFor`, or else `rationale`. */
  readonly reasons: readonly { readonly scope: Scope; readonly reason: string }[];
  /** What it says of each scope; absent where it lists none. */
  readonly stated?: readonly StatedScope[];
  /** What packages need that receive a client, and files in which calls cannot be seen. */
  readonly needs: readonly StatedNeed[];
  /** Scopes that the policy of the team restricts, for all applications. */
  readonly restricted: readonly RestrictedScope[];
  /** How the application gets its token, where the manifest says so. */
  readonly grantType?: OAuthGrantType;
}

export const NO_STATEMENTS: ManifestStatements = { reasons: [], needs: [], restricted: [] };

export interface ManifestReading {
  /** What holds everywhere, then what holds in an environment instead. */
  readonly declarations: readonly Declaration[];
  /** Where there is no single application of the provider, those that hold for all of them. */
  readonly statements: ManifestStatements;
  /** If there is one, there is no declaration. */
  readonly problems: readonly FileProblem[];
}

const NOTHING: ManifestReading = { declarations: [], statements: NO_STATEMENTS, problems: [] };

/**
 * Reads what a manifest says of one application of a provider. Its least form is
 * `{ "applications": [{ "name": "app", "provider": "uipath", "scopes": ["OR.Jobs", { "scope": "OR.Tasks", "usedFor": "…" }] }] }`.
 * Everything is checked before anything is taken, applications of other providers included.
 */
export function readManifest(text: string, file: string, choice: ManifestChoice): ManifestReading {
  const { manifest, problems: all } = readManifestFile(text, file, [], choice.fileSystem);
  // An application of another provider, of which there may be a catalog.
  const problems = all.filter(({ isUnknownProvider }) => isUnknownProvider !== true);
  return manifest === undefined || problems.length > 0
    ? { ...NOTHING, problems }
    : choose(manifest, choice);
}

/** What a manifest says, application by application, as far as it can be read: what is wrong with the rest is for `readManifest` to say. */
export function readManifestApplications(
  text: string,
  file: string,
): readonly (ManifestStatements & Pick<ManifestApplication, 'provider' | 'declarations'>)[] {
  const { manifest } = readManifestFile(text, file);
  return manifest === undefined
    ? []
    : manifest.applications.map((application) => ({
        ...statementsOf(application, manifest),
        provider: application.provider,
        declarations: application.declarations,
      }));
}

function statementsOf({ scopes, environments, needs, grantType }: ManifestApplication, { restricted }: Manifest): ManifestStatements {
  const all = [...scopes, ...environments.flatMap((environment) => environment.scopes ?? [])];
  const reasons = all.flatMap(({ scope, usedFor, rationale }) => {
    const reason = usedFor ?? rationale;
    return reason === undefined ? [] : [{ scope, reason }];
  });
  const stated = all.map(stateOf);
  return { reasons, needs, restricted, ...(stated.length === 0 ? {} : { stated }), ...(grantType === undefined ? {} : { grantType }) };
}

function stateOf({ scope, usedFor, rationale, updated, nextReview }: ManifestScope): StatedScope {
  return {
    scope,
    ...(usedFor === undefined ? {} : { usedFor }),
    ...(rationale === undefined ? {} : { rationale }),
    ...(updated === undefined ? {} : { updated: updated.text }),
    ...(nextReview === undefined ? {} : { nextReview: nextReview.text }),
  };
}

function choose(manifest: Manifest, choice: ManifestChoice): ManifestReading {
  const statements = { ...NO_STATEMENTS, restricted: manifest.restricted };
  const refuse = (place: Place, message: string): ManifestReading => {
    const { file, line, column } = place;
    return { ...NOTHING, statements, problems: [{ file, line, column, message }] };
  };
  const candidates = manifest.applications.filter(({ provider }) => provider === choice.provider);
  const names = candidates.map(({ name }) => JSON.stringify(name)).join(', ');
  const named = (wanted: string): ManifestApplication | undefined => candidates.find(({ name }) => name === wanted);
  const provider = JSON.stringify(choice.provider);
  if (choice.application !== undefined && candidates.length > 0 && named(choice.application) === undefined) {
    return refuse(manifest.place, `has no single application ${JSON.stringify(choice.application)} of provider ${provider}, only ${names}`);
  }
  const wanted = choice.application ?? choice.packageName;
  const application = (wanted === undefined ? undefined : named(wanted)) ?? candidates[0];
  if (application === undefined) {
    return { ...NOTHING, statements };
  }
  const second = candidates[1];
  if (second !== undefined && application.name !== wanted) {
    const hint = 'choose one by its name, or give the one that is meant the name in package.json';
    return refuse(second.place, `has ${candidates.length} applications of provider ${provider} (${names}): ${hint}`);
  }
  return { declarations: application.declarations, statements: statementsOf(application, manifest), problems: [] };
}
