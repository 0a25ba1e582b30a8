import { runScript } from '../run-tools.mjs';

const rounds = 5;

export const title = 'Looking up what a request needs, by the number of path templates';

export const method = () => `medians over all requests of a table, of ${rounds} rounds`;

export function measure() {
  return `\`\`\`text\n${runScript('measure-look-up.mjs', ['--rounds', String(rounds)])}\n\`\`\``;
}
