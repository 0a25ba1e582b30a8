import type { Declaration, GraphEntry } from './declaration-graph.ts';
import type { OverlayContext } from './overlay-context.ts';
import { printType, type Rename, type Renamed, unreserved } from './print-type.ts';
import { type RawPath, rawPaths } from './raw-paths.ts';
import { typeParametersOf } from './type-parameters.ts';

/** How the names of the SDK are written in one generated module. It remembers what the module has to import and to declare. */
export interface ModuleScope {
  readonly context: OverlayContext;
  /** Name under which the SDK exports a declaration from the module; `undefined` if it does not. */
  exportedName(declaration: Declaration): string | undefined;
  /** How the module reaches the SDK's own declaration of a type: `Raw.TaskService`; `undefined` if it does not. */
  rawPath(declaration: Declaration): string | undefined;
  /** Renames what stands in a file of the SDK. `grant` is the type argument of types that depend on a grant. */
  rename(file: string, grant: string): Rename;
  /** The name of a declaration that depends on the grant. */
  guardedName(declaration: Declaration): string;
  /** The name of a copy of a declaration that the module does not find anywhere near. */
  copyName(declaration: Declaration): string;
  /** The name of a class with another class's protected members. */
  protectedName(declaration: Declaration): string;
  /** What the module declares, by name. Grows while it is printed. */
  readonly own: ReadonlyMap<string, OwnDeclaration>;
  /** What `print` prints, and the names that it mentions. */
  record(print: () => string): Recorded;
}

/** A printed text, and the names in it that stand for a declaration of a generated module or of the SDK's. */
export interface Recorded {
  readonly text: string;
  /** Names that the module itself declares. */
  readonly own: ReadonlySet<string>;
  /** Names that it imports, by the module that has them. */
  readonly imported: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface OwnDeclaration {
  readonly declaration: Declaration;
  readonly form: Form;
}

/** It depends on the grant; or it is a copy; or it has the protected members of a class. */
type Form = 'guarded' | 'copy' | 'protected';

/** File name of the module that has the copies which several modules need, so that they are one type in all of them. */
export const sharedModuleName = 'shared';

/** The scope of a module of the SDK or, without an `entry`, that of the shared module. */
export function createModuleScope(context: OverlayContext, entry?: GraphEntry, shared?: ModuleScope): ModuleScope {
  const { typescript, graph, guarded, twins } = context;
  const exportedNames = entry?.exportedName ?? new Map<Declaration, string>();
  const paths = entry === undefined ? new Map<Declaration, RawPath>() : rawPaths(typescript, graph, entry);
  const own = new Map<string, OwnDeclaration>();
  let mentioned: { own: Set<string>; imported: Map<string, Set<string>> } = { own: new Set(), imported: new Map() };

  const declare = (name: string, declaration: Declaration, form: Form): string => {
    const free = unreserved(name);
    const known = own.get(free);
    if (known !== undefined && known.declaration !== declaration) {
      return declare(`${free}_`, declaration, form);
    }
    own.set(free, { declaration, form });
    mentioned.own.add(free);
    return free;
  };
  const importFrom = (module: string, name: string): string => {
    mentioned.imported.set(module, (mentioned.imported.get(module) ?? new Set()).add(name));
    return name;
  };
  const copyName = (declaration: Declaration): string => {
    const common = twins.shared(declaration);
    return common === undefined || shared === undefined
      ? declare(declaration.name, common ?? declaration, 'copy')
      : importFrom(`./${sharedModuleName}.js`, shared.copyName(common));
  };
  const protectedName = (declaration: Declaration): string => {
    const common = twins.shared(declaration);
    return common === undefined || shared === undefined
      ? declare(`Protected${declaration.name}`, common ?? declaration, 'protected')
      : importFrom(`./${sharedModuleName}.js`, shared.protectedName(common));
  };
  const guardedName = (declaration: Declaration): string => {
    const twin = paths.has(declaration) ? undefined : twins.exported(declaration, isNear(context, entry, declaration));
    return twin === undefined
      ? declare(declaration.name, declaration, 'guarded')
      : importFrom(`./${twin.entry.name}.js`, twin.declaration.name);
  };
  const plainName = (declaration: Declaration): string => {
    const path = paths.get(declaration);
    if (path?.isExact === true) {
      return path.text;
    }
    const twin = twins.exported(declaration, isNear(context, entry, declaration));
    const name = twin?.entry.exportedName.get(twin.declaration);
    return twin === undefined || name === undefined ? copyName(declaration) : importFrom(`../real/${twin.entry.name}.js`, name);
  };
  const rename = (file: string, grant: string): Rename => {
    return (name): Renamed | undefined => {
      const target = graph.resolve(file, name);
      if (typeof target !== 'object') {
        return target === 'undelivered' ? { text: 'any' } : undefined;
      }
      if (!guarded.has(target)) {
        return { text: plainName(target) };
      }
      const defaults = typeParametersOf(typescript, target).map((parameter) =>
        parameter.default === undefined ? 'any' : printType(typescript, parameter.default, rename(target.file, grant)),
      );
      return { text: guardedName(target), grant: { text: grant, defaults } };
    };
  };

  for (const declaration of exportedNames.keys()) {
    if (guarded.has(declaration)) {
      declare(declaration.name, declaration, 'guarded');
    }
  }
  return {
    context,
    exportedName: (declaration) => exportedNames.get(declaration),
    rawPath: (declaration) => paths.get(declaration)?.text,
    rename,
    guardedName,
    copyName,
    protectedName,
    own,
    record: (print) => {
      mentioned = { own: new Set(), imported: new Map() };
      return { text: print(), ...mentioned };
    },
  };
}

/**
 * A generated module imports from modules that the SDK's own loads anyway, and from smaller ones: never does an application load much
 * more for it.
 */
function isNear({ graph }: OverlayContext, entry: GraphEntry | undefined, declaration: Declaration): (other: GraphEntry) => boolean {
  const loaded = graph.importedFiles(entry?.file ?? declaration.file);
  return (other) => loaded.has(other.file) || (entry !== undefined && other.sourceFile.end < entry.sourceFile.end);
}
