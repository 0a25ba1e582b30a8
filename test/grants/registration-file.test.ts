import { describe, expect, it } from 'vitest';
import {
  isRegistrationFile, placeOfRegistration, registeredScopes, withoutComments, withoutRegistration,
} from '../../src/grants/registration-file.ts';

const FILE = `// Written by oauth-scopes sync. uipath: 'OR.Default'
/// <reference types="uipath: 'OR.Default'" />
  /* genesys: 'users' */
declare module 'oauth-scopes' {
  interface Registered {
    "uipath": 'OR.Jobs  PIMS';
    talkdesk : "data:read";
    'genesys-guide': '';
  }
}
`;

describe('a file that registers scopes', () => {
  it('is known by its name', () => {
    expect(isRegistrationFile('/app/src/oauth-scopes.gen.d.ts')).toBe(true);
    expect(isRegistrationFile('/app/oauth-scopes.gen.d.ts/index.d.ts')).toBe(false);
    expect(isRegistrationFile('/app/my-oauth-scopes.gen.d.ts')).toBe(false);
  });

  it('registers those of each provider, and none that stand in a comment', () => {
    const text = FILE.replace(/^.*reference.*\n/m, '');
    expect(['uipath', 'talkdesk', 'genesys-guide', 'genesys', 'guide', 'desk'].map((provider) => registeredScopes(text, provider))).toEqual([
      ['OR.Jobs', 'PIMS'], ['data:read'], [], null, null, null,
    ]);
    expect(registeredScopes("{ 'uipath\": 'PIMS', my-uipath: 'OR.Jobs', $uipath: 'OR.Tasks' }", 'uipath')).toBeNull();
  });

  it('has a place for them, and its start where it has none', () => {
    const text = FILE.replace(/^.*reference.*\n/m, '');
    expect(placeOfRegistration(text, '/app/x.d.ts', 'uipath')).toEqual({ file: '/app/x.d.ts', line: 5, column: 5, endLine: 5, endColumn: 30 });
    expect(placeOfRegistration(text, '/app/x.d.ts', 'acme')).toEqual({ file: '/app/x.d.ts', line: 1, column: 1, endLine: 1, endColumn: 1 });
  });

  it('without comments is as long as it was, and still loads what it loads', () => {
    const bare = withoutComments(FILE.replaceAll('\n', '\r\n'));
    const lines = FILE.split('\n');
    expect(bare.split('\r\n')).toEqual([
      ' '.repeat(lines[0]?.length ?? 0), lines[1], ' '.repeat(lines[2]?.length ?? 0), ...lines.slice(3),
    ]);
    expect(withoutComments("const a = 'x'; // b")).toBe("const a = 'x'; // b");
  });

  it('without what it registers loads the overlay, and is a module', () => {
    const text = `/// <reference types="a" />\r\n// x\r\n  /// <reference types="b" />\r\n/// <reference path="c" />\ndeclare module 'x' {}\n`;
    expect(withoutRegistration(text)).toBe('/// <reference types="a" />\n/// <reference path="c" />\nexport {};\n');
  });
});
