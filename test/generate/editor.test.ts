import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import ts from 'typescript';
import { makeWorkspace } from '../support/workspace.ts';
import { registration } from '../types/projects.ts';

/** An editor's view of one file, by TypeScript's own language service. */
const source = `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';
const tasks = new Tasks(new UiPath());
tasks.getAll();
tasks.getUsers(1);
tasks.create({ title: 'x' }, 1);
tasks.assign;
`;
const workspace = makeWorkspace({ files: { 'app.ts': source, 'oauth-scopes.gen.d.ts': registration(`'OR.Tasks.Read'`) } });
const file = `${workspace.directory}/app.ts`;
let service: ts.LanguageService;
beforeAll(() => {
  service = languageService([file, `${workspace.directory}/oauth-scopes.gen.d.ts`]);
});
afterAll(workspace.remove);

const positionOf = (text: string): number => source.indexOf(text) + text.indexOf('.') + 1;
function hover(text: string): { readonly type: string; readonly documentation: string; readonly tags: readonly string[] } {
  const { displayParts, documentation, tags } = service.getQuickInfoAtPosition(file, positionOf(text)) ?? {};
  return {
    type: ts.displayPartsToString(displayParts).replace(/\s+/g, ' '),
    documentation: ts.displayPartsToString(documentation),
    tags: tags?.map(({ name }) => name) ?? [],
  };
}

describe('hovering', () => {
  it('a refused call shows what it lacks, and both documentations', () => {
    const { type, documentation, tags } = hover('tasks.create(');
    expect(type).toContain('create: MissingScope<"Tasks.create needs OR.Tasks or OR.Tasks.Write">');
    expect(documentation).toMatch(/^\w.+\n\*\*Scopes:\*\* OR\.Tasks or OR\.Tasks\.Write/s);
    expect(tags).toContain('param');
  });

  it('a permitted call whose result has a grant shows both documentations', () => {
    const { documentation, tags } = hover('tasks.getAll(');
    expect(documentation).toMatch(/^\w.+\n\*\*Scopes:\*\* OR\.Tasks or OR\.Tasks\.Read/s);
    expect(tags).toContain('example');
  });

  it('a permitted call that has the SDK’s own type shows the SDK’s documentation', () => {
    const { documentation, tags } = hover('tasks.getUsers(');
    expect(documentation).not.toBe('');
    expect(tags).toContain('param');
  });

  it('a reference shows both documentations', () => {
    expect(hover('tasks.assign;').documentation).toMatch(/^\w.+\n\*\*Scopes:\*\* OR\.Tasks or OR\.Tasks\.Write/s);
  });
});

describe('an editor', () => {
  it('offers the members of the SDK and nothing else', () => {
    const members = service.getCompletionsAtPosition(file, positionOf('tasks.create('), {})?.entries.map(({ name }) => name);
    expect(members?.sort()).toEqual(['assign', 'complete', 'create', 'getAll', 'getById', 'getUsers', 'reassign', 'unassign']);
  });

  it('goes from a permitted call to the SDK’s declaration', () => {
    const definitions = service.getDefinitionAtPosition(file, positionOf('tasks.getUsers('));
    const files = definitions?.map(({ fileName }) => fileName.replace(/^.*node_modules\//, ''));
    expect(files).toContain('@uipath/uipath-typescript/dist/tasks/index.d.ts');
  });

  it('shows the parameters of a permitted call with the SDK’s documentation', () => {
    const [signature] = service.getSignatureHelpItems(file, source.indexOf('getUsers(') + 'getUsers('.length, {})?.items ?? [];
    expect(signature?.parameters.map(({ name }) => name)).toEqual(['folderId', 'options']);
    expect(ts.displayPartsToString(signature?.parameters[0]?.documentation)).not.toBe('');
  });
});

function languageService(files: readonly string[]): ts.LanguageService {
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts'],
    types: [],
  };
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...files],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => workspace.directory,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
    directoryExists: (name) => ts.sys.directoryExists(name),
    getDirectories: (name) => ts.sys.getDirectories(name),
  });
}
