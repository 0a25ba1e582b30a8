import type { TypeScript } from '../usage/typescript.ts';
import type { Project } from './find-projects.ts';

/**
 * Where a text imports one of the packages, as an offset; `undefined` where it does not. A configuration of a bundler that only names a
 * package imports none.
 */
export function findPackageImport(ts: TypeScript, text: string, packages: readonly string[]): number | undefined {
  const named = packages.filter((name) => text.includes(name));
  const imported = named.length === 0 ? [] : ts.preProcessFile(text, true, true).importedFiles;
  return imported.find(({ fileName }) => named.some((name) => fileName === name || fileName.startsWith(`${name}/`)))?.pos;
}

/**
 * Whether a project may use one of the packages: a file of it imports one, or imports a file that does. Far cheaper than a program: most
 * projects of a workspace (the one for the bundler's own configuration, say) can be left out.
 * @param texts those of the project's files
 */
export function mayUsePackage(ts: TypeScript, { commandLine }: Project, texts: readonly string[], packages: readonly string[]): boolean {
  const { fileNames, options } = commandLine;
  const importsOne = (text: string) => findPackageImport(ts, text, packages) !== undefined;
  if (texts.some(importsOne)) {
    return true;
  }
  const cache = ts.createModuleResolutionCache(ts.sys.getCurrentDirectory(), (name) => name, options);
  const seen = new Set(fileNames);
  // A set iterates over what is added during the iteration.
  for (const fileName of seen) {
    const text = ts.sys.readFile(fileName) ?? '';
    if (importsOne(text)) {
      return true;
    }
    for (const { fileName: specifier } of ts.preProcessFile(text, true, true).importedFiles) {
      const { resolvedModule } = ts.resolveModuleName(specifier, fileName, options, ts.sys, cache);
      if (resolvedModule !== undefined && resolvedModule.isExternalLibraryImport !== true) {
        seen.add(resolvedModule.resolvedFileName);
      }
    }
  }
  return false;
}
