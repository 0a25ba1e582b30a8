import { useEffect, useMemo, useState } from 'react';
import { Processes, type ProcessGetResponse } from '@uipath/uipath-typescript/processes';
import { useAuth } from '../auth/useAuth.js';
import { recentProcesses } from '../services/recentProcesses.js';

export function ProcessPicker() {
  const { sdk } = useAuth();
  const processService = useMemo(() => (sdk ? new Processes(sdk) : null), [sdk]);
  const [processes, setProcesses] = useState<ProcessGetResponse[]>([]);

  useEffect(() => {
    if (!processService) return;
    void processService.getAll().then((page) => setProcesses(page.items));
  }, [processService]);

  return (
    <select onChange={(event) => recentProcesses.start(event.target.value)}>
      {processes.map((process) => (
        <option key={process.key}>{process.name}</option>
      ))}
      {recentProcesses.getAll().map((name) => (
        <option key={`recent ${name}`}>{name}</option>
      ))}
    </select>
  );
}
