import { indexCatalog } from '../catalogs/catalog-index.ts';
import { toJson } from '../report/json.ts';
import { scopesText, searchScopes } from '../report/scopes-text.ts';
import { CommandError } from './command-error.ts';
import type { Invocation, Output } from './command.ts';
import { didYouMean } from '../scopes/did-you-mean.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { loadCatalogs } from './load-catalogs.ts';

/** `oauth-scopes scopes [words]`: the scopes of a provider, or of each, by category. */
export function run(invocation: Invocation, output: Output): ExitCode {
  const { values, argument } = invocation;
  const catalogs = loadCatalogs(invocation);
  const provider = values.get('provider');
  const names = catalogs.map((catalog) => catalog.provider);
  if (provider !== undefined && !names.includes(provider)) {
    const nearest = didYouMean(provider, names);
    throw new CommandError(`there is no catalog of ${provider}; ${nearest === undefined ? `there are ${names.join(', ')}` : `did you mean ${nearest}?`}`);
  }
  const found = catalogs
    .filter((catalog) => provider === undefined || catalog.provider === provider)
    .map((catalog) => indexCatalog(catalog))
    .map((index) => ({ index, scopes: searchScopes(index, argument) }))
    .filter(({ scopes }) => scopes.length > 0);
  if (found.length === 0) {
    throw new CommandError(`no scope has "${argument}" in its name or category`);
  }
  output.print(
    values.get('format') === 'json'
      ? toJson({ version: 1, providers: found.map(({ index: { catalog }, scopes }) => ({ provider: catalog.provider, date: catalog.date, scopes })) })
      : found.map(({ index, scopes }) => scopesText(index, scopes, output.style)).join('\n\n'),
  );
  return exitCodes.fine;
}
