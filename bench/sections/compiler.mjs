import { applicationOf } from '../made-applications.mjs';
import { measureCompiler } from '../measure-compiler.mjs';
import { compare, formats, printTable } from '../print-table.mjs';
import { interleave } from '../statistics.mjs';

const compilers = { 'TypeScript 6': 'typescript', 'TypeScript 7': 'typescript-7' };
const figures = [
  ['total time', 'totalSeconds', formats.seconds],
  ['check time', 'checkSeconds', formats.seconds],
  ['memory', 'memoryMegabytes', formats.megabytes],
  ['instantiations', 'instantiations', formats.count],
];

export const title = 'The compiler';

export function measure({ runs, applications }) {
  const rows = applications.flatMap(([provider, callSites]) => {
    const { title: name, raw, overlay } = applicationOf(provider, callSites);
    return Object.entries(compilers).flatMap(([compiler, folder]) => {
      const { a, b } = interleave(runs, () => measureCompiler(raw, folder), () => measureCompiler(overlay, folder));
      return figures.map(([figure, key, format]) => [name, compiler, figure, ...compare(a.map((run) => run[key]), b.map((run) => run[key]), format)]);
    });
  });
  return printTable(['application', 'compiler', 'figure', 'SDK alone', 'with the package', 'ratio'], rows);
}
