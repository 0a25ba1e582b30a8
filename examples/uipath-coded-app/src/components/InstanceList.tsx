import { useEffect, useState } from 'react';
import type { ProcessInstanceGetResponse } from '@uipath/uipath-typescript/maestro-processes';
import { useAuth } from '../auth/useAuth.js';

export function InstanceList() {
  const { sdk } = useAuth();
  const [instances, setInstances] = useState<ProcessInstanceGetResponse[]>([]);
  const [selected, setSelected] = useState<ProcessInstanceGetResponse | null>(null);

  useEffect(() => {
    async function load() {
      if (!sdk) return;
      const page = await sdk.maestro.processes.instances.getAll();
      setInstances(page.items);
    }
    void load();
  }, [sdk]);

  return (
    <ul>
      {instances.map((instance) => (
        <li key={instance.instanceId} onClick={() => setSelected(instance)}>
          {instance.instanceDisplayName}
        </li>
      ))}
      {selected && <InstanceActions instance={selected} />}
    </ul>
  );
}

function InstanceActions({ instance }: { instance: ProcessInstanceGetResponse }) {
  return <button onClick={() => instance.cancel({ comment: 'Stopped from the operations desk' })}>Cancel</button>;
}
