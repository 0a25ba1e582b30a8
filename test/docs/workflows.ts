import { load } from 'js-yaml';

interface Step {
  readonly run?: string;
  readonly uses?: string;
}

interface Workflow {
  readonly jobs?: Readonly<Record<string, { readonly 'runs-on'?: string; readonly steps?: readonly Step[] }>>;
}

/** A workflow of GitHub as a page shows it: whole, or its steps, after permissions perhaps. */
export interface ShownWorkflow {
  /** What GitHub would not take. */
  readonly problems: readonly string[];
  /** The lines of its `run:` steps. */
  readonly lines: readonly string[];
}

/** Reads one. A step runs something or uses an action, and an action is named with its version. */
export function readWorkflow(text: string): ShownWorkflow {
  const whole = /^jobs:/m.test(text) ? text : text.replace(/^ {6}- /m, 'on: push\njobs:\n  shown:\n    runs-on: ubuntu-latest\n    steps:\n      - ');
  const workflow = load(whole) as Workflow & { readonly on?: unknown };
  const jobs = Object.entries(workflow.jobs ?? {});
  const steps = jobs.flatMap(([, job]) => job.steps ?? []);
  return {
    problems: [
      ...(workflow.on === undefined ? ['says not when it runs'] : []),
      ...jobs.filter(([, job]) => job['runs-on'] === undefined).map(([name]) => `${name} runs nowhere`),
      ...steps.filter(({ run, uses }) => (run === undefined) === (uses === undefined)).map((step) => `is no step: ${JSON.stringify(step)}`),
      ...steps.flatMap(({ uses = 'a/b@v1' }) => (/^[\w-]+\/[\w/-]+@(?:v\d+|[0-9a-f]{40})$/.test(uses) ? [] : [`${uses} has no version`])),
    ],
    lines: steps.flatMap(({ run }) => run?.trim().split('\n') ?? []),
  };
}
