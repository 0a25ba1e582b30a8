import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, expect, it } from 'vitest';
import { makeWorkspace, projectDirectory } from '../support/workspace.ts';
import { readBlocks } from './read-blocks.ts';

/** Pages whose TypeScript stands for itself; that of guides is compiled where the guide says so. */
const pages = ['docs/openapi-fetch.md', 'docs/scope-tests.md'];

/** What the examples take for granted. */
const surroundings = {
  'src/globals.d.ts': 'declare const baseUrl: string;\ndeclare const key: number;\n',
  'src/agents.ts': 'export declare function loadAgents(): Promise<unknown>;\n',
  'examples/orchestrator.d.ts': `export interface paths {
  '/odata/Jobs': { get: { responses: { 200: { content: { 'application/json': { value: unknown[] } } } } } };
  '/odata/Assets({key})': { delete: { parameters: { path: { key: number } }; responses: { 204: { content?: never } } } };
}
`,
  'src/oauth-scopes.gen.d.ts': `declare module 'eslint-plugin-oauth-scopes/types' {
  interface Registered {
    uipath: 'OR.Jobs.Read';
  }
}
export {};
`,
};

const examples = pages.flatMap((page) =>
  readBlocks(readFileSync(join(projectDirectory, page), 'utf8'))
    .filter(({ language, text }) => language === 'ts' && /^import /m.test(text))
    .map(({ line, text }) => ({ place: `${page}:${line}`, file: `examples/${page.replaceAll(/\W/g, '-')}-${line}.ts`, text })));

const workspace = makeWorkspace({
  plugin: 'built',
  sdk: null,
  files: { ...surroundings, ...Object.fromEntries(examples.map(({ file, text }) => [file, text])) },
});

afterAll(() => workspace.remove());

it('TypeScript examples compile, but for the errors that they name', () => {
  expect(examples.length).toBeGreaterThan(2);
  const files = [...Object.keys(surroundings), ...examples.map(({ file }) => file)].map((file) => join(workspace.directory, file));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
  });
  const found = examples.map(({ place, file }) => {
    const source = program.getSourceFile(join(workspace.directory, file));
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return { place, errors: diagnostics.map(({ code, messageText }) => `TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 160)}`) };
  });
  const named = examples.map(({ place, text }) => ({
    place,
    errors: Array.from(text.matchAll(/\/\/ error (TS\d+): /g), ([, code]) => expect.stringMatching(`^${code} `) as unknown as string),
  }));
  expect(found).toEqual(named);
});
