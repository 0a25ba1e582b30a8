import { runNode } from './run-node.mjs';

const figures = {
  instantiations: /^Instantiations:\s+(\d+)/m,
  checkSeconds: /^Check time:\s+([\d.]+)s/m,
  totalSeconds: /^Total time:\s+([\d.]+)s/m,
  memoryMegabytes: /^Memory used:\s+(\d+)K/m,
};

/**
 * Type-checks an application once.
 *
 * @param {string} directory
 * @param {'typescript' | 'typescript-7'} compiler
 * @returns {Record<keyof typeof figures, number>} what the compiler says of itself (`--extendedDiagnostics`)
 * @throws when the application does not compile: the figures of a failed run would compare different work
 */
export function measureCompiler(directory, compiler) {
  const { status, output } = runNode(directory, [`node_modules/${compiler}/bin/tsc`, '-p', '.', '--extendedDiagnostics', '--pretty', 'false']);
  if (status !== 0) throw new Error(`${compiler} does not compile ${directory}:\n${output.slice(0, 2000)}`);
  const measured = Object.entries(figures).map(([name, pattern]) => [name, Number(pattern.exec(output)?.[1])]);
  const result = Object.fromEntries(measured);
  return { ...result, memoryMegabytes: result.memoryMegabytes / 1024 };
}
