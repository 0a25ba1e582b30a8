import { useEffect, useState } from 'react';
import { Queues, type QueueGetResponse } from '@uipath/uipath-typescript/queues';
import { useAuth } from '../auth/useAuth.js';
import { loadQueues } from '../services/loadQueues.js';

export function QueueOverview({ folderId }: { folderId: number }) {
  const { sdk } = useAuth();
  const [queues, setQueues] = useState<QueueGetResponse[]>([]);

  useEffect(() => {
    if (sdk) void loadQueues(new Queues(sdk), folderId).then(setQueues);
  }, [sdk, folderId]);

  return (
    <dl>
      {queues.map((queue) => (
        <dd key={queue.id}>{queue.name}</dd>
      ))}
    </dl>
  );
}
