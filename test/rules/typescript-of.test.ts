import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import type ts from 'typescript';
import typescript from 'typescript';
import typescript54 from 'typescript-5.4';
import { describe, expect, it } from 'vitest';
import plugin from '../../index.ts';
import { typescriptOf } from '../../rules/utils/typescript-of.ts';

function programOf(compiler: typeof ts): ts.Program {
  const file = compiler.createSourceFile('a.ts', 'export {};', compiler.ScriptTarget.ES2022);
  const host: ts.CompilerHost = {
    ...compiler.createCompilerHost({}),
    getSourceFile: (name) => (name === 'a.ts' ? file : undefined),
  };
  return compiler.createProgram({ rootNames: ['a.ts'], options: { noLib: true, types: [] }, host });
}

describe('the TypeScript of a program', () => {
  it('is the one that made it, of several in the process', () => {
    expect(typescriptOf(programOf(typescript))?.version).toBe(typescript.version);
    // The package of that name is another version of the same module.
    const older = typescript54 as unknown as typeof ts;
    expect(typescriptOf(programOf(older))?.version).toBe(older.version);
  });

  it('is none where only the interface is that of a program', () => {
    const file = { kind: -1, endOfFileToken: { kind: -1 }, fileName: 'a.ts' };
    expect(typescriptOf({ getSourceFiles: () => [file] } as unknown as ts.Program)).toBeNull();
    expect(typescriptOf({ getSourceFiles: () => [] } as unknown as ts.Program)).toBeNull();
  });
});

describe('a program that the analysis cannot work with', () => {
  const code = "import { UiPath } from '@uipath/uipath-typescript';\nnew UiPath({ scope: 'OR.Machine' }).assets.getAll();\n";
  const lintWith = (program: object): readonly (string | null)[] => {
    const partial: Linter.Parser = {
      parseForESLint: (text, options) =>
        ({ ...parser.parseForESLint(text, options as parser.ParserOptions), services: { program } }) as unknown as Linter.ESLintParseResult,
    };
    return new Linter()
      .verify(code, [{ languageOptions: { parser: partial } }, ...plugin.configs.recommended], 'a.js')
      .map(({ ruleId }) => ruleId);
  };

  it.each([
    [
      'throws',
      {
        getSourceFiles: () => {
          throw new Error('not implemented');
        },
      },
    ],
    ['is empty', { getSourceFiles: () => [] }],
    [
      'has files of another kind',
      { getSourceFiles: () => [{ fileName: '/node_modules/@uipath/uipath-typescript/dist/index.d.ts', kind: -1 }] },
    ],
    [
      'lacks what a program has',
      {
        getSourceFiles: () => [
          {
            fileName: '/node_modules/@uipath/uipath-typescript/dist/index.d.ts',
            kind: typescript.SyntaxKind.SourceFile,
            endOfFileToken: { kind: typescript.SyntaxKind.EndOfFileToken },
          },
        ],
      },
    ],
  ])('that %s does not disturb the other rules', (_what, program) => {
    expect(lintWith(program)).toEqual(['oauth-scopes/no-unknown-scope']);
  });
});
