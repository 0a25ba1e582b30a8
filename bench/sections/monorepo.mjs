import { runScript } from '../run-tools.mjs';

export const title = 'A monorepo of 20 packages: `facts` of each and `merge`, from nothing and after a change in one';

export function measure({ runs }) {
  return `\`\`\`text\n${runScript('measure-monorepo.mjs', ['--rounds', String(Math.ceil(runs / 3))])}\n\`\`\``;
}
