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
    ['behind a doubled key', 'UIPATH_SCOPE=eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl'],
  ])('%s is not shown, and what stands beside it is', (_name, token) => {
    expect(shown(`OR.Tasks  ${token},OR.Jobs`)).toBe(`OR.Tasks  ${hidden},OR.Jobs`);
  });

  it.each(providers())('no scope of %s is taken for one', (provider) => {
    const names = Object.keys(builtInCatalog(provider)?.scopes ?? {});
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => shown(name) !== name)).toEqual([]);
  });

  it('other words stay as they are', () => {
    for (const text of ['', 'OR.Tasks OR.Jobs', 'https://www.googleapis.com/auth/devstorage.full_control', 'x'.repeat(200), 'a.b.c', 'eyJ']) {
      expect(shown(text)).toBe(text);
    }
  });
});
