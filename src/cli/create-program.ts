import type ts from 'typescript';
import type { TypeScript } from '../usage/typescript.ts';
import type { Project } from './find-projects.ts';
import type { AnalysisOverlay } from './analysis-overlay.ts';
import { isRegistrationFile, withoutRegistration } from '../grants/registration-file.ts';

/**
 * The program of a project, ready for a type checker. Nothing is checked yet.
 *
 * A registration file is read without its registration: with it, a call that the declared scopes do not cover has no type, and what it
 * returns could not be followed any further.
 */
export function createProgram(ts: TypeScript, { commandLine }: Project, overlay: AnalysisOverlay): ts.Program {
  const options: ts.CompilerOptions = { ...commandLine.options, noEmit: true, skipLibCheck: true, incremental: false };
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const readSourceFile = host.getSourceFile.bind(host);
  return ts.createProgram({
    rootNames: [...commandLine.fileNames, ...overlay.added],
    options,
    ...(commandLine.projectReferences === undefined ? {} : { projectReferences: commandLine.projectReferences }),
    host: Object.assign(host, {
      // Comments carry no types in TypeScript files, and a third of the SDK's declarations are comments.
      jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
      // References lead to the sources of the referenced project, not to declarations that may not be built. The language service does the
      // same.
      useSourceOfProjectReferenceRedirect: () => true,
      getSourceFile(...[fileName, settings, ...rest]: Parameters<typeof readSourceFile>) {
        const text = isRegistrationFile(fileName) ? readFile(fileName) : undefined;
        return text === undefined
          ? readSourceFile(fileName, settings, ...rest)
          : ts.createSourceFile(fileName, overlay.registered ? withoutRegistration(text) : '', settings);
      },
    }),
  });
}
