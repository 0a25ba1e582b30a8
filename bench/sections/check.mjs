import { applicationOf, mixedApplicationOf } from '../made-applications.mjs';
import { compare, compareProcesses, formats, printTable } from '../print-table.mjs';
import { tools } from '../run-tools.mjs';
import { interleave } from '../statistics.mjs';

export const title = '`oauth-scopes check` against `tsc` (TypeScript 6, whole processes, on the application that has adopted the package)';

export function measure({ runs, applications, files }) {
  const mixed = mixedApplicationOf(files);
  const targets = [
    ...applications.map(([provider, callSites]) => applicationOf(provider, callSites)).map(({ title: name, overlay }) => [name, overlay]),
    [mixed.title, mixed.directory],
  ];
  const rows = targets.flatMap(([name, directory]) => {
    const cached = [];
    const cold = interleave(runs, () => tools.tsc6(directory), () => {
      const run = tools.check(directory);
      cached.push(tools.check(directory, ['--cache']).seconds);
      return run;
    });
    // The first of them had nothing to go back to, as that round has no pair.
    const again = compare(cold.a.map((run) => run.seconds), cached.slice(1), formats.seconds);
    return [...compareProcesses(name, cold), [name, 'time with `--cache`, nothing changed', ...again]];
  });
  return printTable(['application', 'figure', '`tsc`', '`oauth-scopes check`', 'ratio'], rows);
}
