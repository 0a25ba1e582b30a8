import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEnvironmentFileName } from '../../src/grants/environment-file-name.ts';
import { readEnvironmentFile } from '../../src/grants/environment-file.ts';

const FILE = '/app/.env';
const KEYS = new Set(['VITE_UIPATH_SCOPE', 'UIPATH_SCOPE']);

function read(text: string): Record<string, string> {
  const { entries, problems } = readEnvironmentFile(text, FILE, KEYS);
  expect(problems).toEqual([]);
  return Object.fromEntries(entries.map(({ key, value }) => [key, value.text]));
}

function problemsIn(text: string): string[] {
  const { entries, problems } = readEnvironmentFile(text, FILE, KEYS);
  expect(entries).toEqual([]);
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('readEnvironmentFile', () => {
  it.each([
    ['plain', 'VITE_UIPATH_SCOPE=OR.Jobs OR.Tasks', 'OR.Jobs OR.Tasks'],
    ['white space around', '  VITE_UIPATH_SCOPE =  OR.Jobs\t ', 'OR.Jobs'],
    ['export', 'export VITE_UIPATH_SCOPE=OR.Jobs', 'OR.Jobs'],
    ['a colon', 'VITE_UIPATH_SCOPE: OR.Jobs', 'OR.Jobs'],
    ['double quotes', 'VITE_UIPATH_SCOPE="OR.Jobs  OR.Tasks "', 'OR.Jobs  OR.Tasks '],
    ['single quotes', "VITE_UIPATH_SCOPE='OR.Jobs'", 'OR.Jobs'],
    ['back quotes', 'VITE_UIPATH_SCOPE=`OR.Jobs`', 'OR.Jobs'],
    ['a comment', 'VITE_UIPATH_SCOPE=OR.Jobs # reading', 'OR.Jobs'],
    ['a comment right behind', 'VITE_UIPATH_SCOPE=OR.Jobs#reading', 'OR.Jobs'],
    ['a comment after quotes', 'VITE_UIPATH_SCOPE="OR.Jobs" # "reading"', 'OR.Jobs'],
    ['# inside quotes', 'VITE_UIPATH_SCOPE="OR.Jobs #OR.Tasks"', 'OR.Jobs #OR.Tasks'],
    ['several lines', 'VITE_UIPATH_SCOPE="OR.Jobs\n  OR.Tasks"\nA=1', 'OR.Jobs\n  OR.Tasks'],
    ['several lines that end in CRLF', 'VITE_UIPATH_SCOPE="OR.Jobs\r\nOR.Tasks"\r\nA=1', 'OR.Jobs\nOR.Tasks'],
    ['\\n in double quotes', 'VITE_UIPATH_SCOPE="OR.Jobs\\nOR.Tasks"', 'OR.Jobs\nOR.Tasks'],
    ['\\n in single quotes', "VITE_UIPATH_SCOPE='OR.Jobs\\nOR.Tasks'", 'OR.Jobs\\nOR.Tasks'],
    ['nothing', 'VITE_UIPATH_SCOPE=', ''],
    ['nothing, and a line after it', 'VITE_UIPATH_SCOPE=\nA=OR.Jobs', ''],
    ['empty quotes', 'VITE_UIPATH_SCOPE=""', ''],
    ['a byte order mark', '\uFEFFVITE_UIPATH_SCOPE=OR.Jobs', 'OR.Jobs'],
    ['lines that end in CR', 'A=1\rVITE_UIPATH_SCOPE=OR.Jobs\rB=2', 'OR.Jobs'],
    ['case 47c: a doubled key', 'VITE_UIPATH_SCOPE=VITE_UIPATH_SCOPE=PIMS OR.Jobs', 'VITE_UIPATH_SCOPE=PIMS OR.Jobs'],
    ['the last of several', 'VITE_UIPATH_SCOPE=OR.Jobs\nVITE_UIPATH_SCOPE=OR.Tasks', 'OR.Tasks'],
    ['quotes on the next line', 'VITE_UIPATH_SCOPE=\n  "OR.Jobs"', 'OR.Jobs'],
    ['= on the next line', 'VITE_UIPATH_SCOPE\n=OR.Jobs', 'OR.Jobs'],
    ['not one that is commented out', '# VITE_UIPATH_SCOPE=OR.Jobs\n#VITE_UIPATH_SCOPE=OR.Tasks\nVITE_UIPATH_SCOPE=PIMS', 'PIMS'],
    ['several quoted texts', 'VITE_UIPATH_SCOPE="OR.Jobs" "OR.Tasks"', 'OR.Jobs" "OR.Tasks'],
    ['a quote of another kind', "VITE_UIPATH_SCOPE='\"OR.Jobs'", '"OR.Jobs'],
    ['\\r in double quotes', 'VITE_UIPATH_SCOPE="OR.Jobs\\rOR.Tasks"', 'OR.Jobs\rOR.Tasks'],
    ['several lines that end in CR', 'VITE_UIPATH_SCOPE="OR.Jobs\rOR.Tasks"', 'OR.Jobs\nOR.Tasks'],
    ['a colon that separates nothing', 'VITE_UIPATH_SCOPE="OR.Jobs\nOR:Tasks"', 'OR.Jobs\nOR:Tasks'],
    ['only the first byte order mark is left out', 'VITE_UIPATH_SCOPE="\uFEFFOR.Jobs"', '\uFEFFOR.Jobs'],
    ['another wanted key in it', 'VITE_UIPATH_SCOPE=OR.Jobs UIPATH_SCOPE = OR.Tasks', 'OR.Jobs UIPATH_SCOPE = OR.Tasks'],
    ['quotes that do not end with the value', 'VITE_UIPATH_SCOPE="OR.Jobs" OR.Tasks', '"OR.Jobs" OR.Tasks'],
  ])('%s', (_name, text, value) => {
    expect(read(text)).toEqual({ VITE_UIPATH_SCOPE: value });
  });

  it('passes over a key that only begins or ends like a wanted one', () => {
    expect(read('VITE_UIPATH_SCOPES_OLD=A\nMY_VITE_UIPATH_SCOPE=B\nvite_uipath_scope=C\nVITE_UIPATH_SCOPE')).toEqual({});
  });

  it('takes nothing from inside the quoted value of another key', () => {
    expect(read('KEY="-----BEGIN\nVITE_UIPATH_SCOPE=hunter2\n-----END"\nUIPATH_SCOPE=PIMS')).toEqual({ UIPATH_SCOPE: 'PIMS' });
  });

  it('takes nothing from the next line where it is the value of another key', () => {
    expect(read("SECRET=\n'\nVITE_UIPATH_SCOPE=hunter2\n'")).toEqual({});
    expect(read('SECRET:\nVITE_UIPATH_SCOPE=hunter2')).toEqual({});
    expect(read('SECRET\n="\nVITE_UIPATH_SCOPE=hunter2"')).toEqual({});
  });

  it('goes on after a quote that another key opens and never closes', () => {
    expect(read("NAME='s\nVITE_UIPATH_SCOPE=OR.Jobs")).toEqual({ VITE_UIPATH_SCOPE: 'OR.Jobs' });
  });

  it('knows the place of each part of a value, also behind an escape', () => {
    const { entries } = readEnvironmentFile('A=1\r\n  export UIPATH_SCOPE = "PIMS\\nOR.Jobs\r\nOR.Tasks"', FILE, KEYS);
    expect(entries[0]?.place).toEqual({ file: FILE, line: 2, column: 25, endLine: 3, endColumn: 10 });
    expect(
      entries[0]?.value.stretches.map(({ start, place, verbatim }) => [start, place.line, place.column, place.endColumn, verbatim]),
    ).toEqual([
      [0, 2, 26, 30, true],
      [4, 2, 30, 32, false],
      [5, 2, 32, 39, true],
      [12, 2, 39, 1, false],
      [13, 3, 1, 9, true],
    ]);
  });

  it.each([
    ['a quote that never ends', 'A=1\nVITE_UIPATH_SCOPE="OR.Jobs\nB=2', '2:19 VITE_UIPATH_SCOPE begins with " and does not end with it'],
    ['no separator', 'VITE_UIPATH_SCOPE OR.Jobs', '1:19 VITE_UIPATH_SCOPE has no "=" after it'],
    [
      'another assignment on the same line',
      'UIPATH_SCOPE=PIMS UIPATH_SECRET=hunter2',
      '1:14 UIPATH_SCOPE has another assignment in its value; put each on a line of its own',
    ],
    [
      'another assignment without a space',
      'UIPATH_SCOPE=PIMSUIPATH_SECRET=hunter2',
      '1:14 UIPATH_SCOPE has another assignment in its value; put each on a line of its own',
    ],
    [
      'another assignment on another line of its quotes',
      'UIPATH_SCOPE="PIMS\n  SECRET:\thunter2"',
      '1:14 UIPATH_SCOPE has another assignment in its value; put each on a line of its own',
    ],
    ['a quote alone', 'UIPATH_SCOPE=PIMS\r\nVITE_UIPATH_SCOPE="', '2:19 VITE_UIPATH_SCOPE begins with " and does not end with it'],
    ['UTF-16', 'V\0I\0T\0E\0', '1:1 is not UTF-8 text; save it as UTF-8'],
  ])('reports %s and gives nothing of the file', (_name, text, message) => {
    expect(problemsIn(text)).toEqual([message]);
  });

  it('sees when a value is made of other variables', () => {
    const { entries } = readEnvironmentFile('UIPATH_SCOPE=$BASE OR.Jobs\nVITE_UIPATH_SCOPE=\\$BASE', FILE, KEYS);
    expect(entries.map(({ key, expands }) => [key, expands])).toEqual([['UIPATH_SCOPE', true], ['VITE_UIPATH_SCOPE', false]]);
  });

  it('never throws, and tells nothing of a secret in a line of its own, whatever the text around it', () => {
    const piece = fc.constantFrom(
      ...['VITE_UIPATH_SCOPE', 'UIPATH_SCOPE', 'SECRET', 'PIMS', 'export '],
      ...['=', ':', ' ', '\n', '\r\n', '"', '\'', '`', '\\', '#', '$', '{', '\0', '\uFEFF', '\u2028'],
    );
    const text = fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(text, fc.constantFrom('', 'export '), text, (before, prefix, after) => {
      const written = `${before}\n${prefix}SECRET=hunter2\n${after}`;
      expect(JSON.stringify(readEnvironmentFile(written, FILE, KEYS))).not.toContain('hunter2');
    }));
  });

  it('leaves out a secret wherever it stands in its own assignment', () => {
    const secret = fc.constantFrom(
      'SECRET=hunter2',
      'export SECRET="hunter2"',
      "SECRET='hunter2\nhunter2'",
      'SECRET: hunter2',
      'SECRET="hunter2',
      '#hunter2',
      'hunter2',
    );
    const scope = fc.constantFrom('UIPATH_SCOPE=PIMS', 'VITE_UIPATH_SCOPE="PIMS"', 'UIPATH_SCOPE=\'PIMS\nOR.Jobs\'', 'UIPATH_SCOPE', '');
    fc.assert(fc.property(fc.array(fc.oneof(secret, scope), { maxLength: 12 }), (lines) => {
      expect(JSON.stringify(readEnvironmentFile(lines.join('\n'), FILE, KEYS))).not.toContain('hunter2');
    }));
  });

  it('agrees with Node.js on what both understand', () => {
    const value = fc.array(fc.constantFrom('PIMS', 'OR.Jobs', ' ', '#', '-'), { maxLength: 6 }).map((parts) => parts.join(''));
    const quoted = fc.tuple(fc.constantFrom('"', '\'', '`'), value).map(([quote, text]) => `${quote}${text}${quote}`);
    const line = fc.tuple(
      fc.constantFrom('', 'export '),
      fc.constantFrom('UIPATH_SCOPE', 'OTHER'),
      fc.oneof(quoted, value.filter((text) => !text.includes('#'))),
      fc.constantFrom('', ' # a comment'),
    )
      .map(([prefix, key, text, comment]) => `${prefix}${key}=${text}${comment}`);
    fc.assert(fc.property(fc.array(fc.oneof(line, fc.constantFrom('', '# a comment'))), (lines) => {
      const text = lines.join('\n');
      expect(read(text)['UIPATH_SCOPE']).toBe(parseEnv(text)['UIPATH_SCOPE']);
    }));
  });
});

describe('parseEnvironmentFileName', () => {
  it.each([
    ['.env', { environment: null, local: false, template: false }],
    ['.env.local', { environment: null, local: true, template: false }],
    ['.env.production', { environment: 'production', local: false, template: false }],
    ['.env.production.local', { environment: 'production', local: true, template: false }],
    ['.env.example', { environment: null, local: false, template: true }],
    ['.env.production.example', { environment: 'production', local: false, template: true }],
    ['.env.local.example', { environment: null, local: true, template: true }],
    ['.env.example.local', { environment: null, local: true, template: true }],
  ])('%s', (name, parsed) => {
    expect(parseEnvironmentFileName(name)).toEqual(parsed);
  });

  it.each([
    'env',
    '.environment',
    '.env.',
    '.env~',
    '.env.a.b',
    '.env.a.b.c',
    'app.env',
    '.env/',
    '.env.production~',
  ])('%s is none', (name) => {
    expect(parseEnvironmentFileName(name)).toBeUndefined();
  });
});
