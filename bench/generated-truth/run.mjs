// node bench/generated-truth/run.mjs [--programs 20000] [--first 1] [--compiler typescript] [--show 5] [--only raw|guarded]
// Generates programs of which it is known what they lack and what they do not need, and holds the analysis against it. Every second batch is
// analysed with the declarations that carry grants. Prints each program that it is wrong about, made as small as it gets. Build first.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { builtInCatalog } from '../../dist/src/catalogs/built-in.js';
import { indexCatalog } from '../../dist/src/catalogs/catalog-index.js';
import { analyse } from '../../dist/src/verdict/analyse.js';
import { installPackage } from '../../scripts/install-package.mjs';
import { createJudge } from './judge-programs.mjs';
import { shrink } from './shrink.mjs';

const BATCH = 50;

const { values: options } = parseArgs({
  options: {
    programs: { type: 'string', default: '20000' },
    first: { type: 'string', default: '1' },
    compiler: { type: 'string', default: 'typescript' },
    show: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});
const directory = fileURLToPath(new URL('../.work/generated-truth', import.meta.url)).replaceAll('\\', '/');
rmSync(directory, { recursive: true, force: true });
mkdirSync(directory, { recursive: true });
writeFileSync(`${directory}/package.json`, '{ "name": "generated", "private": true, "type": "module" }\n');
installPackage(directory, { copy: ['@uipath/uipath-typescript', '@types/react', 'csstype'], link: {} });

const ts = createRequire(import.meta.url)(options.compiler);
const judge = createJudge({ ts, directory, analyse, index: indexCatalog(builtInCatalog('uipath')) });
const [first, count] = [Number(options.first), Number(options.programs)];
const kinds = new Map();
const start = performance.now();
let [wrong, shown, calls, undecidable] = [0, 0, 0, 0];
for (let done = 0; done < count; done += BATCH) {
  const overlay = options.only === undefined ? (done / BATCH) % 2 === 1 : options.only === 'guarded';
  for (const { recipe, problems } of judge.judgeSeeds(first + done, Math.min(BATCH, count - done), overlay)) {
    calls += recipe.calls.length;
    undecidable += recipe.undecidable === null ? 0 : 1;
    if (problems.length === 0) continue;
    wrong += 1;
    const kind = problems[0].replace(/ (?:OR|PIMS|DU|Directory|PM|TM|IS|Traces|DataFabric)\b[\w.]*/g, ' …').replace(/(?:call|then) \d+/g, 'call …').slice(0, 110);
    kinds.set(kind, [...(kinds.get(kind) ?? []), recipe.seed]);
    if (shown < Number(options.show)) {
      shown += 1;
      show(recipe, overlay);
    }
  }
  if (process.stderr.isTTY || done % 1000 === 0) console.error(`${done + BATCH} programs, ${wrong} wrong, ${Math.round((performance.now() - start) / 1000)} s`);
}
const seconds = (performance.now() - start) / 1000;
console.log(`${count} programs with ${calls} calls, ${undecidable} of a class that cannot be decided in full; ${wrong} disagreements; ${seconds.toFixed(0)} s`);
for (const [kind, seeds] of [...kinds].sort((left, right) => right[1].length - left[1].length)) {
  console.log(`${seeds.length} × ${kind} (seeds ${seeds.slice(0, 8).join(', ')})`);
}
process.exitCode = wrong === 0 ? 0 : 1;

function show(recipe, overlay) {
  const judged = (one) => judge.judgeRecipes([one], overlay)[0];
  const wanted = judged(recipe).problems[0];
  const small = shrink(recipe, (one) => judged(one).problems.some((problem) => problem.slice(0, 12) === wanted?.slice(0, 12)));
  const { files, problems } = judged(small);
  console.log(`--- seed ${recipe.seed}${overlay ? ', with declarations that carry grants' : ''}\n${problems.join('\n')}\n${JSON.stringify(small.clients)}`);
  for (const [path, text] of Object.entries(files)) console.log(`// ${path}\n${text}`);
}
