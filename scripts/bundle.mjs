// Puts what each entry of the package loads into a handful of files. Node.js resolves, reads and links every module of its own, and of the
// three hundred that there are a linter would load two hundred: most of what starting with the plugin took. What the compiler wrote works as
// well; this writes the entries over, with the same names. Run after the compiler.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { projectRoot } from './project-root.mjs';

const output = join(projectRoot, 'dist');
const chunks = 'chunks';
/** Name of the file below dist → source. */
const entries = { index: 'index.ts', 'src/cli/main': 'src/cli/main.ts', 'src/testing/index': 'src/testing/index.ts' };

const bundle = await rolldown({
  input: Object.fromEntries(Object.entries(entries).map(([name, source]) => [name, join(projectRoot, source)])),
  platform: 'node',
  // Everything that is installed: a copy in here would be loaded beside the one that others load.
  external: /^[^./]/,
  plugins: [keepPlaces()],
  logLevel: 'warn',
});
const { output: files } = await bundle.generate({
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: `${chunks}/[name].js`,
});
await bundle.close();

const present = readChunks();
for (const { fileName, code } of files) {
  replaceFile(join(output, fileName), code);
  present.delete(fileName);
}
for (const stale of present) {
  rmSync(join(output, stale));
}

/** A module finds its data beside itself, wherever its code has gone: `import.meta.url` is that of the file that the compiler wrote. */
function keepPlaces() {
  const mark = 'file-below-dist:';
  return {
    name: 'keep-places',
    transform(code, source) {
      const place = relative(projectRoot, source).replaceAll('\\', '/').replace(/\.ts$/, '.js');
      return code.includes('import.meta.url') ? { code: code.replaceAll('import.meta.url', `new URL('${mark}${place}', import.meta.url).href`) } : null;
    },
    renderChunk(code, { fileName }) {
      return { code: code.replaceAll(mark, '../'.repeat(fileName.split('/').length - 1) || './') };
    },
  };
}

function readChunks() {
  mkdirSync(join(output, chunks), { recursive: true });
  return new Set(readdirSync(join(output, chunks)).map((name) => `${chunks}/${name}`));
}

/** Tests read dist while another process builds it: a file is there whole, or not at all, and stays as it is where nothing changes. */
function replaceFile(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) {
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
