import { type JSONVisitor, type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import { quote } from '../../../scopes/quote.ts';
import { ImportError } from '../import-error.ts';
import { createLineNotes, DEEPEST, DEEPEST_NOTED, type LocatedDocument } from './located-document.ts';

/**
 * Reads JSON. The value comes from `JSON.parse`; a visitor notes the lines, so that no tree of the file is ever in memory.
 * @throws ImportError for a syntax error, a key that an object has twice, and a file nested more than 200 levels deep
 */
export function readJsonDocument(text: string): LocatedDocument {
  const notes = createLineNotes();
  /** What is open, from the outside in: the key of each, which is none in an array. */
  const levels: { readonly isArray: boolean; readonly key: string | undefined }[] = [];
  let name = '';
  const open = (line: number, isArray: boolean): void => {
    levels.push({ isArray, key: levels.at(-1)?.isArray === false ? name : undefined });
    if (levels.length > DEEPEST) {
      throw new ImportError({ line: line + 1, message: `is nested more than ${DEEPEST} levels deep` });
    }
  };
  const close = (): void => void levels.pop();
  const visitor: JSONVisitor = {
    onObjectBegin: (_offset, _length, line) => open(line, false),
    onArrayBegin: (_offset, _length, line) => open(line, true),
    onObjectEnd: close,
    onArrayEnd: close,
    onObjectProperty(property, _offset, _length, line) {
      name = property;
      const keys = levels.length > DEEPEST_NOTED ? [undefined] : levels.slice(1).map(({ key }) => key);
      if (keys.every((key) => key !== undefined)) {
        const before = notes.note([...keys, property], line + 1);
        if (before !== undefined) {
          throw new ImportError({ line: line + 1, message: `has the key ${quote(property.slice(0, 80))} again, which stands on line ${before}, too` });
        }
      }
    },
    onError(error, _offset, _length, line) {
      throw new ImportError({ line: line + 1, message: `is not valid JSON: ${describe(error)}` });
    },
  };
  visit(text, visitor, { disallowComments: true, allowTrailingComma: false });
  return { value: parse(text), lineOf: (at) => notes.lineOf(at) };
}

/** What the visitor lets pass and `JSON.parse` does not, such as a line feed inside of a string. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ImportError({ message: `is not valid JSON: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}` });
  }
}

/** `CommaExpected` as "comma expected". */
function describe(code: ParseErrorCode): string {
  return printParseErrorCode(code).replaceAll(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}
