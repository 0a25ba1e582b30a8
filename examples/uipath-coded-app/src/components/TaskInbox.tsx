import { useEffect, useMemo, useState } from 'react';
import { Tasks, TaskType, type TaskGetResponse } from '@uipath/uipath-typescript/tasks';
import { useAuth } from '../auth/useAuth.js';

export function TaskInbox() {
  const { sdk } = useAuth();
  const taskService = useMemo(() => (sdk ? new Tasks(sdk) : null), [sdk]);
  const [openTasks, setOpenTasks] = useState<TaskGetResponse[]>([]);

  useEffect(() => {
    async function load() {
      if (!taskService) return;
      const page = await taskService.getAll({ pageSize: 25 });
      setOpenTasks(page.items.filter((task) => !task.isCompleted));
    }
    void load();
  }, [taskService]);

  async function approveAll() {
    if (!taskService) return;
    const page = await taskService.getAll({ pageSize: 25 });
    for (const task of page.items) {
      await task.complete({ type: TaskType.External, action: 'approve' });
    }
  }

  return (
    <section>
      <button onClick={approveAll}>Approve all {openTasks.length}</button>
      {openTasks.map((task) => (
        <article key={task.id}>{task.title}</article>
      ))}
    </section>
  );
}
