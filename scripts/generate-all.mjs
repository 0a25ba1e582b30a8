// Makes the generated types again: `npm run build && npm run generate`. Output is checked in, and a test holds it against what this would write.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { directoryReader } from '../dist/src/generate/directory-reader.js';
import { generateUiPathTypes } from '../dist/src/generate/uipath-types.js';

const root = fileURLToPath(new URL('..', import.meta.url));
for (const folder of ['real', 'guarded', 'overlay']) {
  rmSync(join(root, 'types/uipath', folder), { recursive: true, force: true });
}
const files = generateUiPathTypes(ts, directoryReader(join(root, 'node_modules/@uipath/uipath-typescript')));
for (const { path, text } of files) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(`${files.length} files`);
