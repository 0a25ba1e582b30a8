import { describe, expect, it } from 'vitest';
import { builtInCatalog, providers } from '../../src/catalogs/built-in.ts';
import { hideTokens } from '../../src/grants/hide-tokens.ts';
import { unlocatedText } from '../../src/grants/located-text.ts';

const hidden = '<a-token-that-is-not-shown>';
const shown = (text: string): string => hideTokens(unlocatedText(text)).text;

describe('a token where scopes belong', () => {
  it.each([
    ['a JSON Web Token', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl'],
    ['one without a signature', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'],
    ['an encrypted one', 'eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn'.replace('..', '.a2V5.')],
    ['an opaque one', 'rt_5F0C6A1B2D3E4F5061728394A5B6C7D8E9F00112233445566778899AABBCCDDE'],
    ['a key in base64', 'c2VjcmV0LWtleS0xMjM0NTY3ODkwLXNlY3JldC1rZXk0NTY3ODkwMTIz='],
    ['one of forty characters, of which six are digits', `${'x'.repeat(34)}123456`],
    ['one that is padded', `${'x'.repeat(34)}123456==`],
    ['behind several keys', 'export_X=UIPATH_SCOPE=eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl'],
    ['behind a doubled key', 'UIPATH_SCOPE=eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl'],
  ])('%s is not shown, and what stands beside it is', (_name, token) => {
    expect(shown(`OR.Tasks  ${token},OR.Jobs`)).toBe(`OR.Tasks  ${hidden},OR.Jobs`);
  });

  it.each(providers())('no scope of %s is taken for one', (provider) => {
    const names = (builtInCatalog(provider)?.scopes ?? []).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => shown(name) !== name)).toEqual([]);
  });

  it.each([
    ['of thirty-nine characters', `${'x'.repeat(33)}123456`],
    ['with five digits', `${'x'.repeat(35)}12345`],
    ['with something before it', `:${'x'.repeat(34)}123456`],
    ['with something behind it', `${'x'.repeat(34)}123456===`],
    ['that looks like a JSON Web Token from its middle on', 'scope-eyJa.b.c'],
    ['with a key that begins in its middle', `-a=${'x'.repeat(34)}123456`],
  ])('a word %s is shown', (_name, word) => {
    expect(shown(`OR.Tasks\n${word} PIMS`)).toBe(`OR.Tasks\n${word} PIMS`);
  });

  it('white space around a token stays, and no character of the file is told', () => {
    const { text, stretches } = hideTokens(unlocatedText(`a ,\t${'x'.repeat(34)}123456`));
    expect({ text, stretches }).toEqual({ text: `a ,\t${hidden}`, stretches: [] });
  });

  it('other words stay as they are', () => {
    for (const text of ['', 'OR.Tasks OR.Jobs', 'https://www.googleapis.com/auth/devstorage.full_control', 'x'.repeat(200), 'a.b.c', 'eyJ']) {
      expect(shown(text)).toBe(text);
    }
  });
});
