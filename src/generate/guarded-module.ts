import { distinctFileNames } from './distinct-file-names.ts';
import { printCopy, printGuardedDeclaration } from './guarded-declarations.ts';
import type { ModuleScope, Recorded } from './module-scope.ts';
import type { GeneratedFile } from './overlay.ts';
import { printProtectedBase } from './protected-members.ts';
import { quote } from './quote.ts';

/** What stands between `import type` and `from`, and the module, seen from the folder of the guarded modules. */
export interface Import {
  readonly names: string;
  readonly module: string;
}

/**
 * The files of a module of guarded declarations, without their first line. It is one file, `guarded/<name>.d.ts`; if that were larger than
 * `largestFile`, that file hands on what a file for each declaration has, `guarded/<name>/<declaration>.d.ts`.
 *
 * @param machinery what each of the declarations may mention
 */
export function guardedModule(scope: ModuleScope, name: string, machinery: readonly Import[]): readonly GeneratedFile[] {
  const printed = new Map<string, Recorded>();
  // A Map's iterator also visits what is added on the way.
  for (const [declared, { declaration, form }] of scope.own) {
    printed.set(declared, scope.record(() => printers[form](scope, declaration, declared)));
  }
  const texts = [...printed.values()].map(({ text }) => text);
  if (texts.reduce((length, text) => length + text.length, 0) <= largestFile) {
    return [{ path: `guarded/${name}.d.ts`, text: printModule([...machinery, ...importsOf([...printed.values()])], texts) }];
  }
  const files = distinctFileNames([...printed.keys()]);
  const handedOn = [...files].map(([declared, file]) => `export { ${declared} } from ${quote(`./${name}/${file}.js`)};\n`);
  const parts = [...printed].map(([declared, recorded]): GeneratedFile => {
    const outside = [...machinery, ...importsOf([recorded])].map(({ names, module }) => ({ names, module: fromFolder(module) }));
    const beside = [...recorded.own].filter((other) => other !== declared).map((other) => ({ names: `{ ${other} }`, module: `./${files.get(other) ?? other}.js` }));
    return { path: `guarded/${name}/${files.get(declared) ?? declared}.d.ts`, text: printModule([...outside, ...beside], [recorded.text]) };
  });
  return [{ path: `guarded/${name}.d.ts`, text: handedOn.join('') }, ...parts];
}

/**
 * Characters. The 82 classes of Genesys are 1.4 million, and a file for each is faster than one for all: docs/performance.md has the
 * numbers. The largest module of UiPath has 68,000, where more files would cost what they save.
 */
const largestFile = 400_000;

const printers = { guarded: printGuardedDeclaration, copy: printCopy, protected: printProtectedBase };

function printModule(imports: readonly Import[], texts: readonly string[]): string {
  const lines = imports.map(({ names, module }) => `import type ${names} from ${quote(module)};`);
  return [...(lines.length === 0 ? [] : [`${lines.join('\n')}\n`]), ...texts].join('\n');
}

function importsOf(printed: readonly Recorded[]): readonly Import[] {
  const modules = new Map<string, Set<string>>();
  for (const [module, names] of printed.flatMap(({ imported }) => [...imported])) {
    const all = modules.get(module) ?? new Set();
    names.forEach((name) => all.add(name));
    modules.set(module, all);
  }
  const imports = [...modules].map(([module, names]) => ({ names: `{ ${[...names].sort().join(', ')} }`, module }));
  return imports.sort((one, other) => (one.names < other.names ? -1 : 1));
}

function fromFolder(module: string): string {
  return module.startsWith('../') ? `../${module}` : module.replace(/^\.\//, '../');
}
