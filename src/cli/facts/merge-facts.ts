import { type CatalogIndex } from '../../catalogs/catalog-index.ts';
import type { IsoDate } from '../../catalogs/catalog.ts';
import type { FileSystem } from '../../grants/file-system.ts';
import { readDeclarations, type DeclarationReading } from '../../grants/read-declarations.ts';
import type { UsageFacts } from '../../usage/facts.ts';
import { concludeAnalysis } from '../../verdict/analyse.ts';
import type { ApplicationReport } from '../../verdict/finding.ts';
import { displayPath } from '../../report/display-path.ts';
import { CommandError } from '../command-error.ts';
import { groupByHome, type ApplicationParts } from '../group-by-home.ts';
import { homesWithoutCalls } from '../open-workspace.ts';
import { requireLoadedRegistration } from '../require-loaded-registration.ts';
import { digestOfDeclarations } from './digest.ts';
import type { PackageFacts, ProjectFacts, ProviderFacts } from './package-facts.ts';
import { atRoot, mapFiles } from './root-paths.ts';

/** Where facts are merged. Paths are absolute, with forward slashes. */
export interface MergeContext {
  readonly root: string;
  readonly workingDirectory: string;
  readonly indexes: readonly CatalogIndex[];
  readonly fileSystem: FileSystem;
  readonly asOf?: IsoDate;
  /** Name in the manifest, where it has several of one provider. */
  readonly application?: string;
}

/**
 * The verdicts that `check` gives on a configuration which refers to the projects of all packages: each is a program of its own there, too.
 * What is declared is read now, and must be what the calls were read with.
 * @returns none where no package uses an SDK or declares scopes
 * @throws CommandError where scopes are declared that cannot be read, or are not those that the facts were made with; or where a
 * registration is not part of any program
 */
export function mergeFacts(packages: readonly PackageFacts[], context: MergeContext): readonly ApplicationReport[] {
  const distinct = new Map(packages.flatMap(({ projects }) => projects).map((project) => [project.config, project]));
  const projects = [...distinct.values()].map((project) => absolute(project, context.root));
  const reports = context.indexes.flatMap((index) => judgeProvider(projects, index, context));
  return reports.length > 0 ? reports : context.indexes.flatMap((index) => judgeWithoutCalls(projects, index, context));
}

interface Part extends ProviderFacts {
  readonly configFile: string;
}

function judgeProvider(projects: readonly ProjectFacts[], index: CatalogIndex, context: MergeContext): readonly ApplicationReport[] {
  const parts = projects.flatMap(({ config, providers }) =>
    providers.filter(({ provider }) => provider === index.catalog.provider).map((facts): Part => ({ ...facts, configFile: config })),
  );
  return groupByHome(parts).map((application) => {
    const { home, parts: members } = application;
    const reading = readAt(home, index, context);
    const declared = digestOfDeclarations(reading, context.root);
    const stale = members.find((part) => part.declared !== declared);
    if (stale !== undefined) {
      throw new CommandError({ file: stale.configFile, message: `was read with other scopes than ${displayPath(home, context.root)} declares now; run oauth-scopes facts there again` });
    }
    requireLoadedRegistration(
      {
        loaded: members.flatMap(({ registrations }) => registrations.own),
        candidates: members.flatMap(({ registrations }) => registrations.candidates),
        configurations: members.map(({ configFile }) => configFile),
      },
      (file) => context.fileSystem.exists(file),
      context.workingDirectory,
    );
    return conclude(application, reading, members.map(({ usage }) => usage), index, context);
  });
}

function judgeWithoutCalls(projects: readonly ProjectFacts[], index: CatalogIndex, context: MergeContext): readonly ApplicationReport[] {
  const { provider } = index.catalog;
  const nothing: UsageFacts = { provider, uses: [], unmapped: [], clients: [], escapes: [], claimed: [], importsSdk: false };
  const homes = homesWithoutCalls(projects.map(({ config }) => ({ configFile: config })), index, context.root, context.fileSystem);
  return homes.map(({ home }) => conclude({ home, parts: [], usedElsewhere: [] }, readAt(home, index, context), [nothing], index, context));
}

function conclude(
  { home, parts, usedElsewhere }: Pick<ApplicationParts<Part>, 'home' | 'usedElsewhere'> & { readonly parts: readonly Part[] },
  reading: DeclarationReading,
  usage: readonly UsageFacts[],
  index: CatalogIndex,
  { root, fileSystem, asOf, application }: MergeContext,
): ApplicationReport {
  const files = new Set(parts.flatMap(({ registrations }) => registrations.read));
  const registrations = [...files].flatMap((file) => {
    const text = fileSystem.readFile(file);
    return text === undefined ? [] : [{ file, text }];
  });
  const options = {
    directory: home,
    index,
    fileSystem,
    usedElsewhere: usedElsewhere.map((use) => ({ directory: use.directory, by: displayPath(use.home, root) })),
    ...(asOf === undefined ? {} : { asOf }),
    ...(application === undefined ? {} : { application }),
  };
  return concludeAnalysis(options, reading, usage, registrations).report;
}

function readAt(home: string, { catalog }: CatalogIndex, { root, fileSystem, application }: MergeContext): DeclarationReading {
  const reading = readDeclarations({ directory: home, root, catalog, fileSystem, ...(application === undefined ? {} : { application }) });
  if (reading.problems.length > 0) {
    throw new CommandError(reading.problems);
  }
  return reading;
}

function absolute({ config, providers, ...rest }: ProjectFacts, root: string): ProjectFacts {
  const at = (path: string): string => atRoot(root, path);
  return {
    ...rest,
    config: at(config),
    providers: providers.map((one) => ({
      ...one,
      files: one.files.map(at),
      home: at(one.home),
      declarationsOf: one.declarationsOf.map(at),
      usage: mapFiles(one.usage, at),
      registrations: {
        read: one.registrations.read.map(at),
        own: one.registrations.own.map(at),
        candidates: one.registrations.candidates.map(at),
      },
    })),
  };
}
