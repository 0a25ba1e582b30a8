import { useCallback, useEffect, useMemo, useState } from 'react';
import { Jobs, type JobGetResponse } from '@uipath/uipath-typescript/jobs';
import { useAuth } from '../auth/useAuth.js';

const refreshMilliseconds = Number(import.meta.env.VITE_REFRESH_SECONDS ?? 60) * 1000;

export function useJobs() {
  const { sdk } = useAuth();
  const jobService = useMemo(() => (sdk ? new Jobs(sdk) : null), [sdk]);
  const [jobs, setJobs] = useState<JobGetResponse[]>([]);

  const refresh = useCallback(async () => {
    if (!jobService) return;
    const running = await jobService.getAll({ filter: "state eq 'Running'" });
    setJobs(running.items);
  }, [jobService]);

  const stop = useCallback(
    async (key: string) => {
      const job = jobs.find((candidate) => candidate.key === key);
      await job?.stop();
      await refresh();
    },
    [jobs, refresh],
  );

  useEffect(() => {
    void refresh();
    const timer = setInterval(() => void refresh(), refreshMilliseconds);
    return () => clearInterval(timer);
  }, [refresh]);

  return { jobs, stop };
}
