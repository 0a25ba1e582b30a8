import type ts from 'typescript';

/**
 * Reads source files that stay as they are, the declarations of the language and of packages, and parses each once for all programs of a
 * worker with the same compiler and the same options.
 */
export function sharedDeclarations(
  typescript: typeof ts,
  options: ts.CompilerOptions,
  host: ts.CompilerHost,
): (path: string, languageVersion: ts.ScriptTarget | ts.CreateSourceFileOptions) => ts.SourceFile | undefined {
  const key = `${typescript.version} ${JSON.stringify(options)}`;
  const parsed = parsedFiles.get(key) ?? new Map<string, ts.SourceFile>();
  parsedFiles.set(key, parsed);
  return (path, languageVersion) => {
    const known = parsed.get(path) ?? host.getSourceFile(path, languageVersion);
    if (known !== undefined) {
      parsed.set(path, known);
    }
    return known;
  };
}

/** By compiler and options, then by path; for the life of the worker. */
const parsedFiles = new Map<string, Map<string, ts.SourceFile>>();
