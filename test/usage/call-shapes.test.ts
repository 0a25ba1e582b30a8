import { describe, expect, it } from 'vitest';
import { readUsage } from '../../src/usage/read-usage.ts';
import { loadTypeScript } from '../support/workspace.ts';
import { idleShapes, usingShapes, type CallShape } from './call-shapes.ts';
import { bothNames, type Names } from './names.ts';
import { applicationDirectory, createProgram, textAt, uipathIndex, type ApplicationOptions, type Files } from './virtual-application.ts';

const shapes = [...usingShapes, ...idleShapes];

describe.each([
  ['the SDK alone', {}],
  ['the SDK alone, TypeScript 5.4', { compiler: '5.4' }],
  ['guarded declarations', { overlay: true }],
  ['guarded declarations, TypeScript 5.4', { compiler: '5.4', overlay: true }],
  ['guarded declarations, TypeScript 5.9', { compiler: '5.9', overlay: true }],
] as const satisfies readonly (readonly [string, ApplicationOptions])[])('uses, with %s', (_title, options) => {
  describe.each(bothNames)('%s', (_names, names) => {
    const files = Object.fromEntries(shapes.flatMap((shape, index) => filesOf(shape, names, index)));
    const ts = loadTypeScript('compiler' in options ? options.compiler : '6.0');
    const usage = readUsage({ ts, program: createProgram(files, options), index: uipathIndex });

    it.each(shapes.map((shape, index) => [shape.title, shape, index] as const))('%s', (_shape, shape, index) => {
      const own = usage.uses.filter(({ place }) => place.file.startsWith(`${applicationDirectory}/case${index}/`));
      expect(own.map((use) => `${use.method}@${textAt(files, use.place)}`).sort()).toEqual([...shape.uses(names)].sort());
      expect(own.every((use) => use.typed && use.grant.kind === 'declared')).toBe(true);
    });

    it('nothing in them hides a call', () => {
      expect(usage.escapes.map(({ place, reason }) => `${reason}: ${textAt(files, place)}`)).toEqual([]);
      expect(usage.unmapped).toEqual([]);
    });
  });
});

function filesOf(shape: CallShape, names: Names, index: number): [string, string][] {
  const modules: Files = shape.modules?.(names) ?? {};
  return [
    [`case${index}/main.${shape.extension ?? 'ts'}`, `${shape.code(names)}\n${shape.extension === 'js' ? '' : 'export {};\n'}`],
    ...Object.entries(modules).map(([name, text]): [string, string] => [`case${index}/${name}.ts`, text]),
  ];
}
