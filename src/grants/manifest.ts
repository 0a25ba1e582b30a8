import type { Node } from 'jsonc-parser';
import { providers } from '../catalogs/built-in.ts';
import type { Declaration } from './declaration.ts';
import type { FileProblem } from './file-problem.ts';
import { parseJson, propertyOf, type JsonDocument } from './json-document.ts';
import { filledText, quote, readManifestApplication, scopeNode, type ManifestApplication } from './manifest-application.ts';
import type { RestrictedScope } from './restricted-scope.ts';

/** The file in which a team writes down what its applications hold, for a review. */
export const MANIFEST_NAME = 'oauth-scopes.json';

/** Which application of the manifest is meant. */
export interface ManifestChoice {
  readonly provider: string;
  /** The user's choice by name. */
  readonly application?: string;
  /** Taken where the user chose none, if an application has that name: the name in package.json. */
  readonly packageName?: string;
}

/** What a manifest says of an application besides the scopes that it grants. Plain data. */
export interface ManifestStatements extends Pick<ManifestApplication, 'reasons' | 'needs' | 'grantType'> {
  /** Scopes that the policy of the team restricts, for all applications. */
  readonly restricted: readonly RestrictedScope[];
}

export const NO_STATEMENTS: ManifestStatements = { reasons: [], needs: [], restricted: [] };

export interface ManifestReading {
  readonly declaration?: Declaration;
  /** Where there is no single application of the provider, those that hold for all of them. */
  readonly statements: ManifestStatements;
  /** If there is one, there is no declaration. */
  readonly problems: readonly FileProblem[];
}

/**
 * Reads what a manifest says of one application of a provider. Its least form is
 * `{ "applications": [{ "name": "app", "provider": "uipath", "scopes": ["OR.Jobs", { "scope": "OR.Tasks", "usedFor": "…" }] }] }`.
 * An application may have `"needs": { "some-widgets": ["OR.Tasks"] }` and `"grant": "client_credentials"`, the manifest a policy,
 * `"restricted": ["OR.Default", { "scope": "OR.Administration", "reason": "…", "allowWithReason": true }]`; other properties are passed
 * over. Everything is checked before anything is taken, applications of other providers included.
 */
export function readManifest(text: string, file: string, choice: ManifestChoice): ManifestReading {
  const manifest = readWholeManifest(text, file);
  const problems = 'problems' in manifest ? manifest.problems : unknownProviders(manifest, choice);
  return 'problems' in manifest || problems.length > 0 ? { statements: NO_STATEMENTS, problems } : choose(manifest, choice);
}

/** A misspelt provider would leave its application unchecked, and nobody would know. */
function unknownProviders({ document, applications }: Manifest, { provider: asked }: ManifestChoice): readonly FileProblem[] {
  const known = [...new Set([...providers(), asked])].sort();
  return applications
    .filter(({ declaration }) => !known.includes(declaration.provider))
    .map(({ name, node, declaration }) => {
      const message = `application ${quote(name)} names the provider ${quote(declaration.provider)}, of which there is no catalog; there are ${known.join(', ')}`;
      return document.problem(propertyOf(node, 'provider') ?? node, message);
    });
}

/** Everything that a manifest says, application by application; nothing if any of it is wrong. */
export function readManifestApplications(
  text: string,
  file: string,
): readonly (ManifestStatements & { readonly declaration: Declaration })[] {
  const manifest = readWholeManifest(text, file);
  return 'problems' in manifest ? [] : manifest.applications.map((application) => ({ ...application, restricted: manifest.restricted }));
}

interface Manifest {
  readonly document: JsonDocument;
  readonly list: Node;
  readonly applications: readonly ManifestApplication[];
  readonly restricted: readonly RestrictedScope[];
}

function readWholeManifest(text: string, file: string): Manifest | { readonly problems: readonly FileProblem[] } {
  const document = parseJson(text, file);
  if ('message' in document) {
    return { problems: [document] };
  }
  const list = propertyOf(document.root, 'applications');
  if (list?.type !== 'array') {
    return { problems: [document.problem(list ?? document.root, 'has no list "applications"')] };
  }
  const applications = (list.children ?? []).map((node, index) => readManifestApplication(document, node, index));
  const restricted = readRestrictions(document, propertyOf(document.root, 'restricted'));
  const problems = [...applications, ...restricted].filter((one) => 'message' in one);
  return problems.length > 0
    ? { problems }
    : {
        document,
        list,
        applications: applications.filter((application) => 'declaration' in application),
        restricted: restricted.filter((restriction) => 'scope' in restriction),
      };
}

function readRestrictions(document: JsonDocument, node: Node | undefined): readonly (RestrictedScope | FileProblem)[] {
  if (node !== undefined && node.type !== 'array') {
    return [document.problem(node, '"restricted" must be a list of scopes, each a string or an object with "scope"')];
  }
  return (node?.children ?? []).map((item) => {
    const scope = scopeNode(item);
    if (scope === undefined) {
      return document.problem(item, 'a restricted scope must be a string or an object with "scope"');
    }
    const reason = filledText(propertyOf(item, 'reason'));
    const allowWithReason = propertyOf(item, 'allowWithReason')?.value === true;
    return { scope: String(scope.value), ...(reason === undefined ? {} : { reason }), ...(allowWithReason ? { allowWithReason } : {}) };
  });
}

function choose({ document, list, applications, restricted }: Manifest, choice: ManifestChoice): ManifestReading {
  const statements = { ...NO_STATEMENTS, restricted };
  const candidates = applications.filter(({ declaration }) => declaration.provider === choice.provider);
  const names = candidates.map(({ name }) => quote(name)).join(', ');
  const named = (wanted: string): readonly ManifestApplication[] => candidates.filter(({ name }) => name === wanted);
  if (choice.application !== undefined && candidates.length > 0 && named(choice.application).length !== 1) {
    const message = `has no single application ${quote(choice.application)} of provider ${quote(choice.provider)}, only ${names}`;
    return { statements, problems: [document.problem(list, message)] };
  }
  const wanted = choice.application ?? choice.packageName;
  const [application, second] = candidates.length > 1 && wanted !== undefined && named(wanted).length === 1 ? named(wanted) : candidates;
  if (application === undefined) {
    return { statements, problems: [] };
  }
  if (second !== undefined) {
    const message = `has ${candidates.length} applications of provider ${quote(choice.provider)} (${names}): `
      + 'choose one by its name, or give the one that is meant the name in package.json';
    return { statements, problems: [document.problem(second.node, message)] };
  }
  const { declaration, reasons, needs, grantType } = application;
  return { declaration, statements: { reasons, needs, restricted, ...(grantType === undefined ? {} : { grantType }) }, problems: [] };
}
