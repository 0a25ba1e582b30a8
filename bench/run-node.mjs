import { spawnSync } from 'node:child_process';

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
