import type { Catalog } from '../catalogs/catalog.ts';
import type { Manifest } from '../grants/manifest-file.ts';
import { diffText } from '../report/diff-text.ts';
import { toJson } from '../report/json.ts';
import { diffEnvironments, diffManifests, type ScopeDiff } from '../verdict/scope-diff.ts';
import { list } from '../verdict/phrases.ts';
import { CommandError } from './command-error.ts';
import type { Invocation, Output } from './command.ts';
import { didYouMean } from '../scopes/did-you-mean.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { loadCatalogs } from './load-catalogs.ts';
import { readCurrentManifest, readManifestState } from './read-manifest-state.ts';

/** `oauth-scopes diff`: what a change of a manifest entails. Ends with 0, whether or not anything is different. */
export function run(invocation: Invocation, output: Output): ExitCode {
  const { values } = invocation;
  const { names, diffs } = compare(invocation, loadCatalogs(invocation));
  output.print(
    values.get('format') === 'json' ? toJson({ version: 1, from: names[0], to: names[1], applications: diffs }) : diffText(diffs, names, output.style),
  );
  return exitCodes.fine;
}

interface Compared {
  readonly names: readonly [string, string];
  readonly diffs: readonly ScopeDiff[];
}

function compare({ words = [], values, workingDirectory }: Invocation, catalogs: readonly Catalog[]): Compared {
  const providers = catalogs.map(({ provider }) => provider);
  const environments = values.get('environments');
  if (environments !== undefined) {
    return compareEnvironments(environments.split(','), words, readCurrentManifest(workingDirectory, providers).manifest, catalogs);
  }
  const [from, to, ...others] = words;
  if (from === undefined || others.length > 0) {
    throw new CommandError('diff compares two states of the manifest: oauth-scopes diff <from> [to], each a file or a commit');
  }
  const before = readManifestState(from, workingDirectory, providers);
  const after = to === undefined ? readCurrentManifest(workingDirectory, providers) : readManifestState(to, workingDirectory, providers);
  if (before.manifest === undefined && after.manifest === undefined) {
    throw new CommandError(`neither ${before.name} nor ${after.name} has a manifest`);
  }
  return { names: [before.name, after.name], diffs: diffManifests(before.manifest, after.manifest, catalogs) };
}

function compareEnvironments(named: readonly string[], words: readonly string[], manifest: Manifest, catalogs: readonly Catalog[]): Compared {
  const [before, after, ...others] = named.map((name) => name.trim());
  if (before === undefined || after === undefined || others.length > 0 || words.length > 0) {
    throw new CommandError('--environments takes two names and nothing beside them: oauth-scopes diff --environments staging,production');
  }
  const known = [...new Set(manifest.applications.flatMap(({ environments }) => environments.map(({ name }) => name)))];
  for (const name of [before, after]) {
    if (!known.includes(name)) {
      const nearest = didYouMean(name, known);
      const hint = nearest === undefined ? (known.length === 0 ? 'it has none' : `there are ${list(known)}`) : `did you mean ${nearest}?`;
      throw new CommandError(`no application of the manifest has an environment "${name}"; ${hint}`);
    }
  }
  return { names: [before, after], diffs: diffEnvironments(manifest, before, after, catalogs) };
}
