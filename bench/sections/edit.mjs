import { applicationOf, mixedApplicationOf } from '../made-applications.mjs';
import { compare, formats, printTable } from '../print-table.mjs';
import { runScript } from '../run-tools.mjs';
import { median } from '../statistics.mjs';

export const title = 'Analysis in an editor: after an edit of one file, against the first one';

export const method = (runs) => `medians of ${runs} processes with five edits each`;

export function measure({ runs, applications, files }) {
  const mixed = mixedApplicationOf(files);
  const targets = [
    ...applications.map(([provider, callSites]) => [provider, applicationOf(provider, callSites)]).map(([provider, made]) => [made.title, provider, made.overlay]),
    [mixed.title, 'uipath', mixed.directory],
  ];
  const rows = targets.map(([name, provider, directory]) => {
    const rounds = Array.from({ length: runs }, () => JSON.parse(runScript('measure-edit.mjs', [directory, provider, '5'])));
    return [name, ...compare(rounds.map(({ first }) => first), rounds.map(({ after }) => median(after)), formats.milliseconds)];
  });
  return printTable(['application', 'first', 'after an edit', 'ratio'], rows);
}
