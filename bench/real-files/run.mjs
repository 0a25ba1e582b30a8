// node bench/real-files/run.mjs [--limit 2000] [--seconds 120] <directory> …
// Every rule and the analysis of `check` over source files that nobody wrote for them: once with the catalogs of the package, once with
// catalogs that call the language's own library, Node.js and React the SDK of a provider, so that the analysis has something to follow.
// Prints how many files there were, what crashed, what took longer than the limit, and the slowest. Ends with 1 if anything did. Build first.
import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { copyBatches } from './copy-batches.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: 'string', default: '2000' }, seconds: { type: 'string', default: '120' } },
});
const work = fileURLToPath(new URL('../.work/real-files', import.meta.url));
rmSync(work, { recursive: true, force: true });

const batches = positionals.flatMap((directory, position) => copyBatches(resolve(directory), work, Number(options.limit), position));
const results = [];
for (const [number, batch] of batches.entries()) {
  for (const pending = [batch.files]; pending.length > 0;) {
    const files = pending.pop();
    const { done, end } = await runBatch({ ...batch, files });
    results.push(...done);
    const rest = files.slice(done.length);
    const half = Math.ceil(rest.length / 2);
    if (rest.length === 1) results.push({ file: rest[0], crashes: [], milliseconds: 0, bytes: 0, ...end });
    else if (rest.length > 1) pending.push(rest.slice(half), rest.slice(0, half));
  }
  console.error(`${number + 1} of ${batches.length} batches, ${results.length} files`);
}
report(results);

/** In a process of its own, which is ended where it takes too long; what it has done until then, and how it ended. */
function runBatch({ directory, files }) {
  return new Promise((resolvePromise) => {
    const child = fork(fileURLToPath(new URL('worker.mjs', import.meta.url)), [directory], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const done = [];
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), Number(options.seconds) * 1000);
    };
    wait();
    child.on('message', (result) => {
      done.push(result);
      wait();
    });
    child.on('exit', (_, signal) => {
      clearTimeout(timer);
      resolvePromise({ done, end: signal === 'SIGKILL' ? { hang: true } : { died: true } });
    });
    child.send(files);
  });
}

function report(all) {
  const sum = (count) => all.reduce((total, one) => total + (count(one) ?? 0), 0);
  console.log(`${all.length} files, ${(sum(({ bytes }) => bytes) / 2 ** 20).toFixed(1)} MB, ${sum(({ lines }) => lines)} lines; ${sum(({ syntaxErrors }) => (syntaxErrors > 0 ? 1 : 0))} with syntax errors`);
  console.log(`${sum(({ uses }) => uses)} calls and ${sum(({ escapes }) => escapes)} places that hide some were seen, ${sum(({ reports }) => reports)} reports of rules`);
  const crashed = all.filter(({ crashes, died }) => crashes.length > 0 || died);
  const hung = all.filter(({ hang }) => hang);
  console.log(`${crashed.length} files with crashes, ${hung.length} that took longer than ${options.seconds} s`);
  for (const { file, crashes, died } of crashed) console.log(`${relative(work, file)}: ${died ? 'the process ended' : crashes.join('\n  ')}`);
  for (const { file } of hung) console.log(`${relative(work, file)}: took too long`);
  const slowest = all.toSorted((left, right) => right.milliseconds - left.milliseconds).slice(0, 5);
  console.log(`slowest: ${slowest.map(({ file, milliseconds, bytes }) => `${relative(work, file)} (${Math.round(milliseconds)} ms, ${Math.round(bytes / 1024)} kB)`).join(', ')}`);
  process.exitCode = crashed.length + hung.length > 0 ? 1 : 0;
}
