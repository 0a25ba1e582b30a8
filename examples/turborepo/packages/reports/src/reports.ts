import { connect, Folders } from '@example/client';
import { Jobs } from '@uipath/uipath-typescript/jobs';

const sdk = connect();

export const folders = new Folders(sdk);

export async function jobCount(): Promise<number> {
  return (await new Jobs(sdk).getAll()).items.length;
}
