// Makes the pictures of the documentation from what the tools really print about examples/uipath-coded-app. `--check` writes nothing, and ends
// with 1 if a picture is not what it would be now.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeExample, removeExample } from '../../examples/example-application.mjs';
import { projectRoot } from '../project-root.mjs';
import { pictureCompileError } from './compile-error.mjs';
import { pictureReport } from './report.mjs';

const folder = join(projectRoot, 'docs/pictures');
const onlyCheck = process.argv.includes('--check');
const example = makeExample();
try {
  const isKept = (name, content) => existsSync(join(folder, name)) && readFileSync(join(folder, name), 'utf8') === content;
  const error = pictureCompileError(example);
  const report = pictureReport(example);
  const stale = [
    ...(isKept('compile-error.svg', error) ? [] : [['compile-error.svg', () => error]]),
    ...(isKept('report.sha256', `${report.hash}\n`) ? [] : [['report.png', report.draw], ['report.sha256', () => `${report.hash}\n`]]),
  ];
  if (onlyCheck) {
    stale.forEach(([name]) => console.error(`docs/pictures/${name} is not what the tools print now: run npm run docs, and look at it.`));
    process.exitCode = stale.length === 0 ? 0 : 1;
  } else {
    mkdirSync(folder, { recursive: true });
    for (const [name, draw] of stale) {
      writeFileSync(join(folder, name), await draw());
      console.log(`Wrote docs/pictures/${name}`);
    }
  }
} finally {
  removeExample(example);
}
