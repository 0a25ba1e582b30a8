import { PassThrough } from 'node:stream';
import { createOutput } from '../../src/cli/output.ts';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { collectText } from '../support/collect-text.ts';
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
  const out = collectText();
  const error = collectText();
  const standardInput = typed === undefined ? {} : { standardInput: () => Object.assign(keyboard(typed), { isTTY: true }) };
  const standardError = typed === undefined ? error.stream : Object.assign(error.stream, { isTTY: true });
  const output = createOutput(out.stream, standardError, { environment: {}, ...standardInput });
  const status = await runCommandLine(words, from === '.' ? directory : `${directory}/${from}`, output);
  return { status, stdout: out.text(), stderr: error.text() };
}

function keyboard(typed: string | null): PassThrough {
  const stream = new PassThrough();
  return typed === null ? stream.end() : (stream.write(typed), stream);
}
