import { createRequire } from 'node:module';
import type ts from 'typescript';

/**
 * The TypeScript that made a program, or one whose syntax trees are the same; `null` where there is none, as with a program that only looks
 * like one.
 *
 * A rule gets a program and needs the functions and constants that go with it. An import would cost every lint run half a second, also
 * without types, and might find another version than the parser did. Once there is a program, its TypeScript is in the process, whoever
 * loaded it.
 */
export function typescriptOf(program: ts.Program): typeof ts | null {
  const known = found.get(program);
  if (known !== undefined) {
    return known;
  }
  const result = candidates().find((candidate) => fits(candidate, program)) ?? null;
  found.set(program, result);
  return result;
}

/** One entry a program, for as long as the parser keeps it. */
const found = new WeakMap<ts.Program, typeof ts | null>();

const require = createRequire(import.meta.url);

function candidates(): (typeof ts)[] {
  const loaded = Object.values(require.cache).map((module) => module?.exports as unknown).filter(isTypeScript);
  return loaded.length > 0 ? loaded : [requireTypeScript()].filter((candidate) => candidate !== null);
}

/** For a process whose modules are kept elsewhere than in the cache of `require`. */
function requireTypeScript(): typeof ts | null {
  try {
    const candidate: unknown = require('typescript');
    return isTypeScript(candidate) ? candidate : null;
  } catch {
    return null;
  }
}

function isTypeScript(candidate: unknown): candidate is typeof ts {
  return (
    typeof candidate === 'object' && candidate !== null &&
    'versionMajorMinor' in candidate && 'SyntaxKind' in candidate && 'createProgram' in candidate && 'forEachChild' in candidate
  );
}

/** The numbers of the kinds move from version to version; with others, every test of a node would be wrong. */
function fits(candidate: typeof ts, program: ts.Program): boolean {
  const [file] = program.getSourceFiles();
  const kinds: Readonly<Record<string, unknown>> = candidate.SyntaxKind;
  return file?.kind === kinds['SourceFile'] && file?.endOfFileToken.kind === kinds['EndOfFileToken'];
}
