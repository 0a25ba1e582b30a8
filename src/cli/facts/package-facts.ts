import * as v from 'valibot';
import type { UsageFacts } from '../../usage/facts.ts';

/** The file in which the facts of a package stand, beside its package.json unless told. */
export const FACTS_NAME = 'oauth-scopes.facts.json';

/** What one provider has to do with a project. */
export interface ProviderFacts {
  readonly provider: string;
  /** The files that use its SDK or its API. */
  readonly files: readonly string[];
  /** The directory whose declarations hold for them, else that of their package; and whether scopes are declared there. */
  readonly home: string;
  readonly declaresScopes: boolean;
  /** Directories of other packages of which the project reads declarations that mention the SDK. */
  readonly declarationsOf: readonly string[];
  /** Digest of what was declared there when the calls were read: it decides what clients hold. */
  readonly declared: string;
  readonly usage: UsageFacts;
  /** Registration files that the compiler reads with the project, those among its own files, and where one may stand. */
  readonly registrations: { readonly read: readonly string[]; readonly own: readonly string[]; readonly candidates: readonly string[] };
}

export interface ProjectFacts {
  /** Its configuration; where there is none, the place for one. */
  readonly config: string;
  readonly isAssumed?: true;
  readonly providers: readonly ProviderFacts[];
}

/** What the programs of one package show, for `merge`. Paths are relative to the root of the workspace, with forward slashes. */
export interface PackageFacts {
  readonly version: 1;
  /** Version of this package: what another one sees need not be the same. */
  readonly madeBy: string;
  /** Date of each catalog that holds for a file of it, by provider. */
  readonly catalogs: Readonly<Record<string, string>>;
  readonly projects: readonly ProjectFacts[];
  /** Configurations of other packages that these projects refer to. */
  readonly references: readonly string[];
  /** Digests of the files that were read, without those of installed packages, those outside of the root, and any that may hold secrets. */
  readonly files: Readonly<Record<string, string>>;
}

const paths = v.array(v.string());
const facts = v.array(v.looseObject({}));

/** As far as a file that something else wrote would do harm; the details are this package's own affair, for one version. */
export const packageFactsSchema = v.looseObject({
  version: v.literal(1),
  madeBy: v.string(),
  catalogs: v.record(v.string(), v.string()),
  projects: v.array(
    v.looseObject({
      config: v.string(),
      providers: v.array(
        v.looseObject({
          provider: v.string(),
          files: paths,
          home: v.string(),
          declaresScopes: v.boolean(),
          declarationsOf: paths,
          declared: v.string(),
          usage: v.looseObject({ provider: v.string(), uses: facts, unmapped: facts, clients: facts, escapes: facts }),
          registrations: v.looseObject({ read: paths, own: paths, candidates: paths }),
        }),
      ),
    }),
  ),
  references: paths,
  files: v.record(v.string(), v.string()),
});
