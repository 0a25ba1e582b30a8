/**
 * Text of others as it can be shown: control characters and ends of lines are spaces. Half of a surrogate pair, and marks that turn the
 * direction of writing, which could make a name look like another one, are the character for what cannot be shown.
 */
export function oneLine(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').replaceAll(/[\u202a-\u202e\u2066-\u2069\p{Surrogate}]/gu, '\ufffd');
}
