import { connect, Folders } from '@example/client';
import { Tasks } from '@uipath/uipath-typescript/tasks';

const sdk = connect();

export const tasks = new Tasks(sdk);
export const folders = new Folders(sdk);

export async function open(title: string): Promise<void> {
  await tasks.create({ title }, 7);
}

export async function titles(): Promise<string[]> {
  return (await tasks.getAll()).items.map((task) => task.title);
}
