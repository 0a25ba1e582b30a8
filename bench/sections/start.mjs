import { projectRoot } from '../../scripts/project-root.mjs';
import { compare, formats, printTable } from '../print-table.mjs';
import { runNode } from '../run-node.mjs';
import { interleave, median } from '../statistics.mjs';

/** Starting is short, and its variance is large. */
const factor = 5;

export const title = 'Starting: ESLint alone, and with the plugin imported; Node.js alone, and the help of the command line';

export const method = (runs) => `medians of ${runs * factor} interleaved runs, ratios and differences are medians of the pairs`;

export function measure({ runs }) {
  const evaluate = (code) => () => run(['--input-type=module', '--eval', code]);
  const series = {
    "`import 'eslint'`, and the plugin": [evaluate("import 'eslint'"), evaluate("import 'eslint'; import 'eslint-plugin-oauth-scopes'")],
    '`node`, and `oauth-scopes --help`': [evaluate(''), () => run(['dist/src/cli/main.js', '--help'])],
  };
  const rows = Object.entries(series).map(([name, [alone, both]]) => {
    const { a, b } = interleave(runs * factor, alone, both);
    const more = median(a.map((value, index) => b[index] - value));
    return [name, ...compare(a, b, formats.milliseconds), formats.milliseconds(more)];
  });
  return printTable(['what', 'alone', 'with it', 'ratio', 'difference'], rows);
}

function run(words) {
  const { status, output, seconds } = runNode(projectRoot, words);
  if (status !== 0) throw new Error(output);
  return seconds * 1000;
}
