import { resolve } from 'node:path';
import type { CatalogFile } from '../catalogs/catalog.ts';
import { catalogNotes, type CatalogProblem, everyCatalogProblem } from '../catalogs/catalog-problems.ts';
import { block } from '../report/block.ts';
import { counted } from '../report/counted.ts';
import { toJson } from '../report/json.ts';
import type { Invocation, Output } from './command.ts';
import { problemLine } from './command-error.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { readCatalogText } from './read-catalog-file.ts';

/** `oauth-scopes catalog validate <file>`: everything that is wrong with a catalog, each with its place. Ends with 1 when there is any. */
export function run({ argument, values, workingDirectory }: Invocation, output: Output): ExitCode {
  const file = resolve(workingDirectory, argument);
  const text = readCatalogText(file);
  const problems = everyCatalogProblem(text);
  const notes = catalogNotes(text).filter(() => problems.length === 0);
  const at = (problem: CatalogProblem): string => problemLine({ ...problem, file }, workingDirectory).replace(/^oauth-scopes: /, '');
  if (values.get('format') === 'json') {
    output.print(toJson({ version: 1, valid: problems.length === 0, problems, notes }));
  } else if (problems.length === 0) {
    output.print([summary(text, argument), ...block(notes.map(at))].join('\n'));
  } else {
    output.print([...problems.map(at), '', counted(problems.length, 'problem')].join('\n'));
  }
  return problems.length === 0 ? exitCodes.fine : exitCodes.findings;
}

function summary(text: string, file: string): string {
  const { provider, date, scopes, methods, endpoints = [] } = JSON.parse(text.replace(/^\uFEFF/, '')) as CatalogFile;
  const operations = [...methods, ...endpoints];
  const unknown = operations.filter(({ rows }) => !rows.some(({ requires }) => requires !== null)).length;
  const parts = [counted(scopes.length, 'scope'), counted(methods.length, 'method'), counted(endpoints.length, 'endpoint')];
  return `${file} is a valid catalog of ${provider}, of ${date}: ${parts.join(', ')}; what they need is not known of ${unknown}`;
}
