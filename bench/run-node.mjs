import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const reportMemory = fileURLToPath(new URL('report-memory.mjs', import.meta.url));

/**
 * Runs a program with Node.js and waits for it.
 * @param {string} directory
 * @param {readonly string[]} args path of the program, relative to the directory, and its arguments
 * @returns {{ status: number | null, output: string, seconds: number }}
 */
export function runNode(directory, args) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: directory, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return { status, output: stdout + stderr, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
}

/**
 * The same, with the largest resident size of the process.
 * @returns {{ status: number | null, output: string, seconds: number, megabytes: number }}
 */
export function runNodeMeasured(directory, args) {
  const run = runNode(directory, ['--import', reportMemory, ...args]);
  return { ...run, megabytes: Number(/^maximum resident size: (\d+)$/m.exec(run.output)?.[1]) / 1024 };
}
