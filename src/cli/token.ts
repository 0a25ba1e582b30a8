import { indexCatalog, type CatalogIndex } from '../catalogs/catalog-index.ts';
import { readDeclarations } from '../grants/read-declarations.ts';
import { findProjectRoot } from '../grants/application-directory.ts';
import { projectFileSystem } from '../grants/file-system.ts';
import { MAXIMUM_TOKEN_LENGTH, readToken, type TokenReading } from '../grants/read-token.ts';
import { tokenJson, tokenText, type TokenReport } from '../report/token-text.ts';
import type { Scope } from '../scopes/requirement.ts';
import { judgeToken } from '../verdict/judge-token.ts';
import { list } from '../verdict/phrases.ts';
import { analyseAtHand } from './analyse-at-hand.ts';
import type { AnalysedApplication } from './analyse-workspace.ts';
import { CommandError } from './command-error.ts';
import type { Invocation, Output } from './command.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { loadCatalogs } from './load-catalogs.ts';
import { readStandardInput } from './read-standard-input.ts';
import { asOfDate } from './target.ts';

/**
 * `oauth-scopes token`: reads a token, or a list of scopes, from standard input and holds it against the calls of the application at hand.
 * It is never printed, kept or sent anywhere. Ends with 1 when it has expired, or when a call would be refused.
 */
export async function run(invocation: Invocation, output: Output): Promise<ExitCode> {
  const { workingDirectory, values } = invocation;
  const indexes = loadCatalogs(invocation).map(indexCatalog);
  const isKnown = (word: string): boolean => indexes.some(({ vocabulary }) => vocabulary.has(word));
  const token = readToken(await readStandardInput(MAXIMUM_TOKEN_LENGTH, 'a token'), isKnown);
  if ('problem' in token) {
    throw new CommandError(`standard input ${token.problem}`);
  }
  const scopes = token.kind === 'opaque' ? null : token.scopes;
  const report: TokenReport = {
    token,
    known: [...new Set((scopes ?? []).filter(isKnown))],
    unknown: (scopes ?? []).filter((scope) => !isKnown(scope)).length,
    expired: isPast(token, Date.now()),
    applications: scopes === null ? [] : compare(scopes, analyseAtHand(invocation, output, 'the token is compared with nothing'), invocation),
  };
  output.print(values.get('format') === 'json' ? tokenJson(report, workingDirectory) : tokenText(report, { workingDirectory, style: output.style }));
  return report.expired || report.applications.some(({ refused }) => refused.length > 0) ? exitCodes.findings : exitCodes.fine;
}

function isPast(token: TokenReading, now: number): boolean {
  return 'expires' in token && token.expires !== null && token.expires * 1000 <= now;
}

/** @throws CommandError when none of the scopes belongs to any provider of the applications: it is the token of somebody else. */
function compare(scopes: readonly Scope[], applications: readonly AnalysedApplication[], invocation: Invocation): TokenReport['applications'] {
  const own = scopes.filter((scope) => !applications.some(({ index }) => index.vocabulary.isAlwaysAllowed(scope)));
  const isMeant = ({ vocabulary }: CatalogIndex): boolean => own.length === 0 || own.some((scope) => vocabulary.has(scope));
  const meant = applications.filter(({ index }) => isMeant(index));
  if (meant.length === 0 && applications.length > 0) {
    const providers = [...new Set(applications.map(({ index }) => index.catalog.title))];
    throw new CommandError(`no scope of the token is one of ${list(providers)}, which the application calls: it is a token of another provider`);
  }
  const asOf = asOfDate(invocation);
  return meant.map(({ index, directory, analysis }) => {
    const root = findProjectRoot(directory);
    const { statements } = readDeclarations({ directory, root, catalog: index.catalog, fileSystem: projectFileSystem(root) });
    const question = { index, directory, usage: analysis.usage, statements, ...(asOf === undefined ? {} : { asOf }) };
    return { name: analysis.report.name, provider: index.catalog.provider, ...judgeToken(scopes, question) };
  });
}
