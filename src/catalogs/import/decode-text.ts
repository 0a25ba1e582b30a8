import { isUtf8 } from 'node:buffer';
import { ImportError } from './import-error.ts';

/**
 * The text of a file in UTF-8, without a byte order mark.
 * @throws ImportError when the bytes are not UTF-8, with the first line that shows it
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new ImportError({ line: 1, message: `is UTF-16; ${SAVE_AS}` });
  }
  if (!isUtf8(bytes)) {
    throw new ImportError({ line: firstLineThatIsNot(bytes), message: `is not UTF-8; ${SAVE_AS}` });
  }
  const text = new TextDecoder().decode(bytes);
  const zero = text.indexOf('\0');
  if (zero !== -1) {
    throw new ImportError({ line: text.slice(0, zero).split('\n').length, message: 'holds a zero byte: it is no text' });
  }
  return text;
}

const SAVE_AS = 'save it as UTF-8 and import it again';

/** No byte of a longer character is a line feed, so that lines can be looked at one by one. */
function firstLineThatIsNot(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    if (!isUtf8(bytes.subarray(start, end === -1 ? bytes.length : end))) {
      return line;
    }
    if (end === -1) {
      break;
    }
    start = end + 1;
  }
  return line;
}
