import { useEffect, useState } from 'react';
import type { CaseInstanceGetResponse } from '@uipath/uipath-typescript/cases';
import { useAuth } from '../auth/useAuth.js';

export function CaseList() {
  const { sdk } = useAuth();
  const [cases, setCases] = useState<CaseInstanceGetResponse[]>([]);

  useEffect(() => {
    async function load() {
      if (!sdk) return;
      const { items } = await sdk.maestro.cases.instances.getAll();
      setCases(items);
    }
    void load();
  }, [sdk]);

  return (
    <ol>
      {cases.map((instance) => (
        <li key={instance.instanceId}>{instance.caseTitle}</li>
      ))}
    </ol>
  );
}
