import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';

type Tool = 'tsc' | 'eslint' | 'check';

interface Found {
  readonly place: string;
  readonly kind: string;
  readonly message: string;
}

interface Outcome {
  readonly before: readonly Found[];
  readonly tsc: readonly Found[];
  readonly tsc7: readonly Found[];
  readonly eslint: readonly Found[];
  readonly check: readonly Found[];
  readonly minimal: readonly string[];
  readonly status: Readonly<Record<string, number>>;
}

interface Fault {
  readonly kind: string;
  readonly scope: string;
  readonly foundBy: Readonly<Partial<Record<Tool, string>>>;
}

const examples = new URL('../../examples/', import.meta.url);
const expected = readExpected();

describe('the example, with the packed package installed in it', () => {
  let outcome: Outcome;

  beforeAll(() => {
    const output = execFileSync(process.execPath, [fileURLToPath(new URL('demo.mjs', examples)), '--json'], { encoding: 'utf8' });
    outcome = JSON.parse(output) as Outcome;
  });

  test('compiles before the scopes are registered', () => {
    expect(outcome.before).toEqual([]);
    expect(outcome.status).toMatchObject({ before: 0, sync: 0 });
  });

  test.each([
    ['TypeScript 6', 'tsc', 'tsc'],
    ['TypeScript 7', 'tsc7', 'tsc'],
    ['ESLint', 'eslint', 'eslint'],
    ['oauth-scopes check', 'check', 'check'],
  ] as const)('%s finds its faults, and nothing else', (_name, run, tool) => {
    expect(outcome[run].map(placeAndKind).sort()).toEqual(faultsFor(tool).map(placeAndKind).sort());
    for (const fault of faultsFor(tool)) {
      expect(messagesAt(outcome[run], fault)).toContainEqual(expect.stringContaining(fault.scope));
    }
    expect(outcome.status[run]).not.toBe(0);
  });

  test('check and minimal end with the exit codes that a pipeline relies on', () => {
    expect(outcome.status).toMatchObject({ eslint: 1, check: 1, minimal: 0 });
  });

  test('minimal prints the least scopes', () => {
    expect(outcome.minimal).toEqual(expected.minimal);
  });
});

function faultsFor(tool: Tool): { place: string; kind: string; scope: string }[] {
  return expected.faults.flatMap(({ kind, scope, foundBy }) => {
    const place = foundBy[tool];
    return place === undefined ? [] : [{ place, kind, scope }];
  });
}

function messagesAt(found: readonly Found[], { place, kind }: { place: string; kind: string }): string[] {
  return found.filter((candidate) => candidate.place === place && candidate.kind === kind).map(({ message }) => message);
}

function placeAndKind({ place, kind }: { place: string; kind: string }): string {
  return `${place} ${kind}`;
}

function readExpected(): { faults: readonly Fault[]; minimal: readonly string[] } {
  const text = readFileSync(new URL('uipath-coded-app/expected.json', examples), 'utf8');
  return JSON.parse(text) as { faults: readonly Fault[]; minimal: readonly string[] };
}
