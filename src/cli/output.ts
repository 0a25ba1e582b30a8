import type { WriteStream } from 'node:tty';
import { oneLine } from '../report/one-line.ts';
import { createStyle } from '../report/style.ts';
import type { Output } from './command.ts';

type Stream = NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY' | 'hasColors' | 'columns'>>;

/** Output to two streams. Colour as `wantsColour` says; progress only on a terminal, where it may be overwritten. */
export function createOutput(standardOutput: Stream, standardError: Stream, environment: NodeJS.ProcessEnv = process.env): Output {
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
    style: createStyle(wantsColour(standardOutput, environment)),
  };
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
