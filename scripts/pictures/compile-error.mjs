import { programs, run } from '../../examples/example-application.mjs';
import { terminalPicture } from './terminal-picture.mjs';

/** Files of the example whose errors are shown: one on a returned object, one on a service. All seven would be too tall. */
const SHOWN = ['src/components/TaskInbox.tsx', 'src/services/loadQueues.ts'];

/**
 * What tsc says of the example once its scopes are registered.
 * @param {string} directory the example, with everything installed
 * @returns {string} SVG
 */
export function pictureCompileError(directory) {
  const sync = run(directory, programs.oauthScopes, ['sync']);
  const tsc = run(directory, programs.tsc, ['-p', 'tsconfig.app.json', '--pretty']);
  // An error ends with the line that marks its place; after the last one comes a table.
  const errors = tsc.output
    .split(/\n(?=\u001b\[96m)/)
    .filter((block) => block.startsWith('\u001b[96m'))
    .map((block) => block.slice(0, block.indexOf('\n', block.indexOf('~'))));
  const shown = errors.filter((block) => SHOWN.some((file) => block.includes(file)));
  if (shown.length !== SHOWN.length) {
    throw new Error(`tsc was to report one error in each of ${SHOWN.join(' and ')}, and printed:\n${tsc.output}`);
  }
  const summary = /Found \d+ errors in \d+ files/.exec(tsc.output)?.[0];
  const between = `\u001b[90m… ${errors.length - shown.length} more …\u001b[0m`;
  const text = [
    '\u001b[90m$\u001b[0m npx oauth-scopes sync', sync.stdout.trimEnd(), '',
    '\u001b[90m$\u001b[0m npx tsc -p tsconfig.app.json', ...shown.map((block) => `${block}\n`), between, '', summary,
  ].join('\n');
  return terminalPicture(text, 'tsc refuses calls of the SDK that the declared scopes do not cover, and names the scope that is missing');
}
