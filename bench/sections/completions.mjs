import { applicationOf } from '../made-applications.mjs';
import { compare, formats, printTable } from '../print-table.mjs';
import { runScript } from '../run-tools.mjs';

/** Where completions are asked for, and a member that must be among them: a usual service, and the largest Api class (313 methods). */
const places = {
  uipath: ['await service.getAll(', 'getAll'],
  genesys: ['service: platformClient.ConversationsApi', 'getConversation'],
};

export const title = 'Completions after `service.`, following an edit (TypeScript 6 language service)';

export const method = (runs) => `medians of ${runs * 3} interleaved runs, ratios are medians of the pairs`;

export function measure({ runs, applications }) {
  const rows = applications.map(([provider, callSites]) => {
    const { title: name, raw, overlay } = applicationOf(provider, callSites);
    const times = JSON.parse(runScript('measure-completions.mjs', [raw, overlay, String(runs * 3), ...places[provider]]));
    return [name, ...compare(times.raw, times.overlay, formats.milliseconds)];
  });
  return printTable(['application', 'SDK alone', 'with the package', 'ratio'], rows);
}
