/** Compiler settings that read as little as possible: the command line is what is tested. */
export const tsconfig = {
  compilerOptions: {
    target: 'es2022',
    lib: ['es2015'],
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ['src'],
};

/** Reads and creates tasks; declares a scope for reading them, and one that nothing needs. */
export const taskApplication = {
  'package.json': { name: 'task-desk', type: 'module' },
  'package-lock.json': {},
  'tsconfig.json': tsconfig,
  'uipath.json': { clientId: 'b0a1', scope: 'OR.Tasks.Read OR.Assets' },
  'src/tasks.ts': `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';

export const tasks = new Tasks(new UiPath());

export async function titles(): Promise<string[]> {
  const page = await tasks.getAll();
  return page.items.map((task) => task.title);
}

export async function open(title: string): Promise<void> {
  await tasks.create({ title }, 7);
}
`,
};
