import { mixedApplicationOf } from '../made-applications.mjs';
import { compareProcesses, printTable } from '../print-table.mjs';
import { tools } from '../run-tools.mjs';
import { interleave } from '../statistics.mjs';

export const title = 'ESLint: `recommendedTypeChecked` alone, and with all rules of this package';

export function measure({ runs, files }) {
  const { title: name, directory } = mixedApplicationOf(files);
  const lint = (configuration) => () => tools.eslint(directory, [configuration]);
  const rows = compareProcesses(name, interleave(runs, lint('eslint.peer.config.js'), lint('eslint.config.js')));
  return printTable(['application', 'figure', 'alone', 'with all rules', 'ratio'], rows);
}
