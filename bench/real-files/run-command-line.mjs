// node bench/real-files/run-command-line.mjs [--limit 2000] [--seconds 120] <directory> …
// `oauth-scopes check`, as a process, over source files that nobody wrote for it: a hundred to a project, with the catalogs of the package and
// with the synthetic ones. A process may find something (1), find nothing (0) or say in one line what it cannot do (2); whatever else it does
// is a crash, and what takes longer than the limit a hang. Prints how many there were, and how long they took. Ends with 1 if any did. Build first.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { copyBatches } from './copy-batches.mjs';
import { declareScopes } from './declare-scopes.mjs';
import { syntheticCatalogs } from './synthetic-catalogs.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: 'string', default: '2000' }, seconds: { type: 'string', default: '120' } },
});
const fromHere = (path) => fileURLToPath(new URL(path, import.meta.url));
const work = fromHere('../.work/real-files-command-line');
rmSync(work, { recursive: true, force: true });
const ts = createRequire(import.meta.url)('typescript');
const synthetic = syntheticCatalogs(ts, (path) => readFileSync(fromHere(`../../node_modules/${path}`), 'utf8'));

const batches = positionals.flatMap((directory, position) => copyBatches(resolve(directory), work, Number(options.limit), position));
const results = batches.map((batch, number) => {
  const result = { ...batch, ...check(batch.directory) };
  console.error(`${number + 1} of ${batches.length} projects, ${result.how}, ${Math.round(result.milliseconds)} ms`);
  return result;
});
report(results);

function check(directory) {
  declareScopes(directory, synthetic);
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({
    compilerOptions: {
      target: 'esnext', module: 'esnext', moduleResolution: 'bundler', jsx: 'preserve', allowJs: true, strict: true, skipLibCheck: true, noEmit: true,
      types: ['node', 'react'],
    },
    include: ['src'],
  }));
  const start = performance.now();
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [fromHere('../../dist/src/cli/main.js'), 'check', directory, '--format', 'json'], {
    cwd: directory, encoding: 'utf8', timeout: Number(options.seconds) * 1000, killSignal: 'SIGKILL', maxBuffer: 2 ** 29,
  });
  return { milliseconds: performance.now() - start, ...judge(status, signal, stdout, stderr) };
}

function judge(status, signal, stdout, stderr) {
  if (signal === 'SIGKILL') return { how: 'hang', stderr };
  if (status === 2 && !stderr.includes('this is a fault of oauth-scopes')) return { how: 'refused', stderr };
  if (status !== 0 && status !== 1) return { how: 'crash', stderr: stderr || `ended with ${status ?? signal}` };
  try {
    const { applications } = JSON.parse(stdout);
    const sum = (count) => applications.reduce((total, application) => total + count(application), 0);
    return { how: 'done', applications: applications.length, calls: sum(({ coverage }) => coverage.calls), findings: sum(({ findings }) => findings.length), stderr };
  } catch (error) {
    return { how: 'crash', stderr: `its output is no report: ${error.message}` };
  }
}

function report(all) {
  const sum = (count) => all.reduce((total, one) => total + (count(one) ?? 0), 0);
  const bad = all.filter(({ how }) => how === 'crash' || how === 'hang');
  console.log(`${sum(({ files }) => files.length)} files in ${all.length} projects, ${(sum(({ milliseconds }) => milliseconds) / 1000).toFixed(0)} s`);
  console.log(`${sum(({ applications }) => applications)} reports with ${sum(({ calls }) => calls)} calls and ${sum(({ findings }) => findings)} findings`);
  console.log(`${bad.filter(({ how }) => how === 'crash').length} crashes, ${bad.filter(({ how }) => how === 'hang').length} hangs, ${all.filter(({ how }) => how === 'refused').length} refused`);
  for (const { directory, how, stderr } of all.filter((one) => one.how !== 'done')) console.log(`${relative(work, directory)}: ${how}: ${stderr.trim().slice(0, 600)}`);
  const [slowest] = all.toSorted((left, right) => right.milliseconds - left.milliseconds);
  console.log(`slowest: ${relative(work, slowest.directory)}, ${Math.round(slowest.milliseconds)} ms`);
  process.exitCode = bad.length > 0 ? 1 : 0;
}
