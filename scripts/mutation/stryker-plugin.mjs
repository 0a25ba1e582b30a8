// Stryker's test runner for this project: it hands the mutants one by one to a worker of Vitest that has loaded the compiler and the tests
// once (one-worker.mjs), so that a mutant costs the time of its tests. A new worker for each costs seconds, and there are thousands.
import { BroadcastChannel } from 'node:worker_threads';
import { createVitest } from 'vitest/node';

const CHANNEL = 'mutants';

/** Every so many mutants are tried. The others are errors, which do not count. */
const SAMPLED = Number(process.env['MUTATION_SAMPLED'] ?? 1);

class OneWorker {
  static inject = [];

  /**
   * What is done when a module is loaded is never mutated (`ignoreStatic`), so that no mutant needs the modules anew: without this, Stryker
   * starts the process again for each mutant that is reached then as well.
   */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    process.env['NODE_ENV'] = 'test';
    process.env['VITEST'] = '1';
    await this.#start();
  }

  async dryRun() {
    const { tests, coverage } = await this.#ask({ what: 'every test' });
    return { status: 'complete', tests, mutantCoverage: coverage };
  }

  async mutantRun({ activeMutant, hitLimit, testFilter }) {
    if (Number(activeMutant.id) % SAMPLED !== 0) {
      return { status: 'error', errorMessage: 'not in the sample' };
    }
    const answer = await this.#ask({ what: 'mutant', mutant: activeMutant.id, hitLimit, tests: testFilter });
    // What the mutant has left behind would be held against the next one.
    if (answer.isSpoilt) {
      await this.dispose();
      await this.#start();
    }
    if (answer.isHitLimitReached) {
      return { status: 'timeout', reason: 'it goes on for more than a hundred times as long' };
    }
    return answer.killedBy === undefined
      ? { status: 'survived', nrOfTests: answer.run }
      : { status: 'killed', killedBy: [answer.killedBy], failureMessage: answer.message, nrOfTests: answer.run };
  }

  async dispose() {
    this.channel?.postMessage({ what: 'end' });
    await this.run?.catch(() => undefined);
    this.channel?.close();
    await this.vitest?.close();
    this.vitest = undefined;
  }

  async #start() {
    this.channel = new BroadcastChannel(CHANNEL);
    this.vitest = await createVitest('test', { config: 'vitest.mutation.config.ts', watch: false, reporters: [{}] });
    const ready = this.#answer();
    this.run = this.vitest.start();
    const ended = this.run.then(() => {
      const errors = this.vitest?.state.getUnhandledErrors().map((error) => error?.stack ?? error) ?? [];
      const failed = this.vitest?.state.getFiles().flatMap((file) => file.result?.errors ?? []).map(({ stack }) => stack) ?? [];
      throw new Error(`The tests could not be loaded.\n${[...errors, ...failed].join('\n')}`);
    });
    ended.catch(() => undefined);
    const { errors } = await Promise.race([ready, ended]);
    if (errors.length > 0) {
      throw new Error(`The tests could not be loaded.\n${errors.join('\n')}`);
    }
  }

  #ask(question) {
    const answer = this.#answer();
    this.channel.postMessage(question);
    return answer;
  }

  #answer() {
    return new Promise((resolve) => {
      this.channel.onmessage = ({ data }) => resolve(data);
    });
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'one-worker', injectableClass: OneWorker }];
