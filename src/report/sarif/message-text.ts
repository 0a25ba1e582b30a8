/**
 * Text as a message of SARIF has it (2.1.0, sections 3.11.5 and 3.11.6): braces are doubled, as single ones hold placeholders, and brackets
 * that would make a link have a backslash before them.
 */
export function messageText(text: string): string {
  const braces = text.replaceAll('{', '{{').replaceAll('}', '}}');
  return braces.includes('](') ? braces.replaceAll('\\', '\\\\').replaceAll('[', '\\[').replaceAll(']', '\\]') : braces;
}
