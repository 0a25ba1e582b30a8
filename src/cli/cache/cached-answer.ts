import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProjectRoot } from '../../grants/application-directory.ts';
import type { Invocation } from '../command.ts';
import { packageRoot, packageVersion } from '../package-root.ts';
import { readTextFile } from '../read-text-file.ts';
import { targetOf } from '../target.ts';
import { writeFileAtomically } from '../write-file.ts';
import { createInputRecorder, isUnchanged, type InputRecord, type InputRecorder } from './input-record.ts';

/**
 * With `--cache`, the answer of the last run, if nothing that it was read from has changed since; else a new one, which is kept for the next
 * run. Where the application has no node_modules, or it cannot be written to, nothing is kept.
 * @param command the command's name and the form of its answer: answers of another one are never taken for it
 * @param compute tells the recorder, where there is one, of everything that it reads
 * @returns what `compute` returns: plain data
 */
export function cachedAnswer<Answer>(
  invocation: Invocation,
  command: string,
  compute: (recorder: InputRecorder | undefined) => Answer,
): Answer {
  const file = invocation.flags.has('cache') ? cacheFile(invocation, command) : undefined;
  if (file === undefined) {
    return compute(undefined);
  }
  const kept = readKept<Answer>(file);
  if (kept !== undefined) {
    return kept.answer;
  }
  const recorder = createInputRecorder();
  const answer = compute(recorder);
  const inputs = recorder.finish();
  if (inputs !== undefined) {
    keep(file, { inputs, answer });
  }
  return answer;
}

interface Kept<Answer> {
  readonly inputs: InputRecord;
  readonly answer: Answer;
}

function readKept<Answer>(file: string): Kept<Answer> | undefined {
  try {
    const kept = JSON.parse(readTextFile(file) ?? 'null') as Kept<Answer> | null;
    return kept !== null && isUnchanged(kept.inputs) ? kept : undefined;
  } catch {
    // Somebody else's file, or half of one: as good as none.
    return undefined;
  }
}

function keep(file: string, kept: Kept<unknown>): void {
  try {
    writeFileAtomically(file, JSON.stringify(kept));
  } catch {
    // A cache that cannot be written is no reason to fail.
  }
}

/** Where tools keep such files; one for each question that can be asked. */
function cacheFile(invocation: Invocation, command: string): string | undefined {
  const { directory, configuration } = targetOf(invocation);
  const modules = findModules(directory);
  const catalog = invocation.values.get('catalog');
  // A catalog of one's own is read before any recorder is told of it.
  if (modules === undefined || catalog !== undefined) {
    return undefined;
  }
  const values = [...invocation.values].filter(([name]) => name !== 'format' && name !== 'out').sort();
  const question = [command, packageVersion(), buildTime(), directory, configuration, findProjectRoot(directory), values];
  const name = createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 32);
  return join(modules, '.cache', 'oauth-scopes', `${name}.json`);
}

function findModules(directory: string): string | undefined {
  const modules = join(directory, 'node_modules');
  const parent = dirname(directory);
  return existsSync(modules) ? modules : parent === directory ? undefined : findModules(parent);
}

/** Newest change of this package's own code, in milliseconds: whoever works on it, or links it, has one version for many states of it. */
function buildTime(): number {
  const code = join(packageRoot, 'dist', 'src');
  const files = existsSync(code) ? readdirSync(code, { recursive: true, encoding: 'utf8' }) : [];
  return files.reduce((newest, file) => Math.max(newest, statSync(join(code, file)).mtimeMs), 0);
}
