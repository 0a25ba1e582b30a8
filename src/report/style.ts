/** Marks pieces of text for a terminal. Without colour every function returns its text unchanged. */
export interface Style {
  heading(text: string): string;
  faint(text: string): string;
  finding(text: string): string;
  caution(text: string): string;
  good(text: string): string;
}

export function createStyle(colour: boolean): Style {
  const wrap = (open: number, close: number) => (text: string) => (colour && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text);
  return {
    heading: wrap(1, 22),
    faint: wrap(2, 22),
    finding: wrap(31, 39),
    caution: wrap(33, 39),
    good: wrap(32, 39),
  };
}
