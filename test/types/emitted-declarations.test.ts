import { afterAll, describe, expect, it } from 'vitest';
import { compilerVersions, makeWorkspace, runTsc } from '../support/workspace.ts';
import { differences } from './marks.ts';
import { registration, tsconfig } from './projects.ts';

/** A package that exports clients, results and classes without writing their types. */
const library = `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';
import { ProcessInstances } from '@uipath/uipath-typescript/maestro-processes';
import { UiPath as Legacy } from '@uipath/uipath-typescript';
export const sdk = new UiPath();
export const tasks = new Tasks(sdk);
export const literal = new Tasks(new UiPath({ scope: 'OR.Tasks' }));
export async function load() {
  return (await tasks.getAll()).items;
}
export const getById = tasks.getById;
export const refused = tasks.create;
export class Repository {
  readonly instances = new ProcessInstances(sdk);
  async list() {
    return this.instances.getAll({ pageSize: 10 });
  }
}
export class MyTasks extends Tasks {
  mine() {
    return this.getAll();
  }
}
export const legacy = new Legacy();
export const chain = legacy.maestro.processes.instances;
export const { maestro } = legacy;
export const services = { tasks, buckets: legacy.buckets };
`;
const consumer = `import { chain, getById, legacy, literal, load, maestro, MyTasks } from '../library/index.js';
import { refused, Repository, sdk, services, tasks } from '../library/index.js';
import { Tasks } from '@uipath/uipath-typescript/tasks';
declare const options: any;
void tasks.getAll(); //OK
tasks.create(options, 1); //ERR(Tasks.create needs OR.Tasks or OR.Tasks.Write)
literal.create(options, 1); //OK
new Tasks(sdk).create(options, 1); //ERR(Tasks.create)
(await load())[0]!.title; //OK
(await load())[0]!.complete(options); //ERR(task.complete)
(await getById(1)).assign(options); //ERR(task.assign)
refused(options, 1); //ERR(Tasks.create)
(await new Repository().list()).items[0]!.pause(); //OK
(await new Repository().list()).items[0]!.getBpmn(); //ERR(processInstance.getBpmn)
(await new MyTasks(sdk).mine()).items[0]!.complete(options); //ERR(task.complete)
legacy.tasks.create(options, 1); //ERR(Tasks.create)
chain.getBpmn('a', 'b'); //ERR(ProcessInstances.getBpmn)
maestro.cases.instances.getAll(); //ERR(CaseInstances.getAll needs OR.Execution.Read)
maestro.processes.incidents.getAll(); //OK
services.buckets.getAll(); //ERR(Buckets.getAll)
`;

describe.concurrent('declarations that a compiler writes', () => {
  const workspaces = compilerVersions.map((version) => ({
    version,
    workspace: makeWorkspace({
      files: {
          'oauth-scopes.gen.d.ts': registration(`'OR.Tasks.Read PIMS'`),
        'source/index.ts': library,
        'consumer/index.ts': consumer,
        'tsconfig.library.json': {
          ...tsconfig({
            skipLibCheck: true,
            lib: ['es2023'],
            noEmit: false,
            declaration: true,
            emitDeclarationOnly: true,
            rootDir: 'source',
            outDir: 'library',
          }),
          include: ['source', 'oauth-scopes.gen.d.ts'],
        },
        'tsconfig.consumer.json': { ...tsconfig({ lib: ['es2023'] }), include: ['consumer', 'oauth-scopes.gen.d.ts'] },
      },
    }),
  }));
  afterAll(() => {
    workspaces.forEach(({ workspace }) => {
      workspace.remove();
    });
  });

  it.each(workspaces)('keep the guards for who reads them, TypeScript $version', async ({ version, workspace }) => {
    const emitted = await runTsc(version, workspace.directory, ['-p', 'tsconfig.library.json']);
    expect(emitted.errors).toEqual([]);
    expect(workspace.read('library/index.d.ts')).not.toMatch(/\bany\b/);
    const { errors } = await runTsc(version, workspace.directory, ['-p', 'tsconfig.consumer.json', '--skipLibCheck', 'true']);
    expect(differences({ 'consumer/index.ts': consumer }, errors)).toEqual([]);
  });
});
