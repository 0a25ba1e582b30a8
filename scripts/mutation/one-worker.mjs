// Vitest's runner in the worker that runs every mutant: once the tests are collected it runs those that it is asked for, with the mutant that
// it is told, until it is told to end. Caches of the mutated code are emptied before every test; where a test fails with a mutant and then
// without it, too, the worker is given up.
import { BroadcastChannel } from 'node:worker_threads';
import { TestRunner } from 'vitest';

const namespace = (globalThis.__stryker__ ??= {});
const { caches, stop } = noteCaches();

/** A mutant that no test has noticed by then is one that survives. */
const MOST_MILLISECONDS = Number(process.env['MUTATION_SECONDS']) * 1000;

export default class OneWorker extends TestRunner {
  async onCollected(files) {
    stop();
    const tests = new Map(files.flatMap((file) => testsOf(file, '')).map((test) => [test.id, test]));
    for (const suite of new Set([...tests.values()].flatMap(({ suites }) => suites))) {
      for (const hook of TestRunner.getSuiteHooks(suite).beforeAll) await hook(suite);
    }
    const channel = new BroadcastChannel('mutants');
    const questions = listen(channel);
    channel.postMessage({ errors: files.flatMap((file) => file.result?.errors ?? []).map(({ stack, message }) => stack ?? message) });
    for (;;) {
      const question = await questions.next();
      if (question.what === 'end') break;
      channel.postMessage(question.what === 'mutant' ? await runMutant(question, tests) : await runAll(tests));
    }
    channel.close();
    for (const file of files) file.mode = 'skip';
    for (const file of files) file.tasks.length = 0;
  }
}

async function runAll(tests) {
  namespace.activeMutant = undefined;
  const results = [];
  for (const test of tests.values()) {
    namespace.currentTestId = test.id;
    const start = performance.now();
    const error = await failure(test);
    test.milliseconds = performance.now() - start;
    namespace.currentTestId = undefined;
    const shared = { id: test.id, name: test.id, fileName: test.file, timeSpentMs: test.milliseconds };
    results.push(error === undefined ? { ...shared, status: 0 } : { ...shared, status: 1, failureMessage: error });
  }
  return { tests: results, coverage: namespace.mutantCoverage };
}

/** Quick tests, and those that have found mutants before, come first: a mutant lives until one fails. */
async function runMutant({ mutant, hitLimit, tests: ids }, tests) {
  const chosen = ids.map((id) => tests.get(id)).filter((test) => test !== undefined).sort((left, right) => rank(left) - rank(right));
  namespace.hitCount = 0;
  namespace.hitLimit = hitLimit;
  let run = 0;
  const begin = performance.now();
  for (const test of chosen) {
    if (performance.now() - begin > MOST_MILLISECONDS) break;
    run += 1;
    namespace.activeMutant = mutant;
    const start = performance.now();
    const error = await failure(test);
    namespace.activeMutant = undefined;
    const isHitLimitReached = hitLimit !== undefined && namespace.hitCount > hitLimit;
    if (error !== undefined || isHitLimitReached) {
      test.found = (test.found ?? 0) + 1;
      return { killedBy: test.id, message: error, run, isHitLimitReached, isSpoilt: (await failure(test)) !== undefined };
    }
    test.milliseconds ??= performance.now() - start;
  }
  return { run, isSpoilt: false, isHitLimitReached: false };
}

function rank({ milliseconds = 0, found = 0 }) {
  return milliseconds / (1 + found);
}

async function failure({ task, suites }) {
  for (const cache of caches) cache.empty();
  try {
    for (const suite of suites) for (const hook of TestRunner.getSuiteHooks(suite).beforeEach) await hook(task.context, suite);
    try {
      await TestRunner.getTestFn(task)();
    } finally {
      for (const suite of suites) for (const hook of TestRunner.getSuiteHooks(suite).afterEach) await hook(task.context, suite);
    }
    return undefined;
  } catch (error) {
    return String(error?.message ?? error).slice(0, 2000);
  }
}

/** Tests that are skipped are none. */
function testsOf(task, path, suites = []) {
  if (task.mode === 'skip' || task.mode === 'todo') return [];
  const name = `${path} ${task.name}`.trim();
  if (task.type === 'test') return [{ id: name, task, suites, file: task.file.filepath }];
  const inside = task.tasks.flatMap((one) => testsOf(one, name, [...suites, task]));
  const seen = new Map();
  return inside.map((test) => {
    const count = seen.get(test.id) ?? 0;
    seen.set(test.id, count + 1);
    return count === 0 ? test : { ...test, id: `${test.id} (${count + 1})` };
  });
}

function listen(channel) {
  const waiting = [];
  const come = [];
  channel.onmessage = ({ data }) => {
    const next = waiting.shift();
    if (next === undefined) come.push(data);
    else next(data);
  };
  return { next: () => (come.length > 0 ? Promise.resolve(come.shift()) : new Promise((resolve) => waiting.push(resolve))) };
}

/**
 * Modules keep what they have worked out in maps that are made empty when the module is loaded. Those of code that is mutated, or that calls
 * what is mutated, are noted, so that no test finds there what another test, or a mutant, has left.
 */
function noteCaches() {
  const caches = [];
  const { Map, WeakMap } = globalThis;
  // Without the name of a function: the module itself.
  const isOurs = () => /^\s*at [^()]*\/src\/(?:scopes|grants|usage|verdict)\//.test((new Error().stack ?? '').split('\n')[3] ?? '');
  globalThis.Map = class extends Map {
    constructor(...given) {
      super(...given);
      if (given.length === 0 && isOurs()) caches.push({ empty: () => this.clear() });
    }
  };
  globalThis.WeakMap = class extends WeakMap {
    constructor(...given) {
      super(...given);
      if (given.length === 0 && isOurs()) caches.push({ empty: () => (this.kept = new WeakMap()) });
    }
    get(key) {
      return this.kept === undefined ? super.get(key) : this.kept.get(key);
    }
    has(key) {
      return this.kept === undefined ? super.has(key) : this.kept.has(key);
    }
    set(key, value) {
      if (this.kept === undefined) super.set(key, value);
      else this.kept.set(key, value);
      return this;
    }
    delete(key) {
      return this.kept === undefined ? super.delete(key) : this.kept.delete(key);
    }
  };
  const stop = () => Object.assign(globalThis, { Map, WeakMap });
  return { caches, stop };
}
