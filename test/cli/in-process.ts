import { PassThrough } from 'node:stream';
import { createOutput } from '../../src/cli/output.ts';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import type { Workspace } from '../support/workspace.ts';
import type { Run } from './command-line.ts';

interface Setting {
  /** Directory below the workspace to work in. */
  readonly from?: string;
  /** What a person types on a terminal; `null` closes it. Without it there is no terminal. */
  readonly typed?: string | null;
}

/** Runs `oauth-scopes` from its sources in this process: a tenth of the time of one of its own, which `oauthScopes` starts. */
export async function runHere({ directory }: Workspace, words: readonly string[], { from = '.', typed }: Setting = {}): Promise<Run> {
  const streams = { out: new PassThrough(), error: new PassThrough() };
  const standardInput = typed === undefined ? {} : { standardInput: () => Object.assign(keyboard(typed), { isTTY: true }) };
  const standardError = typed === undefined ? streams.error : Object.assign(streams.error, { isTTY: true });
  const output = createOutput(streams.out, standardError, { environment: {}, ...standardInput });
  const status = await runCommandLine(words, from === '.' ? directory : `${directory}/${from}`, output);
  const textOf = (stream: PassThrough): string => String((stream.read() as Buffer | null) ?? '');
  return { status, stdout: textOf(streams.out), stderr: textOf(streams.error) };
}

function keyboard(typed: string | null): PassThrough {
  const stream = new PassThrough();
  return typed === null ? stream.end() : (stream.write(typed), stream);
}
