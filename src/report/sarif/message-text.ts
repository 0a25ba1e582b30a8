/**
 * Text as a plain message of SARIF has it (2.1.0, sections 3.11.5 and 3.11.6): braces are doubled, as single ones hold placeholders, and
 * brackets that would make a link have a backslash before them. Any other bracket or backslash stands for itself, unless what is written
 * looks like such a pair, which viewers read as one.
 */
export function messageText(text: string): string {
  const braces = text.replaceAll('{', '{{').replaceAll('}', '}}');
  return NEEDS_BACKSLASHES.test(braces) ? braces.replaceAll(/[\\[\]]/g, String.raw`\$&`) : braces;
}

const NEEDS_BACKSLASHES = /\]\(|\\[\\[\]]/;
