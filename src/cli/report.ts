import { resolve } from 'node:path';
import { indexCatalog } from '../catalogs/catalog-index.ts';
import type { Scope } from '../scopes/requirement.ts';
import { displayPath } from '../report/display-path.ts';
import { htmlPage } from '../report/html/page.ts';
import { readPageAssets } from '../report/html/page-assets.ts';
import type { Covers } from '../report/html/page-model.ts';
import { checkSummary } from '../report/text.ts';
import { checkApplications, exitCodeOf } from './check-applications.ts';
import type { Invocation, Output } from './command.ts';
import type { ExitCode } from './exit-code.ts';
import { loadCatalogs } from './load-catalogs.ts';
import { packageVersion } from './package-root.ts';
import { repositoryRoot } from './repository-root.ts';
import { writeFileAtomically } from './write-file.ts';

const DEFAULT_NAME = 'oauth-scopes-report.html';

/** `oauth-scopes report`: one page for a review. Ends with 1 when there is a finding. */
export function run(invocation: Invocation, output: Output): ExitCode {
  const { workingDirectory, values } = invocation;
  const reports = checkApplications(invocation, output);
  const page = htmlPage(reports, {
    root: repositoryRoot(invocation.directory, workingDirectory),
    version: packageVersion(),
    coversOf: coverageBy(invocation),
    madeOn: today(),
    assets: readPageAssets(),
  });
  const file = resolve(workingDirectory, values.get('out') ?? DEFAULT_NAME);
  writeFileAtomically(file, page);
  output.print(`${checkSummary(reports, output.style)} Wrote ${displayPath(file, workingDirectory)}.`);
  return exitCodeOf(reports);
}

function coverageBy(invocation: Invocation): (provider: string) => Covers {
  const indexes = new Map(loadCatalogs(invocation).map((catalog) => [catalog.provider, indexCatalog(catalog)]));
  return (provider) => {
    const vocabulary = indexes.get(provider)?.vocabulary;
    return (scope) => vocabulary?.implied(scope) ?? new Set<Scope>([scope]);
  };
}

/** That of SOURCE_DATE_EPOCH where it is set, so that the same sources give the same page: https://reproducible-builds.org/specs/source-date-epoch. */
function today(): string {
  const seconds = Number(process.env['SOURCE_DATE_EPOCH']);
  const isSet = process.env['SOURCE_DATE_EPOCH'] !== undefined && Number.isFinite(seconds) && Math.abs(seconds) < 8.64e12;
  return new Date(isSet ? seconds * 1000 : Date.now()).toISOString().slice(0, 10);
}
