/** Whose application a project is part of, as far as the project alone shows. */
export interface HomeEvidence {
  /** Its files that use the SDK or the API of the provider. */
  readonly files: readonly string[];
  /** The directory whose declarations hold for them, else that of their package. Absolute, with forward slashes. */
  readonly home: string;
  /** Scopes are declared there. */
  readonly declaresScopes: boolean;
  /** Directories of other packages in the workspace of which it reads declarations that mention the SDK, and not the sources. */
  readonly declarationsOf: readonly string[];
}

/** The parts of one application. */
export interface ApplicationParts<Part> {
  readonly home: string;
  readonly parts: readonly [Part, ...Part[]];
  /** Directories of packages of this application, and homes of projects that know them by their declarations. */
  readonly usedElsewhere: readonly { readonly directory: string; readonly home: string }[];
}

/**
 * Puts the projects of one provider together that are one application, in the order of the directories. A project that declares nothing,
 * and all of whose files are part of projects that do, or of a larger one, is a library of these: what they call through it is seen there,
 * and alone it would show clients without the calls that others make on them.
 */
export function groupByHome<Part extends HomeEvidence>(projects: readonly Part[]): readonly ApplicationParts<Part>[] {
  const covered = new Set(projects.flatMap(({ declaresScopes, files }) => (declaresScopes ? files : [])));
  const larger = projects.map((part) => ({ part, files: new Set(part.files) }));
  const applications = new Map<string, ApplicationParts<Part>>();
  for (const part of projects) {
    const isLibrary = part.files.every((file) => covered.has(file))
      || larger.some(({ part: other, files }) => isLargerThan(other, part) && part.files.every((file) => files.has(file)));
    if (part.declaresScopes || !isLibrary) {
      const known = applications.get(part.home);
      applications.set(part.home, { home: part.home, parts: known === undefined ? [part] : [...known.parts, part], usedElsewhere: [] });
    }
  }
  const uses = projects.flatMap(({ home, declarationsOf }) => declarationsOf.map((directory) => ({ directory, home })));
  return [...applications.values()]
    .sort(({ home: left }, { home: right }) => compare(left, right))
    .map((application) => ({ ...application, usedElsewhere: usesOf(application.parts, uses) }));
}

function usesOf(parts: readonly HomeEvidence[], uses: ApplicationParts<HomeEvidence>['usedElsewhere']): ApplicationParts<HomeEvidence>['usedElsewhere'] {
  const files = parts.flatMap((part) => part.files);
  const own = uses.filter(({ directory }) => files.some((file) => file.startsWith(`${directory}/`)));
  const distinct = new Map(own.map((use) => [JSON.stringify(use), use]));
  return [...distinct.entries()].sort(([left], [right]) => compare(left, right)).map(([, use]) => use);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

/** Of two with the same files the one in the first directory counts as larger, so that one of them remains. */
function isLargerThan(one: HomeEvidence, other: HomeEvidence): boolean {
  return one.files.length > other.files.length || (one.files.length === other.files.length && one.home < other.home);
}
