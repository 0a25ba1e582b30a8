import { runScript } from '../run-tools.mjs';

export const title = 'A monorepo of 20 packages: `facts` of each and `merge`, from nothing and after a change in one';

export const method = (runs) => (roundsOf(runs) === 1 ? 'one round' : `medians of ${roundsOf(runs)} rounds`);

export function measure({ runs }) {
  return `\`\`\`text\n${runScript('measure-monorepo.mjs', ['--rounds', String(roundsOf(runs))])}\n\`\`\``;
}

/** Each takes twenty processes and more. */
function roundsOf(runs) {
  return Math.ceil(runs / 3);
}
