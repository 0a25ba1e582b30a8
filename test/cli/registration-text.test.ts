import { describe, expect, it } from 'vitest';
import { isSameRegistration, isSameText, registrationText } from '../../src/cli/registration-text.ts';
import { placeOfRegistration, registeredScopes, withoutRegistration } from '../../src/grants/registration-file.ts';

const reference = { kind: 'types', target: 'eslint-plugin-oauth-scopes/uipath' } as const;
const text = registrationText([{
  provider: 'uipath',
  reference,
  scopes: ['OR.Jobs', 'PIMS'],
  remark: 'Registers the scopes of uipath.json:3.',
}]);
const formatted = text.replaceAll("'", '"').replaceAll(';', '').replaceAll('\n', '\r\n');

describe('a registration file', () => {
  it('is the same to a formatter with other habits', () => {
    expect([isSameText(text, formatted), isSameRegistration(text, formatted)]).toEqual([true, true]);
    expect(registeredScopes(formatted, 'uipath')).toEqual(['OR.Jobs', 'PIMS']);
  });

  it('has the same effect when the declaration has moved', () => {
    const moved = text.replace('uipath.json:3', 'uipath.json:9');
    expect([isSameText(text, moved), isSameRegistration(text, moved)]).toEqual([false, true]);
  });

  it.each([
    ['other scopes', text.replace('OR.Jobs', 'OR.Tasks')],
    ['scopes that have grown together', text.replace('OR.Jobs PIMS', 'OR.JobsPIMS')],
    ['another overlay', text.replace('types="eslint-plugin-oauth-scopes/uipath"', 'path="./x.d.ts"')],
    ['nothing registered', registrationText([{ provider: 'uipath', reference, scopes: null, remark: 'Registers nothing.' }])],
    ['no text', ''],
  ])('has another effect with %s', (_, other) => {
    expect(isSameRegistration(text, other)).toBe(false);
  });

  it('registers nothing by a comment', () => {
    expect(registeredScopes("// uipath: 'OR.Jobs'\n/* uipath: 'OR.Jobs' */\nexport {};\n", 'uipath')).toBeNull();
  });

  it('quotes a provider whose name is no identifier, and tells it from one with a part of its name', () => {
    const provider = 'genesys-guide';
    const both = registrationText(['genesys', provider].map((name) => ({ provider: name, reference, scopes: [`${name}:read`], remark: '' })));
    expect(both).toContain("    genesys: 'genesys:read';\n    'genesys-guide': 'genesys-guide:read';\n");
    expect(['genesys', provider, 'guide'].map((name) => registeredScopes(both.replaceAll("'", '"'), name))).toEqual([
      ['genesys:read'], ['genesys-guide:read'], null,
    ]);
    expect(isSameText(both, both.replaceAll("'", '"'))).toBe(true);
  });

  it('says where it registers', () => {
    expect(placeOfRegistration(text, '/app/x.d.ts', 'uipath')).toEqual({
      file: '/app/x.d.ts', line: 8, column: 5, endLine: 8, endColumn: 27,
    });
    expect(placeOfRegistration(text, '/app/x.d.ts', 'genesys')).toMatchObject({ line: 1, column: 1 });
  });

  it('lets no scope end the string that it stands in', () => {
    expect(registrationText([{ provider: 'genesys', reference, scopes: ["a'b", 'c\\'], remark: 'one\ntwo' }])).toContain(
      "genesys: 'a\\'b c\\\\';",
    );
  });

  it('keeps the overlay when the registration is taken out', () => {
    expect(withoutRegistration(formatted)).toBe('/// <reference types="eslint-plugin-oauth-scopes/uipath" />\nexport {};\n');
  });
});
