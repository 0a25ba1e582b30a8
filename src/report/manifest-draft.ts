import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Declaration } from '../grants/declaration.ts';
import { MANIFEST_VERSION } from '../grants/manifest-schema.ts';
import { isTemplate } from '../grants/read-declarations.ts';
import type { Scope } from '../scopes/requirement.ts';
import { meets } from '../scopes/satisfy.ts';
import type { ApplicationAnalysis } from '../verdict/analyse.ts';
import { heldScopes } from '../verdict/inspect-declarations.ts';
import { displayPath } from './display-path.ts';

/** An application of one provider, as it was found. */
export interface FoundApplication {
  readonly index: CatalogIndex;
  readonly analysis: Pick<ApplicationAnalysis, 'report' | 'grant' | 'usage'>;
}

/** A manifest to be written. */
export interface ManifestDraft {
  readonly text: string;
  /** One sentence for each application: where its scopes are from, or why there are none. */
  readonly remarks: readonly string[];
  /** Any scope stands in it. */
  readonly hasScopes: boolean;
}

/**
 * Writes down what applications declare, and for each scope the calls that use it. What nothing shows is left out: why a scope is held,
 * when that was reviewed, and the scopes of an application whose declarations disagree or that has none.
 * @param applications of one directory, in the order of the manifest
 * @param schema where an editor finds the JSON Schema: a path from the manifest, or an address
 * @param workingDirectory remarks name places from here
 */
export function draftManifest(applications: readonly FoundApplication[], schema: string, workingDirectory: string): ManifestDraft {
  const drafts = applications.map((application) => draftApplication(application, workingDirectory));
  const manifest = { $schema: schema, version: MANIFEST_VERSION, applications: drafts.map(({ entry }) => entry) };
  return {
    text: `${JSON.stringify(manifest, null, 2)}\n`,
    remarks: drafts.map(({ remark }) => remark),
    hasScopes: drafts.some(({ entry }) => entry['scopes'] !== undefined),
  };
}

interface ApplicationDraft {
  /** As JSON has it. */
  readonly entry: Readonly<Record<string, unknown>>;
  readonly remark: string;
}

function draftApplication(application: FoundApplication, workingDirectory: string): ApplicationDraft {
  const { index, analysis } = application;
  const { report, grant, usage } = analysis;
  const effective = certainDeclaration(grant);
  const declared = effective === null ? [] : heldScopes(effective, index);
  const environments = grant.alternatives.filter(({ environment }) => environment !== null && effective !== null);
  const clients = usage.clients.filter(({ inTest }) => !inTest);
  const [grantType, ...others] = new Set(clients.map((client) => (client.hasOtherToken === true ? undefined : client.grantType)));
  return {
    entry: {
      name: report.name,
      provider: index.catalog.provider,
      ...(grantType === undefined || others.length > 0 ? {} : { grant: grantType }),
      ...(declared.length === 0 ? {} : { scopes: declared.map((scope) => draftScope(scope, application)) }),
      ...(environments.length === 0 ? {} : { environments: Object.fromEntries(environments.map((one) => draftEnvironment(one, application))) }),
    },
    remark: `${JSON.stringify(report.name)} (${index.catalog.title}): ${remarkOn(application, declared, workingDirectory)}`,
  };
}

/**
 * The declaration in effect. Where one in a template is, and the code has another one for a variable that is not set, the template is left
 * as it is: it does not count beside a manifest, and the other one would.
 */
function certainDeclaration({ effective, alternatives }: FoundApplication['analysis']['grant']): Declaration | null {
  const isSuggested = effective !== null && isTemplate(effective);
  return isSuggested && alternatives.some(({ kind }) => kind === 'code') ? null : effective;
}

function draftEnvironment(declaration: Declaration, application: FoundApplication): readonly [string, unknown] {
  return [
    declaration.environment ?? '',
    { scopes: heldScopes(declaration, application.index).map((scope) => draftScope(scope, application)) },
  ];
}

/** A scope that no call uses stands for itself: an entry without reasons is easily taken out. */
function draftScope(scope: Scope, { index, analysis }: FoundApplication): unknown {
  const covered = index.vocabulary.has(scope) ? index.vocabulary.implied(scope) : new Set<Scope>();
  const served = analysis.report.needed.filter(({ anyOf }) => meets(covered, anyOf)).flatMap(({ by }) => by.map(({ call }) => call));
  const calls = [...new Set(served)].sort();
  const endpoints = calls.filter((call) => ENDPOINT.test(call));
  const methods = calls.filter((call) => !ENDPOINT.test(call));
  return calls.length === 0
    ? scope
    : { scope, ...(methods.length === 0 ? {} : { methods }), ...(endpoints.length === 0 ? {} : { endpoints }) };
}

/** The label of an endpoint begins with its verb. */
const ENDPOINT = /^[A-Z]+ /;

function remarkOn({ analysis: { report, grant } }: FoundApplication, declared: readonly Scope[], workingDirectory: string): string {
  const at = ({ place }: Declaration): string => `${displayPath(place.file, workingDirectory)}:${place.line}`;
  const effective = certainDeclaration(grant);
  if (effective !== null && declared.length > 0) {
    return `the scopes of ${at(effective)}`;
  }
  const [first, second] = grant.alternatives;
  const why =
    first !== undefined && second !== undefined && grant.undecided.length === 0
      ? `${at(first)} and ${at(second)} declare different scopes, and which of them holds is not known`
      : 'no declaration of its scopes was found that is certain to hold';
  const needed = report.minimal.scopes.length === 0 ? '' : ` The calls that were seen need ${report.minimal.scopes.join(' ')}.`;
  return `no scopes, because ${why}. Add those of its client under "scopes".${needed}`;
}
