// Makes the generated types again: `npm run build && npm run generate`. Output is checked in, and a test holds it against what this would write.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { builtInHeaders } from '../dist/src/catalogs/built-in.js';
import { directoryReader } from '../dist/src/generate/directory-reader.js';
import { generatePathRequirements } from '../dist/src/generate/path-requirements.js';
import { generateShippedTypes } from '../dist/src/generate/shipped-types.js';
import { projectRoot } from './project-root.mjs';

for (const { provider, sdk } of builtInHeaders().filter((header) => header.sdk !== undefined)) {
  for (const folder of ['real', 'guarded', 'overlay']) {
    rmSync(join(projectRoot, 'types', provider, folder), { recursive: true, force: true });
  }
  const files = generateShippedTypes(ts, provider, directoryReader(join(projectRoot, 'node_modules', sdk.package)));
  write(files);
  console.log(`${provider}: ${files.length} files`);
}
rmSync(join(projectRoot, 'types/paths'), { recursive: true, force: true });
write(generatePathRequirements('npm run generate'));

function write(files) {
  for (const { path, text } of files) {
    const file = join(projectRoot, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
