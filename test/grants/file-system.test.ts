import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAXIMUM_FILE_SIZE, projectFileSystem, type FileSystem } from '../../src/grants/file-system.ts';
import { startOfName } from '../support/directories-of-runs.ts';

let directory: string;
let files: FileSystem;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), startOfName('temporary', false)));
  for (const folder of ['root/app', 'root/empty', 'root/dots../inner', 'rootless']) {
    mkdirSync(join(directory, folder), { recursive: true });
  }
  writeFileSync(join(directory, 'outside.json'), 'hunter2');
  writeFileSync(join(directory, 'rootless/uipath.json'), 'hunter2');
  writeFileSync(join(directory, 'root/app/uipath.json'), '\uFEFF{}');
  writeFileSync(join(directory, 'root/dots../inner/marks.json'), '\uFEFF{"\uFEFF": 1}');
  writeFileSync(join(directory, 'root/app/large.json'), ' '.repeat(MAXIMUM_FILE_SIZE + 1));
  writeFileSync(join(directory, 'root/app/largest.json'), ' '.repeat(MAXIMUM_FILE_SIZE));
  symlinkSync(join(directory, 'outside.json'), join(directory, 'root/app/out.json'));
  symlinkSync(directory, join(directory, 'root/app/up'));
  symlinkSync('uipath.json', join(directory, 'root/app/inside.json'));
  symlinkSync('circle.json', join(directory, 'root/app/circle.json'));
  symlinkSync(join(directory, 'root'), join(directory, 'link'));
  files = projectFileSystem(join(directory, 'root'));
});

afterAll(() => {
  rmSync(directory, { recursive: true });
});

const inside = (path: string): string => join(directory, 'root', path);

describe('projectFileSystem', () => {
  it('reads files below the root, without a byte order mark', () => {
    expect(files.readFile(inside('app/uipath.json'))).toBe('{}');
    expect(files.readFile(inside('app/inside.json'))).toBe('{}');
    expect(files.readFile(inside('app/largest.json'))).toHaveLength(MAXIMUM_FILE_SIZE);
    expect(files.readFile(inside('dots../inner/marks.json'))).toBe('{"\uFEFF": 1}');
    expect(files.exists(inside('app'))).toBe(true);
    expect(files.realpath(inside('app/inside.json'))).toMatch(/\/root\/app\/uipath\.json$/);
    expect(files.realpath(inside('app/inside.json'))).toBe(files.realpath(inside('app/uipath.json')));
  });

  it.each([
    '../outside.json',
    'app/../../outside.json',
    'app/out.json',
    'app/up/outside.json',
    '../rootless/uipath.json',
    'app/missing.json',
    'app/circle.json',
  ])(
    'does not know %s',
    (path) => {
      const file = `${join(directory, 'root')}/${path}`;
      expect([files.readFile(file), files.exists(file), files.realpath(file)]).toEqual([undefined, false, undefined]);
    },
  );

  it('reads no directory and no file that is too large, though they exist', () => {
    expect([files.readFile(inside('app')), files.exists(inside('app'))]).toEqual([undefined, true]);
    expect([files.readFile(inside('app/large.json')), files.exists(inside('app/large.json'))]).toEqual([undefined, true]);
  });

  it('lists a directory with a slash after directories, and links by their names, wherever they lead', () => {
    expect(files.list(inside(''))).toEqual(['app/', 'dots../', 'empty/']);
    expect(files.list(inside('app'))).toEqual(['circle.json', 'inside.json', 'large.json', 'largest.json', 'out.json', 'uipath.json', 'up']);
  });

  it('lists nothing of what lies outside, is reached by a link to there, or is no directory', () => {
    expect(files.list(inside('app/up'))).toEqual([]);
    expect(files.list(directory)).toEqual([]);
    expect(files.list(inside('app/uipath.json'))).toEqual([]);
  });

  it('accepts a root that is reached through a link', () => {
    expect(projectFileSystem(join(directory, 'link')).readFile(inside('app/uipath.json'))).toBe('{}');
  });

  it('knows nothing below a root that does not exist', () => {
    expect(projectFileSystem(join(directory, 'nowhere')).exists(inside('app'))).toBe(false);
  });
});
