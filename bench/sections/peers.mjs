import { mixedApplicationOf } from '../made-applications.mjs';
import { compareProcesses, printTable } from '../print-table.mjs';
import { tools } from '../run-tools.mjs';
import { interleave } from '../statistics.mjs';

/** What tsc of TypeScript 6 takes stands in the section before. */
const peers = { 'tsc of TypeScript 7': tools.tsc7, knip: tools.knip };

export const title = '`oauth-scopes check` against other tools that read a whole project';

export function measure({ runs, files }) {
  const { title: name, directory } = mixedApplicationOf(files);
  const rows = Object.entries(peers).flatMap(([peer, run]) => {
    const [time, memory] = compareProcesses(peer, interleave(runs, () => run(directory), () => tools.check(directory)));
    // TypeScript 7 works in a process that its Node.js process starts, whose memory is not to be had here.
    return run === tools.tsc7 ? [time] : [time, memory];
  });
  return printTable([`on ${name}, against`, 'figure', 'the peer', '`oauth-scopes check`', 'ratio'], rows);
}
