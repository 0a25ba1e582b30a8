import type { WriteStream } from 'node:tty';
import { createStyle } from '../report/style.ts';
import type { Output } from './command.ts';

type Stream = NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY' | 'hasColors'>>;

/** Output to two streams. Colour only on a terminal that has it, and never with NO_COLOR (https://no-color.org) set. */
export function createOutput(standardOutput: Stream, standardError: Stream): Output {
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
        standardError.write(text);
        progressShown = true;
      }
    },
    style: createStyle(standardOutput.isTTY === true && standardOutput.hasColors?.() === true && !process.env['NO_COLOR']),
  };
}
