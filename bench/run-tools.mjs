import { fileURLToPath } from 'node:url';
import { projectRoot } from '../scripts/project-root.mjs';
import { commandLine } from './make-applications.mjs';
import { runNode, runNodeMeasured } from './run-node.mjs';

/**
 * Whole processes on an application: seconds and largest resident size. A tool may find something to complain about, but has to work.
 *
 * @typedef {{ seconds: number, megabytes: number }} Cost
 * @type {Readonly<Record<string, (directory: string, words?: readonly string[]) => Cost>>}
 */
export const tools = {
  tsc6: (directory) => runTool(directory, ['node_modules/typescript/bin/tsc', '-p', '.'], [0]),
  tsc7: (directory) => runTool(directory, ['node_modules/typescript-7/bin/tsc', '-p', '.'], [0]),
  check: (directory, words = []) => runTool(directory, [commandLine, 'check', ...words], [0, 1]),
  knip: (directory) => runTool(directory, ['node_modules/knip/bin/knip.js'], [0, 1]),
  eslint: (directory, [configuration]) => runTool(directory, ['node_modules/eslint/bin/eslint.js', '--config', configuration, 'src'], [0, 1]),
};

function runTool(directory, words, expected) {
  const run = runNodeMeasured(directory, words);
  if (!expected.includes(run.status)) throw new Error(`${words[0]} failed in ${directory}:\n${run.output.slice(0, 2000)}`);
  return run;
}

/**
 * What a script of this folder prints.
 * @param {string} name
 * @param {readonly string[]} words
 */
export function runScript(name, words) {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const { status, output } = runNode(projectRoot, [script, ...words]);
  if (status !== 0) throw new Error(`${name} failed:\n${output}`);
  return output.trim();
}
