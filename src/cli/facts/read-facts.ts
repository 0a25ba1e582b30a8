import { dirname } from 'node:path';
import * as v from 'valibot';
import type { Catalog } from '../../catalogs/catalog.ts';
import { projectFileSystem } from '../../grants/file-system.ts';
import { list } from '../../verdict/phrases.ts';
import { CommandError, type CommandProblem } from '../command-error.ts';
import { packageVersion } from '../package-root.ts';
import { readTextFile } from '../read-text-file.ts';
import { digestOf } from './digest.ts';
import { packageFactsSchema, type PackageFacts } from './package-facts.ts';
import { atRoot } from './root-paths.ts';

/**
 * Reads facts files that belong together.
 * @param files absolute paths
 * @param catalogsOf those that hold for the files of a package now
 * @returns the facts in the order of the files
 * @throws CommandError for every file that is none, or is not of this version, or tells of something that is not so any more; and for a
 * project that one of them refers to and none tells of. An answer from them would be wrong.
 */
export function readFacts(files: readonly string[], root: string, catalogsOf: CatalogsOf): readonly PackageFacts[] {
  const read = files.map((file) => ({ file, facts: parse(file, catalogsOf) }));
  const problems = read.flatMap(({ facts }) => ('message' in facts ? [facts] : []));
  if (problems.length > 0) {
    throw new CommandError(problems);
  }
  const all = read.flatMap(({ file, facts }) => ('message' in facts ? [] : [{ file, facts }]));
  const told = new Set(all.flatMap(({ facts }) => facts.projects.map(({ config }) => config)));
  const digests = new Map<string, string | undefined>();
  const outdated = all.flatMap(({ file, facts }) => {
    const problem = staleness(facts, root, digests) ?? missingReference(facts, told);
    return problem === undefined ? [] : [{ file, message: problem }];
  });
  if (outdated.length > 0) {
    throw new CommandError(outdated);
  }
  return all.map(({ facts }) => facts);
}

type CatalogsOf = (facts: PackageFacts) => readonly Catalog[];

function parse(file: string, catalogsOf: CatalogsOf): PackageFacts | CommandProblem {
  const facts = parseJson(readTextFile(file));
  if (!v.is(packageFactsSchema, facts)) {
    return { file, message: 'holds no facts of this version; run oauth-scopes facts there again' };
  }
  if (facts.madeBy !== packageVersion()) {
    return { file, message: `was made by version ${facts.madeBy}, and this is ${packageVersion()}; run oauth-scopes facts there again` };
  }
  const known = new Map(Object.entries(facts.catalogs));
  const catalogs = catalogsOf(facts as unknown as PackageFacts);
  const others = catalogs.filter(({ provider, date }) => known.get(provider) !== date).map(({ provider }) => provider);
  return others.length > 0 || known.size !== catalogs.length
    ? { file, message: `was made with another catalog${others.length === 0 ? '' : ` of ${list(others)}`}; run oauth-scopes facts there again, with the same --catalog` }
    : (facts as unknown as PackageFacts);
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** @param digests of the files as they are now, by path; for several facts, which share many of them */
function staleness({ projects, files }: PackageFacts, root: string, digests: Map<string, string | undefined>): string | undefined {
  const fileSystem = projectFileSystem(root);
  const gone = projects.find(({ config, isAssumed }) => !fileSystem.exists(isAssumed === true ? dirname(atRoot(root, config)) : atRoot(root, config)));
  if (gone !== undefined) {
    return `tells of ${gone.config}, which is not there any more; delete the file if the package is gone`;
  }
  const changed = Object.entries(files).find(([file, digest]) => {
    if (!digests.has(file)) {
      const text = fileSystem.readFile(atRoot(root, file), Infinity);
      digests.set(file, text === undefined ? undefined : digestOf(text));
    }
    return digests.get(file) !== digest;
  });
  return changed === undefined ? undefined : `is older than ${changed[0]}; run oauth-scopes facts there again`;
}

function missingReference({ references }: PackageFacts, told: ReadonlySet<string>): string | undefined {
  const missing = references.find((config) => !told.has(config));
  return missing === undefined ? undefined : `refers to ${missing}, of which no facts tell; run oauth-scopes facts in ${dirname(missing)}`;
}
