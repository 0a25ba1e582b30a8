import { describe, expect, it } from 'vitest';
import { analyseFiles } from './virtual-application.ts';

const start = `import { UiPath } from '@uipath/uipath-typescript/core';
import { Jobs } from '@uipath/uipath-typescript/jobs';
const sdk = new UiPath({ scope: 'OR.Jobs' } as never);
`;

function told(code: string): string[] {
  const { usage } = analyseFiles({ 'src/main.ts': `${start}${code}\nexport {};\n` });
  return [...usage.uses.map(({ method, typed }) => `${typed ? '' : '? '}${method}`), ...usage.escapes.map(({ reason }) => reason)];
}

describe('code that nothing reaches', () => {
  it.each([
    ['a function that only code behind a return calls', 'export function f() { return; function load() { return new Jobs(sdk).getAll(); } load(); }'],
    ['functions that call each other behind a return', `export async function f() { return;
  async function load() { return new Jobs(sdk).getAll(); }
  async function loadAll() { return load(); }
  await loadAll(); }`],
    ['a function that is only called where a condition is false', 'function load() { return new Jobs(sdk).getAll(); } if (false) { load(); }'],
    ['what is without a type there', 'if (false) { const job = await new Jobs(sdk).getById("a", 1); await job.resume(); (sdk as any).jobs.getAll(); }'],
    ['a client that leaves its type there', 'if (false) { const jobs = new Jobs(sdk); (console.log as any)(jobs); jobs.getAll.call(jobs); }'],
  ])('makes no calls: %s', (_, code) => {
    expect(told(code)).toEqual([]);
  });

  it.each([
    ['a function behind a return that is called before', 'export function f() { return load(); function load() { return new Jobs(sdk).getAll(); } }'],
    ['a function that is called in both', 'function load() { return new Jobs(sdk).getAll(); } if (false) { load(); } load();'],
  ])('is not mistaken for it: %s', (_, code) => {
    expect(told(code)).toEqual(['Jobs.getAll']);
  });
});
