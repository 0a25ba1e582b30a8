import type { QueueGetResponse, Queues } from '@uipath/uipath-typescript/queues';

export async function loadQueues(queues: Queues, folderId: number): Promise<QueueGetResponse[]> {
  const page = await queues.getAll({ folderId, pageSize: 100 });
  return page.items;
}
