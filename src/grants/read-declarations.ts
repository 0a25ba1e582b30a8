import type { Catalog } from '../catalogs/catalog.ts';
import { readConfigurationFile } from './configuration-file.ts';
import type { Declaration, Undecided } from './declaration.ts';
import { readEnvironmentFile, type EnvironmentEntry } from './environment-file.ts';
import { parseEnvironmentFileName, type EnvironmentFileName } from './environment-file-name.ts';
import type { FileProblem } from './file-problem.ts';
import { forwardSlashes, MAXIMUM_FILE_SIZE, type FileSystem } from './file-system.ts';
import { declaredText } from './located-text.ts';
import { MANIFEST_NAME, NO_STATEMENTS, readManifest, type ManifestStatements } from './manifest.ts';
import { packageField } from './package-json.ts';

/** Whose declarations are looked for, and where. */
export interface DeclarationSearch {
  /** Absolute path of the application's directory; nothing below or above it is read. */
  readonly directory: string;
  /** Absolute path of the project's root; a directory outside of it declares nothing. */
  readonly root: string;
  readonly catalog: Catalog;
  readonly fileSystem: FileSystem;
  /** Name of the application in the manifest, where it has several of one provider. */
  readonly application?: string;
  /** Keys of .env files that hold scopes, besides those of the catalog. */
  readonly environmentKeys?: readonly string[];
}

/** An .env key whose value is made of other variables. */
export interface UndecidedEnvironmentKey extends Undecided {
  readonly key: string;
  readonly environment: string | null;
}

export interface DeclarationReading {
  /** Configuration files, then .env files, then the manifest. Templates only if there is nothing else. */
  readonly declarations: readonly Declaration[];
  readonly problems: readonly FileProblem[];
  readonly undecided: readonly UndecidedEnvironmentKey[];
  /** The .env files that a loader would read, templates not among them; whatever they assign. */
  readonly environmentFiles: readonly string[];
  /** What the manifest says besides. */
  readonly statements: ManifestStatements;
}

/** Reads everything that an application declares outside its code. Does not throw; a file with a problem declares nothing. */
export function readDeclarations(search: DeclarationSearch): DeclarationReading {
  const directory = forwardSlashes(search.directory).replace(/(?<=.)\/$/, '');
  const root = forwardSlashes(search.root).replace(/(?<=.)\/$/, '');
  if (directory !== root && root !== '/' && !directory.startsWith(`${root}/`)) {
    return NOTHING;
  }
  const names = search.fileSystem.list(directory);
  const readings = [
    ...readConfigurationFiles(search, directory, names),
    ...readEnvironmentFiles(search, directory, names),
    ...(names.includes(MANIFEST_NAME) ? [readManifestFile(search, directory)] : []),
  ];
  const all = merge(readings);
  const real = all.declarations.filter((declaration) => !isTemplate(declaration));
  return { ...all, declarations: real.length > 0 || all.undecided.length > 0 ? real : all.declarations };
}

/** The declaration stands in a file that is to be copied and filled in. */
export function isTemplate({ kind }: Declaration): boolean {
  return kind === 'configuration-example' || kind === '.env.example';
}

const NOTHING: DeclarationReading = { declarations: [], problems: [], undecided: [], environmentFiles: [], statements: NO_STATEMENTS };

function readConfigurationFiles(
  { catalog, fileSystem }: DeclarationSearch,
  directory: string,
  names: readonly string[],
): DeclarationReading[] {
  return catalog.declarations.files.flatMap(({ name, pointer }) =>
    [name, `${name}.example`].filter((candidate) => names.includes(candidate)).map((candidate) =>
      readText(fileSystem, `${directory}/${candidate}`, (text, file) => {
        const kind = candidate === name ? 'configuration' : 'configuration-example';
        const { declaration, problems } = readConfigurationFile(text, file, pointer, { provider: catalog.provider, kind });
        // A template is not the application's fault: it may well hold comments, or `<your scopes>` without quotes.
        return { ...NOTHING, declarations: declaration === undefined ? [] : [declaration], problems: candidate === name ? problems : [] };
      })));
}

/**
 * What the text of an .env file declares for a provider; nothing if the file has another name, or is broken.
 * @param environmentKeys keys that hold scopes, besides those of the catalog
 */
export function declarationsInEnvironmentFile(
  text: string,
  file: string,
  catalog: Catalog,
  environmentKeys: readonly string[],
): readonly Declaration[] {
  const name = parseEnvironmentFileName(file.slice(file.lastIndexOf('/') + 1));
  const wanted = new Set([...catalog.declarations.environmentKeys, ...environmentKeys]);
  const { entries } = readEnvironmentFile(text, file, wanted);
  return name === undefined ? [] : entries.filter(({ expands }) => !expands).map((entry) => declareEntry(catalog.provider, name, entry));
}

function readEnvironmentFiles(search: DeclarationSearch, directory: string, names: readonly string[]): DeclarationReading[] {
  const { catalog, fileSystem, environmentKeys = [] } = search;
  const wanted = new Set([...catalog.declarations.environmentKeys, ...environmentKeys]);
  return names.flatMap((fileName) => {
    const name = parseEnvironmentFileName(fileName);
    return name === undefined ? [] : [{ name, fileName }];
  }).sort((left, right) => precedence(left.name) - precedence(right.name)).map(({ name, fileName }) =>
    readText(fileSystem, `${directory}/${fileName}`, (text, file) => {
      const { entries, problems } = readEnvironmentFile(text, file, wanted);
      const plain = entries.filter(({ expands }) => !expands);
      return {
        ...NOTHING,
        declarations: plain.map((entry) => declareEntry(catalog.provider, name, entry)),
        problems: name.template ? [] : problems,
        undecided: name.template ? [] : entries.filter(({ expands }) => expands).map((entry) => leaveOpen(name, entry)),
        environmentFiles: name.template ? [] : [file],
      };
    }));
}

/** The base first, and what overrides it after it. */
function precedence({ environment, local, template }: EnvironmentFileName): number {
  return (template ? 4 : 0) + (environment === null ? 0 : 2) + (local ? 1 : 0);
}

function declareEntry(provider: string, name: EnvironmentFileName, { key, value, place }: EnvironmentEntry): Declaration {
  const kind = name.template ? '.env.example' : '.env';
  return { provider, kind, ...declaredText(value, place), key, environment: name.environment };
}

function leaveOpen({ environment }: EnvironmentFileName, { key, place }: EnvironmentEntry): UndecidedEnvironmentKey {
  return { key, environment, place, reason: `${key} is made of other variables, whose values are not read` };
}

function readManifestFile({ catalog, fileSystem, application }: DeclarationSearch, directory: string): DeclarationReading {
  return readText(fileSystem, `${directory}/${MANIFEST_NAME}`, (text, file) => {
    const packageName = packageField(fileSystem.readFile(`${directory}/package.json`), 'name');
    const { declarations, statements, problems } = readManifest(text, file, {
      provider: catalog.provider,
      fileSystem,
      ...(application === undefined ? {} : { application }),
      ...(typeof packageName === 'string' ? { packageName } : {}),
    });
    return { ...NOTHING, declarations, statements, problems };
  });
}

function readText(fileSystem: FileSystem, file: string, read: (text: string, file: string) => DeclarationReading): DeclarationReading {
  const text = fileSystem.readFile(file);
  if (text !== undefined) {
    return read(text, file);
  }
  // A link that leads out of the project is listed, and yet does not exist.
  return fileSystem.exists(file) ? { ...NOTHING, problems: [{ file, line: 1, column: 1, message: UNREADABLE }] } : NOTHING;
}

const UNREADABLE = `cannot be read; it must be a file of at most ${MAXIMUM_FILE_SIZE / 1024} kilobytes that you may read`;

function merge(readings: readonly DeclarationReading[]): DeclarationReading {
  return {
    declarations: readings.flatMap(({ declarations }) => declarations),
    problems: readings.flatMap(({ problems }) => problems),
    undecided: readings.flatMap(({ undecided }) => undecided),
    environmentFiles: readings.flatMap(({ environmentFiles }) => environmentFiles),
    // There is one manifest at most.
    statements: readings.find(({ statements }) => statements !== NO_STATEMENTS)?.statements ?? NO_STATEMENTS,
  };
}
