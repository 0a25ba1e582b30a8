import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environmentWithoutGit } from '../support/git.ts';
import type { Workspace } from '../support/workspace.ts';

/** Where a workspace with the built package has the command. */
const command = 'node_modules/eslint-plugin-oauth-scopes/dist/src/cli/main.js';

/** Of a process whose output a test reads: vitest itself forces colours where it has a terminal. */
export function environment(): NodeJS.ProcessEnv {
  return { ...environmentWithoutGit(), FORCE_COLOR: undefined };
}

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `oauth-scopes` in a process of its own. */
export function oauthScopes(
  workspace: Workspace,
  words: readonly string[],
  options: { readonly from?: string; readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {},
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(workspace.directory, command), ...words], {
    cwd: join(workspace.directory, options.from ?? '.'),
    env: { ...environment(), ...options.env },
    encoding: 'utf8',
    ...(options.input === undefined ? {} : { input: options.input }),
  });
  return { status, stdout, stderr };
}

/** Starts `oauth-scopes` and leaves it running: whoever starts it has to end it; `line` waits for the next line of its output. */
export function startOauthScopes(
  workspace: Workspace,
  words: readonly string[],
): {
  readonly line: (pattern: RegExp) => Promise<string>;
  /** Its exit code; `null` when a signal ended it that it did not handle. */
  readonly ended: Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => void;
} {
  const child = spawn(process.execPath, [join(workspace.directory, command), ...words], {
    cwd: workspace.directory,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts);
      waiting.forEach((look) => look());
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.findIndex((line) => pattern.test(line));
          if (found !== -1) {
            waiting.delete(look);
            resolve(lines.splice(0, found + 1).at(-1) ?? '');
          }
        };
        waiting.add(look);
        void ended.then((code) => reject(new Error(`ended with ${code} before ${pattern}: ${lines.join(' | ')}`)));
        look();
      }),
    ended,
    kill: (signal) => {
      child.kill(signal);
    },
  };
}
