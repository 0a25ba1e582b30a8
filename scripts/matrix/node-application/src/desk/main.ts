import { listTasks, sdk } from '../core/client.js';

const folderId = Number(process.env['FOLDER_ID']);

async function takeOver(title: string) {
  const tasks = await listTasks();
  for (const task of tasks.items) {
    if (task.title === title) {
      await task.assign({ userId: 7 });
    }
  }
  await sdk.tasks.create({ title: `Look at ${title}` }, folderId);
}

/** Reads, and holds a scope that allows writing as well. */
const listAssets = () => sdk.assets.getAll({ folderId });

/** A request of its own, because it wants no more than the number. */
async function countJobs(): Promise<unknown> {
  const response = await fetch('https://cloud.uipath.com/contoso/production/orchestrator_/odata/Jobs?$top=0&$count=true', {
    headers: { Authorization: `Bearer ${sdk.getToken()}` },
  });
  return response.json();
}

void Promise.all([takeOver(process.argv[2] ?? 'invoices'), listAssets(), countJobs()]);
