import { useJobs } from '../hooks/useJobs.js';

export function JobList() {
  const { jobs, stop } = useJobs();

  return (
    <ul>
      {jobs.map((job) => (
        <li key={job.key}>
          {job.processName} ({job.state})
          <button onClick={() => stop(job.key)}>Stop</button>
          <button onClick={() => job.resume()}>Resume</button>
        </li>
      ))}
    </ul>
  );
}
