/** A piece of text about scopes. */
export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'or' }
  | { readonly kind: 'and' }
  | { readonly kind: 'comma' }
  | { readonly kind: 'slash' }
  | { readonly kind: 'noise' }
  | { readonly kind: 'parenthesis'; readonly inside: readonly Token[] };

/** Splits text at white space, commas and parentheses. A parenthesis that does not pair is passed over. */
export function tokenize(text: string): readonly Token[] {
  const levels: Token[][] = [[]];
  for (const [piece] of text.replace(/\.\s*$/, '').matchAll(/[,;()]|[^\s,;()]+/g)) {
    if (piece === '(' && levels.length < DEEPEST) {
      levels.push([]);
    } else if (piece === ')') {
      const inside = levels.length > 1 ? levels.pop() : undefined;
      if (inside !== undefined) {
        levels.at(-1)?.push({ kind: 'parenthesis', inside });
      }
    } else {
      levels.at(-1)?.push(classify(piece));
    }
  }
  return levels.flat();
}

/** Printable ASCII without the space, the quotation mark and the backslash (RFC 6749, section 3.3), and not punctuation alone. */
export function isScopeToken(text: string): boolean {
  return /^[\x21\x23-\x5B\x5D-\x7E]+$/.test(text) && /[A-Za-z0-9]/.test(text);
}

/** Has the form of a scope and of no word: parts with a sign between them, as `OR.Jobs`, `users:readonly`, `chat_write`. */
export function scopePart(text: string): boolean {
  return /[A-Za-z0-9][.:/_][A-Za-z0-9]/.test(text) || /^[a-z]+(?:-[a-z]+)+$/.test(text);
}

const DEEPEST = 20;

const WORDS: ReadonlyMap<string, Token> = new Map([
  ...['or', '|', '||'].map((word): [string, Token] => [word, { kind: 'or' }]),
  ...['and', '+', '&', '&&'].map((word): [string, Token] => [word, { kind: 'and' }]),
  ...[',', ';', '·', '•'].map((word): [string, Token] => [word, { kind: 'comma' }]),
  ...['scope', 'scopes'].map((word): [string, Token] => [word, { kind: 'noise' }]),
  ['/', { kind: 'slash' }],
]);

function classify(piece: string): Token {
  return WORDS.get(piece.toLowerCase()) ?? { kind: 'word', text: piece.replace(/^["'“‘]|["'”’]$/g, '') };
}
