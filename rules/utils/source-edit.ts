import type { TextStretch } from '../../src/grants/declaration.ts';
import { forwardSlashes } from '../../src/grants/file-system.ts';
import { isName, listElementAt } from './list-element.ts';
import { coordinatesOf } from './coordinates.ts';
import type { LintedFile } from './linted-file.ts';
import type { WrittenText } from './scope-strings.ts';

/** A change to a scope string: `text` takes the place of `start`..`end` (offsets into the string, end exclusive). */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A change to the linted file. */
export interface SourceEdit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/**
 * What to change in the file so that a scope string changes as wished, while it stays what it is: one literal in its quotes, a template, an
 * array of strings, the keys of an object. `null` where that cannot be: the range lies in another file, reaches from one literal into the
 * next, or its text would have to be escaped, or put into quotes.
 */
export function sourceEdit(string: WrittenText, edit: TextEdit, file: LintedFile): SourceEdit | null {
  const written = writtenRange(string, edit, file);
  if (written === null || NEEDS_ESCAPING.test(edit.text)) {
    return null;
  }
  const element = edit.text === '' ? listElementAt(written.range, file) : null;
  if (element !== null) {
    return { range: element.removal, text: '' };
  }
  return written.complete && !isName(written.range, file) ? { range: written.range, text: edit.text } : null;
}

/** No catalog has a scope with such a character, though the standard lets a scope have some of them. */
const NEEDS_ESCAPING = /["'`\\$\r\n]/;

interface WrittenRange {
  readonly range: readonly [number, number];
  /** The range in the file means the whole range of the string. Otherwise the rest of it, such as the joint of an array, stands nowhere. */
  readonly complete: boolean;
}

/** The one run of characters in the linted file that a range of the string comes from. */
function writtenRange(string: WrittenText, { start, end }: TextEdit, { filename, sourceCode }: LintedFile): WrittenRange | null {
  const { text, stretches = [] } = string;
  const isHere = ({ place }: TextStretch): boolean => place.file === forwardSlashes(filename);
  const overlapping = stretches.filter((stretch) => stretch.start < end && stretch.end > start);
  if (overlapping.some((stretch) => !isHere(stretch) || endsWithin(stretch, start, end))) {
    return null;
  }
  // A line break of a template is in no stretch, so that those beside the range belong to it, though with nothing of their own.
  const touching = stretches.filter((stretch) => stretch.start <= end && stretch.end >= start && isHere(stretch));
  const runs = touching.map((stretch) => runOf(stretch, start, end, sourceCode)).reduce<Run[]>((joined, next) => {
    const last = joined.at(-1);
    const isContinued = last !== undefined && textBetween(last, next, sourceCode) === text.slice(last.end, next.start);
    return isContinued ? [...joined.slice(0, -1), { ...last, end: next.end, range: [last.range[0], next.range[1]] }] : [...joined, next];
  }, []);
  const [run, ...others] = runs.filter((candidate) => candidate.start < candidate.end);
  return run === undefined || others.length > 0 ? null : { range: run.range, complete: run.start === start && run.end === end };
}

/** A part of the string, and where it stands in the file. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly range: readonly [number, number];
}

function runOf(stretch: TextStretch, from: number, to: number, sourceCode: LintedFile['sourceCode']): Run {
  const [first, last] = coordinatesOf(sourceCode).range(stretch.place);
  const start = Math.max(stretch.start, from);
  const end = Math.min(stretch.end, to);
  if (stretch.verbatim) {
    return { start, end, range: [first + start - stretch.start, first + end - stretch.start] };
  }
  return { start, end, range: start === end ? (start === stretch.start ? [first, first] : [last, last]) : [first, last] };
}

/** Nothing between two parts of one line, the line break between two lines of a template; `null` where the second stands first. */
function textBetween(left: Run, right: Run, sourceCode: LintedFile['sourceCode']): string | null {
  return left.range[1] > right.range[0] ? null : sourceCode.text.slice(left.range[1], right.range[0]).replaceAll(/\r\n?/g, '\n');
}

/** The range ends among the characters that one escape stands for. */
function endsWithin(stretch: TextStretch, start: number, end: number): boolean {
  return !stretch.verbatim && (stretch.start < start || stretch.end > end);
}
