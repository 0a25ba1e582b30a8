import type { Project } from './find-projects.ts';

/**
 * Whether a project may use one of the packages: a file of it mentions one, or imports a file that does. Far cheaper than a program: most projects of
 * a workspace (the one for the bundler's own configuration, say) can be left out.
 * @param texts those of the project's files
 */
export function mentionsPackage(ts: typeof import('typescript'), { commandLine }: Project, texts: readonly string[], packages: readonly string[]): boolean {
  const { fileNames, options } = commandLine;
  const mentions = (text: string) => packages.some((name) => text.includes(name));
  if (texts.some(mentions)) {
    return true;
  }
  const cache = ts.createModuleResolutionCache(ts.sys.getCurrentDirectory(), (name) => name, options);
  const seen = new Set(fileNames);
  // A set iterates over what is added during the iteration.
  for (const fileName of seen) {
    const text = ts.sys.readFile(fileName) ?? '';
    if (mentions(text)) {
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
