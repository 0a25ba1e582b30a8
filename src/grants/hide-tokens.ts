import type { LocatedText } from './located-text.ts';

/**
 * A text of scopes without the access tokens and keys that somebody has pasted in their place: messages, reports and caches repeat what stands
 * there. The word that stands for one reads as a placeholder, so that nothing is concluded from it and no fix writes it; which character of the
 * file is which is not known any more.
 */
export function hideTokens<Text extends LocatedText>(located: Text): Text {
  const words = located.text.split(/([\s,]+)/);
  return words.some(isToken) ? { ...located, text: words.map((word) => (isToken(word) ? HIDDEN : word)).join(''), stretches: [] } : located;
}

const HIDDEN = '<a-token-that-is-not-shown>';

/** A JSON Web Token, signed or encrypted; or letters and digits of which no scope has so many, as opaque tokens are. A doubled key may stand before. */
function isToken(word: string): boolean {
  const value = word.replace(/^(?:[A-Za-z_]\w*=)+(?=[^=])/, '');
  return /^eyJ[\w-]*\.[\w-]+\./.test(value) || (/^(?:[a-z]{1,6}_)?[A-Za-z\d+/]{40,}={0,2}$/.test(value) && value.replaceAll(/\D/g, '').length >= 6);
}
