import { afterAll, describe, expect, it } from 'vitest';
import { type CompilerVersion, compilerVersions, makeWorkspace, runTsc } from '../support/workspace.ts';
import { registration, tsconfig } from './projects.ts';

interface Case {
  readonly source: string;
  readonly message: string;
  /** Where a compiler words it differently. */
  readonly others?: Partial<Record<CompilerVersion, string>>;
}

/** What a user reads, in full. Each source is the last line of a file that makes the clients. */
const cases: Record<string, Case> = {
  'a call that lacks a scope': {
    source: 'tasks.create(untyped, 1);',
    message: `TS2349: This expression is not callable.
  Type 'MissingScope<"Tasks.create needs OR.Tasks or OR.Tasks.Write">' has no call signatures.`,
  },
  'a call that lacks two': {
    source: `new CaseInstances(new UiPath({ scope: 'OR.Tasks' })).getStages('a', 'b');`,
    message: `TS2349: This expression is not callable.
  Type 'MissingScope<"CaseInstances.getStages needs PIMS, and OR.Execution.Read">' has no call signatures.`,
  },
  'a call on a returned object': {
    source: '(await tasks.getById(1)).complete(untyped);',
    message: `TS2349: This expression is not callable.
  Type 'MissingScope<"task.complete needs OR.Tasks or OR.Tasks.Write">' has no call signatures.`,
  },
  'a call on one of two clients': {
    source: `new Tasks(condition ? sdk : new UiPath({ scope: 'OR.Assets' })).getById(1);`,
    message: `TS2349: This expression is not callable.
  Not all constituents of type '((id: number, options?: TaskGetByIdOptions | undefined, folderId?: number | undefined) => Promise<TaskGetResponse<Grant<"OR.Tasks.Read" | "PIMS"> | Grant<"OR.Assets">>>) | MissingScope<...>' are callable.
    Type 'MissingScope<"Tasks.getById needs OR.Tasks or OR.Tasks.Read">' has no call signatures.`,
    others: {
      '7.0': `TS2349: This expression is not callable.
  Not all constituents of type 'MissingScope<"Tasks.getById needs OR.Tasks or OR.Tasks.Read"> | ((id: number, options?: TaskGetByIdOptions | undefined, folderId?: number | undefined) => Promise<...>)' are callable.
    Type 'MissingScope<"Tasks.getById needs OR.Tasks or OR.Tasks.Read">' has no call signatures.`,
    },
  },
  'a method that lacks a scope, handed on': {
    source: '[untyped].map(tasks.create);',
    message: `TS2345: Argument of type 'MissingScope<"Tasks.create needs OR.Tasks or OR.Tasks.Write">' is not assignable to parameter of type '(value: any, index: number, array: any[]) => unknown'.
  Type 'MissingScope<"Tasks.create needs OR.Tasks or OR.Tasks.Write">' provides no match for the signature '(value: any, index: number, array: any[]): unknown'.`,
  },
  'a client that lacks scopes, handed on': {
    source: `read(new Tasks(new UiPath({ scope: 'PIMS' })));`,
    message: `TS2345: Argument of type 'TaskService<Grant<"PIMS">>' is not assignable to parameter of type 'TaskService<Grant<"OR.Tasks.Read" | "PIMS">>'.
  Type 'Grant<"PIMS">' is missing the following properties from type 'Grant<"OR.Tasks.Read" | "PIMS">': "OR.Tasks.Read", "OR.Tasks or OR.Tasks.Read"`,
    others: {
      '7.0': `TS2345: Argument of type 'TaskService<Grant<"PIMS">>' is not assignable to parameter of type 'TaskService<Grant<"OR.Tasks.Read" | "PIMS">>'.
  Type 'Grant<"PIMS">' is missing the following properties from type 'Grant<"OR.Tasks.Read" | "PIMS">': "OR.Tasks or OR.Tasks.Read", "OR.Tasks.Read"`,
    },
  },
  'an unknown scope in a checked string': {
    source: `scopes('OR.Tasks OR.Asset');`,
    message: `TS2345: Argument of type '"OR.Tasks OR.Asset"' is not assignable to parameter of type '"OR.Asset is not a scope; did you mean OR.Assets?"'.`,
  },
  'an unknown scope in a type': {
    source: `export const made = null as unknown as Tasks<Grant<'OR.Asset'>>;`,
    message: `TS2344: Type '"OR.Asset"' does not satisfy the constraint 'Scope<keyof Providers>'.`,
  },
};

const head = `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';
import { CaseInstances } from '@uipath/uipath-typescript/cases';
import type { CheckedScopes, Grant } from 'eslint-plugin-oauth-scopes/types';
declare const untyped: any;
declare const condition: boolean;
declare function scopes<const S extends string>(text: CheckedScopes<S>): void;
declare function read(client: Tasks): void;
const sdk = new UiPath();
const tasks = new Tasks(sdk);
export const used = [untyped, condition, scopes, read, CaseInstances, null as unknown as Grant<'PIMS'>];
`;

const workspace = makeWorkspace({
  files: {
    'tsconfig.json': tsconfig({ skipLibCheck: true, lib: ['es2023'] }),
    'oauth-scopes.gen.d.ts': registration(`'OR.Tasks.Read PIMS'`),
    ...Object.fromEntries(Object.values(cases).map(({ source }, index) => [`case-${index}.ts`, `${head}${source}\n`])),
  },
});
afterAll(workspace.remove);

describe.concurrent('the errors that a user reads', () => {
  it.each(compilerVersions)('TypeScript %s', async (version) => {
    const { errors } = await runTsc(version, workspace.directory);
    const read = Object.keys(cases).map((name, index) => [
      name,
      ...errors.filter(({ file }) => file === `case-${index}.ts`).map(({ code, message }) => `${code}: ${message}`),
    ]);
    const expected = Object.entries(cases).map(([name, { message, others }]) => [name, others?.[version] ?? message]);
    expect(read).toEqual(expected);
  });
});
