import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/cli/find-projects.ts';
import { wouldLoad } from '../../src/cli/registration-place.ts';
import { loadTypeScript, makeWorkspace } from '../support/workspace.ts';

const workspace = makeWorkspace({
  plugin: 'none',
  sdk: null,
  files: { 'src/main.ts': '', 'base.json': { include: ['lib/**/*'], exclude: ['**/*.gen.*'] } },
});

afterAll(() => workspace.remove());

describe.each([
  ['6.0', ts],
  ['5.4', loadTypeScript('5.4')],
] as const)('where a file would be loaded, TypeScript %s', (_, compiler) => {
  it.each<[string, object, readonly [path: string, loaded: boolean][]]>([
    [
      'everything',
      { files: undefined },
      [
        ['x.gen.d.ts', true],
        ['src/x.gen.d.ts', true],
        ['node_modules/x.gen.d.ts', false],
      ],
    ],
    [
      'a folder',
      { include: ['src'] },
      [
        ['x.gen.d.ts', false],
        ['src/x.gen.d.ts', true],
        ['src/deep/x.gen.d.ts', true],
      ],
    ],
    ['a pattern of another extension', { include: ['src/**/*.tsx', 'src/main.ts'] }, [['src/x.gen.d.ts', false]]],
    [
      'an excluded folder',
      { include: ['src'], exclude: ['src/generated'] },
      [
        ['src/x.gen.d.ts', true],
        ['src/generated/x.gen.d.ts', false],
      ],
    ],
    [
      'a configuration that is extended',
      { extends: './base.json' },
      [
        ['src/x.gen.d.ts', false],
        ['lib/x.gen.d.ts', false],
        ['lib/x.d.ts', true],
      ],
    ],
    [
      'named files',
      { files: ['src/main.ts'] },
      [
        ['x.gen.d.ts', false],
        ['src/x.gen.d.ts', false],
      ],
    ],
    [
      'the directory of the output',
      { include: ['**/*'], compilerOptions: { outDir: 'out' } },
      [
        ['out/x.gen.d.ts', false],
        ['x.gen.d.ts', true],
      ],
    ],
  ])('%s', (_name, configuration, expectations) => {
    workspace.write({ 'tsconfig.json': configuration, 'lib/main.ts': '' });
    const configFile = `${workspace.directory}/tsconfig.json`;
    const project = { configFile, commandLine: readConfiguration(compiler, configFile) };
    expect(expectations.map(([path]) => [path, wouldLoad(compiler, project, `${workspace.directory}/${path}`)])).toEqual(expectations);
  });
});
