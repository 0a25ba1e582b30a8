import { afterAll, describe, expect, it, vi } from 'vitest';
import { checkJson as checkJsonAnywhere } from '../../src/report/json.ts';
import { createStyle } from '../../src/report/style.ts';
import { checkText as checkTextAnywhere } from '../../src/report/text.ts';
import type { ApplicationReport } from '../../src/verdict/finding.ts';
import { sampleReport, workingDirectory } from '../report/sample-report.ts';

// Every module that is loaded from here on takes paths as Windows has them, wherever this runs; those that other tests have loaded stay as they are.
vi.resetModules();
vi.doMock('node:path', async (load) => {
  const { win32 } = await load<typeof import('node:path')>();
  return { ...win32, default: win32 };
});
const { problemLine } = await import('../../src/cli/command-error.ts');
const { commands, generalOptions } = await import('../../src/cli/commands.ts');
const { parseCommandLine } = await import('../../src/cli/parse-command-line.ts');
const { targetOf } = await import('../../src/cli/target.ts');
const { directoriesUpTo } = await import('../../src/grants/application-directory.ts');
const { checkJson } = await import('../../src/report/json.ts');
const { checkText } = await import('../../src/report/text.ts');
const { namePlacesFrom } = await import('../../src/verdict/phrases.ts');

afterAll(() => {
  vi.doUnmock('node:path');
  vi.resetModules();
});

const desk = 'C:\\code\\desk';

function target(...words: readonly string[]): ReturnType<typeof targetOf> {
  const parsed = parseCommandLine(words, commands, generalOptions, desk);
  if (parsed.kind !== 'run') {
    throw new Error(`parsed as ${parsed.kind}`);
  }
  return targetOf(parsed.invocation);
}

describe('a command line on Windows', () => {
  it.each([
    [[], 'C:/code/desk', 'C:/code/desk'],
    [['packages\\app'], 'C:/code/desk/packages/app', 'C:/code/desk/packages/app'],
    [['packages/app'], 'C:/code/desk/packages/app', 'C:/code/desk/packages/app'],
    [['..\\other\\'], 'C:/code/other', 'C:/code/other'],
    [['D:\\elsewhere'], 'D:/elsewhere', 'D:/elsewhere'],
    [['\\\\server\\share\\app'], '//server/share/app', '//server/share/app'],
    [['--project', 'app\\tsconfig.app.json'], 'C:/code/desk/app', 'C:/code/desk/app/tsconfig.app.json'],
    [['-p', 'D:\\app\\tsconfig.json'], 'D:/app', 'D:/app/tsconfig.json'],
    [['--project=C:\\code\\desk\\app'], 'C:/code/desk/app', 'C:/code/desk/app'],
  ])('%j is about %s', (words, directory, configuration) => {
    expect(target('check', ...words)).toEqual({ directory, configuration });
  });
});

describe('what is printed on Windows', () => {
  it.each([
    ['C:\\code\\desk\\uipath.json', 'oauth-scopes: uipath.json:3:12: is wrong'],
    ['c:/CODE/desk/src/a.ts', 'oauth-scopes: src/a.ts:3:12: is wrong'],
    ['C:\\code\\shared\\uipath.json', 'oauth-scopes: ../shared/uipath.json:3:12: is wrong'],
    ['D:\\uipath.json', 'oauth-scopes: D:/uipath.json:3:12: is wrong'],
  ])('a problem in %s', (file, line) => {
    expect(problemLine({ file, line: 3, column: 12, message: 'is wrong' }, desk)).toBe(line);
  });

  it('a message of the compiler loses the working directory', () => {
    expect(problemLine({ message: "File 'C:/code/desk/src/a.ts' not found." }, desk)).toBe("oauth-scopes: File 'src/a.ts' not found.");
  });

  it('a place in a message', () => {
    const place = { file: 'C:/code/desk/src/a.ts', line: 3, column: 1, endLine: 3, endColumn: 2 };
    expect(namePlacesFrom(desk)(place)).toBe('src/a.ts:3');
  });

  it('a report, the same as anywhere', () => {
    const there = JSON.parse(JSON.stringify(sampleReport).replaceAll(workingDirectory, 'C:/code/desk')) as ApplicationReport;
    const style = createStyle(false);
    const text = checkText([there], { workingDirectory: desk, style });
    expect(text).toContain('  src/tasks.ts:12:9  no-missing-scope  Tasks.create needs');
    expect(text).toBe(checkTextAnywhere([sampleReport], { workingDirectory, style }));
    expect(checkJson([there], desk)).toBe(checkJsonAnywhere([sampleReport], workingDirectory));
  });
});

it('the directories of a project on Windows end at its root', () => {
  expect(directoriesUpTo('C:\\code\\desk\\src\\pages', 'C:\\code\\desk')).toEqual([
    'C:/code/desk/src/pages', 'C:/code/desk/src', 'C:/code/desk',
  ]);
  expect(directoriesUpTo('D:\\other', 'C:\\code\\desk')).toEqual([]);
});
