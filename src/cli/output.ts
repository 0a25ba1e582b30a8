import { createInterface } from 'node:readline/promises';
import type { WriteStream } from 'node:tty';
import { oneLine } from '../report/one-line.ts';
import { createStyle } from '../report/style.ts';
import type { Output } from './command.ts';

type Stream = NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY' | 'hasColors' | 'columns'>>;

interface OutputOptions {
  readonly environment?: NodeJS.ProcessEnv;
  /** Where answers come from. It is opened when somebody is to be asked; without it nobody is. */
  readonly standardInput?: () => NodeJS.ReadableStream & { readonly isTTY?: boolean };
}

/**
 * Output to two streams. Colour as `wantsColour` says; progress only on a terminal, where it may be overwritten. Questions stand on standard
 * error, and are asked where that and standard input are terminals.
 */
export function createOutput(
  standardOutput: Stream,
  standardError: Stream,
  { environment = process.env, standardInput }: OutputOptions = {},
): Output {
  let progressShown = false;
  const clearProgress = () => {
    if (progressShown) {
      standardError.write('\r\u001b[K');
      progressShown = false;
    }
  };
  return {
    print(text) {
      clearProgress();
      standardOutput.write(`${text}\n`);
    },
    note(text) {
      clearProgress();
      standardError.write(`${text}\n`);
    },
    progress(text) {
      if (standardError.isTTY === true) {
        clearProgress();
        // A line that wraps could not be taken away again.
        standardError.write(oneLine(text).slice(0, (standardError.columns ?? 80) - 1));
        progressShown = true;
      }
    },
    asker() {
      const input = standardError.isTTY === true ? standardInput?.() : undefined;
      return input?.isTTY === true ? (question) => ask(question, input, standardError, clearProgress) : undefined;
    },
    style: createStyle(wantsColour(standardOutput, environment)),
  };
}

/** An input that ends, and Ctrl+C, are no answer: `question` alone would wait for one forever. */
async function ask(question: string, input: NodeJS.ReadableStream, output: NodeJS.WritableStream, before: () => void): Promise<string> {
  before();
  const reader = createInterface({ input, output });
  const ended = new Promise<string>((resolve) => {
    reader.once('close', () => resolve(''));
    reader.once('SIGINT', () => reader.close());
  });
  try {
    return await Promise.race([reader.question(question), ended]);
  } finally {
    reader.close();
  }
}

/**
 * Colour on a terminal that has it, unless NO_COLOR is set (https://no-color.org). FORCE_COLOR comes before both, as in Node.js itself: colour
 * also in a file or a CI log, and with 0 or false none.
 */
export function wantsColour(stream: Stream, { FORCE_COLOR: forced, NO_COLOR: refused }: NodeJS.ProcessEnv): boolean {
  if (forced !== undefined) {
    return forced !== '0' && forced !== 'false';
  }
  return stream.isTTY === true && stream.hasColors?.() === true && !refused;
}
