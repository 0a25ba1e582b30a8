import type { CompilerError } from '../support/workspace.ts';

/**
 * Holds a compiler's errors against the marks of the source lines that they stand in: `//ERR(text)` wants an error whose message, on one
 * line, has the text; every other line wants none. Errors inside the SDK's own declarations are the SDK's.
 *
 * @returns one line for each difference; none if all is as marked
 */
export function differences(files: Readonly<Record<string, string>>, errors: readonly CompilerError[]): string[] {
  const found: string[] = [];
  const own = errors.filter(({ file }) => !/node_modules\/(?:@uipath|purecloud-platform-client-v2)\//.test(file));
  for (const { file, line, message } of own.filter(({ file }) => files[file] === undefined)) {
    found.push(`${file}:${line} is no source file of the test: ${message}`);
  }
  for (const [file, text] of Object.entries(files)) {
    text.split('\n').forEach((source, index) => {
      const messages = own.filter((error) => error.file === file && error.line === index + 1).map(({ message }) => oneLine(message));
      const expected = /\/\/ERR\((.*)\)/.exec(source)?.[1];
      const place = `${file}:${index + 1} ${source.trim()}`;
      if (expected !== undefined && !messages.some((message) => message.includes(expected))) {
        const instead = messages.length === 0 ? 'none' : `only: ${messages.join('; ')}`;
        found.push(`${place}\n  wants an error with that text, and there is ${instead}`);
      } else if (expected === undefined && messages.length > 0) {
        found.push(`${place}\n  has an error: ${messages.join('; ')}`);
      }
    });
  }
  return found;
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ');
}
