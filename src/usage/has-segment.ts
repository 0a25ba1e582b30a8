/** `orchestrator_` as a segment of a path, not as a part of a longer name. */
export function hasSegment(text: string, segment: string): boolean {
  for (let at = text.indexOf(segment); at !== -1; at = text.indexOf(segment, at + 1)) {
    if (!WORD.test(text[at - 1] ?? '') && !WORD.test(text[at + segment.length] ?? '')) {
      return true;
    }
  }
  return false;
}

const WORD = /[\w-]/;
