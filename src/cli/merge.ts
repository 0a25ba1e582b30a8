import { indexCatalog } from '../catalogs/catalog-index.ts';
import { findProjectRoot } from '../grants/application-directory.ts';
import { projectFileSystem } from '../grants/file-system.ts';
import type { Invocation, Output } from './command.ts';
import type { ExitCode } from './exit-code.ts';
import { catalogsOfFacts } from './facts/catalogs-of-facts.ts';
import { findFacts } from './facts/find-facts.ts';
import { mergeFacts } from './facts/merge-facts.ts';
import { readFacts } from './facts/read-facts.ts';
import { nothingToCheck } from './open-workspace.ts';
import { printReports } from './print-reports.ts';
import { asOfDate, targetOf } from './target.ts';

/** `oauth-scopes merge`: the verdicts of `check` from the facts of packages. No program is read, and no compiler is loaded. */
export function run(invocation: Invocation, output: Output): ExitCode {
  const { workingDirectory, values } = invocation;
  const { directory } = targetOf(invocation);
  const application = values.get('application');
  const root = findProjectRoot(directory);
  const asOf = asOfDate(invocation);
  const packages = readFacts(findFacts(directory), root, (facts) => catalogsOfFacts([facts], root, invocation));
  const indexes = catalogsOfFacts(packages, root, invocation).map(indexCatalog);
  const context = {
    root,
    workingDirectory,
    indexes,
    fileSystem: projectFileSystem(root),
    ...(asOf === undefined ? {} : { asOf }),
    ...(application === undefined ? {} : { application }),
  };
  const reports = mergeFacts(packages, context);
  if (reports.length === 0) {
    throw nothingToCheck(directory, indexes);
  }
  return printReports(reports, invocation, output);
}
