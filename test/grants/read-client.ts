import ts from 'typescript';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import type { Catalog, CatalogClient } from '../../src/catalogs/catalog.ts';
import { readClientGrant, type ClientGrant } from '../../src/grants/client-grant.ts';
import type { Declaration, Place } from '../../src/grants/declaration.ts';
import { declaredEnvironment } from '../../src/grants/declared-environment.ts';
import { readDeclarations } from '../../src/grants/read-declarations.ts';
import { memoryFileSystem } from './memory-file-system.ts';
import { clientsIn, memoryProgram } from './memory-program.ts';
import { printPlace } from './print-place.ts';

const catalog = builtInCatalog('uipath') as Catalog;
const client = catalog.clients[0] as CatalogClient;

/**
 * Reads the clients that one of the files makes.
 * @param files sources, and .env files, by absolute path
 * @param withCallers look for the callers of functions as well
 */
export function grantsOf(files: Readonly<Record<string, string>>, main = '/app/sdk.ts', withCallers = false): ClientGrant[] {
  return clientReader(files, withCallers)(main);
}

/**
 * Reads clients that are made in files of their own, with the code from the second line on. One program for all of them is quicker by far;
 * in what is told of it, each file is sdk.ts.
 */
export function grantsOfEach(codes: readonly string[], files: Readonly<Record<string, string>> = {}, withCallers = false): ClientGrant[] {
  const made = Object.fromEntries(codes.map((code, index) => [`/app/sdk${index}.ts`, `import { UiPath } from 'sdk';\n${code}`]));
  const read = clientReader({ ...files, ...made }, withCallers);
  return Object.entries(made).map(([file, code]) => onlyOne(read(file), code));
}

/** No client is not the same as one that states nothing, and two would be taken for that of the next code. */
function onlyOne(grants: readonly ClientGrant[], code: string): ClientGrant {
  const [grant, ...others] = grants;
  if (grant === undefined || others.length > 0) {
    throw new Error(`expected one client, and found ${grants.length}:\n${code}`);
  }
  return grant;
}

function clientReader(files: Readonly<Record<string, string>>, withCallers: boolean): (main: string) => ClientGrant[] {
  const sources = Object.fromEntries(Object.entries(files).filter(([file]) => !file.startsWith('/app/.env')));
  const program = memoryProgram(sources);
  const reading = readDeclarations({ directory: '/app', root: '/app', catalog, fileSystem: memoryFileSystem(files) });
  const context = {
    ts,
    checker: program.getTypeChecker(),
    provider: 'uipath',
    environment: declaredEnvironment(reading, catalog.declarations.environmentKeys),
    ...(withCallers ? { files: program.getSourceFiles().filter(({ isDeclarationFile }) => !isDeclarationFile) } : {}),
  };
  return (main) => clientsIn(program, main).map((node) => readClientGrant(context, { node, client, arguments: node.arguments ?? [] }));
}

/** Reads the client that /app/sdk.ts makes; the code begins in its second line. */
export function grantOf(code: string, files: Readonly<Record<string, string>> = {}): ClientGrant {
  return onlyOne(grantsOf({ ...files, '/app/sdk.ts': `import { UiPath } from 'sdk';\n${code}` }), code);
}

/**
 * Each way to write a client with what comes of it in place of what is expected.
 * @param codeOf the code, of what a way has before what is expected
 */
export function reasonsOfEach(
  ways: readonly (readonly [string, ...unknown[]])[],
  codeOf: (...parts: readonly string[]) => string = (code = '') => code,
  files: Readonly<Record<string, string>> = {},
  withCallers = false,
): readonly (readonly unknown[])[] {
  const parts = ways.map((way) => way.slice(0, -1) as readonly string[]);
  const grants = grantsOfEach(parts.map((part) => codeOf(...part)), files, withCallers);
  return grants.map((grant, index) => [...(parts[index] ?? []), reasonOf(grant)]);
}

/** One line an alternative: `sdk.ts:2:12-19 OR.Jobs; .env:1:4-8 PIMS`. */
export function told(grant: ClientGrant): string | string[] {
  switch (grant.kind) {
    case 'scopes':
      return grant.alternatives.map((declaration) =>
        `${declaration === grant.effective ? '* ' : ''}${scopesOf(declaration)}`);
    case 'undecided':
      return `undecided at ${printAsSdk(grant.undecided.place)}: ${grant.undecided.reason}`;
    default:
      return grant.kind;
  }
}

/** The texts, `-` where what is declared may hold as well; or why they are not known. */
export function reasonOf(grant: ClientGrant): string | string[] {
  return grant.kind === 'scopes'
    ? [...grant.alternatives.map(({ text }) => text), ...(grant.orDeclared ? ['-'] : [])]
    : grant.kind === 'undecided' ? grant.undecided.reason : grant.kind;
}

export function textsOf(grant: ClientGrant): string | string[] {
  return grant.kind === 'scopes' ? grant.alternatives.map(({ text }) => text) : told(grant);
}

/** The numbered files of `grantsOfEach` are sdk.ts. */
function printAsSdk(place: Place): string {
  return printPlace({ ...place, file: place.file.replace(/^(\/app\/sdk)\d+(?=\.ts$)/, '$1') });
}

function scopesOf({ scopes }: Declaration): string {
  return scopes.map(({ scope, place }) => `${printAsSdk(place)} ${scope}`).join('; ');
}
