/** A text of the user's between quotation marks, in one line of a message whatever it holds. */
export function quote(text: string): string {
  return JSON.stringify(text);
}
