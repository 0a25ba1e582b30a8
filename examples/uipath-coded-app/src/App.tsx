import { useAuth } from './auth/useAuth.js';
import { AssetTable } from './components/AssetTable.js';
import { CaseList } from './components/CaseList.js';
import { InstanceList } from './components/InstanceList.js';
import { JobList } from './components/JobList.js';
import { ProcessPicker } from './components/ProcessPicker.js';
import { QueueOverview } from './components/QueueOverview.js';
import { TaskInbox } from './components/TaskInbox.js';

export function App() {
  const { sdk, isAuthenticated, login } = useAuth();

  if (!sdk) return <p>Connecting…</p>;
  if (!isAuthenticated) return <button onClick={login}>Sign in</button>;

  return (
    <main>
      <h1>{import.meta.env.VITE_APPLICATION_TITLE ?? 'Operations'}</h1>
      <ProcessPicker />
      <JobList />
      <TaskInbox />
      <InstanceList />
      <CaseList />
      <QueueOverview folderId={Number(import.meta.env.VITE_FOLDER_ID)} />
      <AssetTable />
    </main>
  );
}
