import { runScript } from '../run-tools.mjs';

export const title = 'Looking up what a request needs, by the number of path templates';

export function measure() {
  return `\`\`\`text\n${runScript('measure-look-up.mjs', ['--rounds', '5'])}\n\`\`\``;
}
