import { indexCatalog, type CatalogIndex } from '../catalogs/catalog-index.ts';
import { explainText } from '../report/explain/explain-text.ts';
import { refusalChecklist, type RefusalStatus } from '../report/explain/checklist.ts';
import { explain, type Explanation } from '../report/explain/explanation.ts';
import { findSubjects, subjectNames } from '../report/explain/subject.ts';
import { displayPath } from '../report/display-path.ts';
import { toJson } from '../report/json.ts';
import type { ApplicationReport } from '../verdict/finding.ts';
import { analyseAtHand } from './analyse-at-hand.ts';
import { CommandError } from './command-error.ts';
import type { Invocation, Output } from './command.ts';
import { didYouMean } from '../scopes/did-you-mean.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { mapFiles } from './facts/root-paths.ts';
import { loadCatalogs } from './load-catalogs.ts';

/** `oauth-scopes explain <what>`: what a catalog knows of it, and what the application at hand has to do with it. */
export function run(invocation: Invocation, output: Output): ExitCode {
  const { workingDirectory, values, argument } = invocation;
  const indexes = loadCatalogs(invocation).map(indexCatalog);
  const subjects = findSubjects(argument, indexes);
  if (subjects.length === 0) {
    throw new CommandError(unknownSubject(argument, indexes));
  }
  const status = values.get('status') as RefusalStatus | undefined;
  if (status !== undefined && !subjects.some(isCall)) {
    throw new CommandError(`--status asks why a call is refused, and "${argument}" is none; name a method or an endpoint with its verb`);
  }
  const reports = analyseAtHand(invocation, output, 'only the catalog answers').map(({ analysis }) => analysis.report);
  const explanations = subjects.map((subject) => withChecklist(explain(subject, reports, indexes), subject.index, reports, status));
  output.print(
    values.get('format') === 'json'
      ? toJson(mapFiles({ version: 1, explanations }, (file) => displayPath(file, workingDirectory)))
      : explanations.map((explanation) => explainText(explanation, { workingDirectory, style: output.style })).join('\n\n'),
  );
  return exitCodes.fine;
}

function isCall({ kind }: Pick<Explanation, 'kind'>): boolean {
  return kind === 'method' || kind === 'endpoint';
}

function withChecklist(
  explained: Explanation,
  index: CatalogIndex,
  reports: readonly ApplicationReport[],
  status: RefusalStatus | undefined,
): Explanation {
  return status === undefined || !isCall(explained) ? explained : { ...explained, checklist: refusalChecklist(explained, reports, index, status) };
}

function unknownSubject(argument: string, indexes: readonly CatalogIndex[]): string {
  const nearest = didYouMean(argument, subjectNames(indexes));
  const hint = nearest === undefined ? 'it takes a method, an endpoint with its verb, a scope or a role permission' : `did you mean ${nearest}?`;
  return `no catalog knows "${argument}"; ${hint}`;
}
