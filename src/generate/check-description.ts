import type ts from 'typescript';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Catalog, CatalogClient } from '../catalogs/catalog.ts';
import type { CatalogPath } from '../catalogs/check-references.ts';
import { didYouMean } from '../scopes/did-you-mean.ts';
import { constructorOf } from './client-parameter.ts';
import { createDeclarationGraph, type Declaration, type DeclarationGraph } from './declaration-graph.ts';
import { publicMembers } from './members.ts';
import { declaredMembers, objectMembers } from './object-members.ts';
import { reachableDeclarations } from './references.ts';
import type { SdkPackage } from './sdk-package.ts';

/** Something that a catalog says of an SDK and that is not so. */
export interface DescriptionProblem {
  readonly path: CatalogPath;
  readonly message: string;
}

/**
 * Holds what a catalog says of an SDK against the SDK's declarations: the modules, classes and options of clients, and the members that have
 * requirements. A name that is not there would guard nothing, and nobody would know. Members that the catalog says to be of another version
 * (`introducedIn`) do not count, nor those of a type whose members cannot be told.
 */
export function checkDescription(typescript: typeof ts, index: CatalogIndex, sdk: SdkPackage): readonly DescriptionProblem[] {
  const graph = createDeclarationGraph(typescript, sdk);
  const { clients } = index.catalog;
  return [
    ...clients.flatMap((client, position) => checkClient(typescript, graph, client, ['clients', position])),
    ...checkMethods(typescript, graph, index),
  ].map((problem) => ({ ...problem, message: `${sdk.name} ${sdk.version} ${problem.message}` }));
}

function checkClient(
  typescript: typeof ts,
  graph: DeclarationGraph,
  { modules, className, scopeOption, unscopedOptions }: CatalogClient,
  path: CatalogPath,
): readonly DescriptionProblem[] {
  const specifiers = graph.entries.map(({ specifier }) => specifier);
  const unknown = modules.findIndex((module) => !specifiers.includes(module));
  if (unknown !== -1) {
    const name = modules[unknown] ?? '';
    return [{ path: [...path, 'modules', unknown], message: `has no module "${name}"${hint(name, specifiers)}` }];
  }
  return modules.flatMap((module): readonly DescriptionProblem[] => {
    const entry = graph.entries.find(({ specifier }) => specifier === module);
    const declaration = entry?.exports.get(className);
    if (entry === undefined || declaration === undefined) {
      return [{ path: [...path, 'className'], message: `exports no "${className}" from ${module}${hint(className, [...(entry?.exports.keys() ?? [])])}` }];
    }
    const options = optionsOf(typescript, graph, declaration);
    const named = [...(scopeOption === undefined ? [] : [scopeOption]), ...unscopedOptions];
    const missing = options === undefined ? undefined : named.find((name) => !options.includes(name));
    const key = missing === scopeOption ? ['scopeOption'] : ['unscopedOptions', unscopedOptions.indexOf(missing ?? '')];
    return missing === undefined || options === undefined
      ? []
      : [{ path: [...path, ...key], message: `takes no option "${missing}" where ${className} is made${hint(missing, options)}` }];
  });
}

/** The names of the properties of the first argument of a constructor; `undefined` where they cannot be told. */
function optionsOf(typescript: typeof ts, graph: DeclarationGraph, declaration: Declaration): readonly string[] | undefined {
  const own = constructorOf(typescript, graph, declaration);
  const type = own?.node.parameters[0]?.type;
  return own === undefined || type === undefined ? undefined : objectMembers(typescript, graph, own.owner.file, type);
}

function checkMethods(typescript: typeof ts, graph: DeclarationGraph, index: CatalogIndex): readonly DescriptionProblem[] {
  const members = membersByContainer(typescript, graph, index);
  const names = [...members.keys()];
  const paths = methodPaths(index.catalog);
  return index.catalog.methods.flatMap(({ container, member, introducedIn }, position): readonly DescriptionProblem[] => {
    const path = paths[position] ?? [];
    const known = members.get(container);
    if (introducedIn !== undefined || known?.has(member) === true || (known !== undefined && known.has(UNKNOWN))) {
      return [];
    }
    return known === undefined
      ? [{ path: withKey(path, 'container'), message: `declares no "${container}"${hint(container, names)}` }]
      : [{ path: withKey(path, 'member'), message: `has no member "${member}" of ${container}${hint(member, [...known])}` }];
  });
}

/** No name of a member: the members cannot be told. */
const UNKNOWN = '';

function membersByContainer(
  typescript: typeof ts,
  graph: DeclarationGraph,
  index: CatalogIndex,
): ReadonlyMap<string, ReadonlySet<string>> {
  const containers = new Map<string, Set<string>>();
  for (const declaration of reachableDeclarations(typescript, graph)) {
    const isClass = declaration.nodes.some(typescript.isClassDeclaration);
    const names = isClass
      ? publicMembers(typescript, graph, declaration).map(({ name }) => name)
      : (declaredMembers(typescript, graph, declaration) ?? [UNKNOWN]);
    for (const container of new Set([declaration.name, index.containerOf(declaration.name)])) {
      const known = containers.get(container) ?? new Set<string>();
      names.forEach((name) => known.add(name));
      containers.set(container, known);
    }
  }
  return containers;
}

/** Where each method stands in the file: those of endpoints come last. */
function methodPaths({ methods, endpoints = [] }: Catalog): readonly CatalogPath[] {
  const ofEndpoints = endpoints.flatMap(({ sdk = [] }, position) => sdk.map((_, inSdk): CatalogPath => ['endpoints', position, 'sdk', inSdk]));
  const listed = methods.slice(0, methods.length - ofEndpoints.length);
  return [...listed.map((_, position): CatalogPath => ['methods', position]), ...ofEndpoints];
}

function withKey(path: CatalogPath, key: string): CatalogPath {
  return path[0] === 'methods' ? [...path, key] : path;
}

function hint(name: string, known: readonly string[]): string {
  const names = known.filter((one) => one !== UNKNOWN);
  const nearest = didYouMean(name, names);
  const few = names.length > 0 && names.length <= 8 ? `; there are ${names.join(', ')}` : '';
  return nearest === undefined ? few : `; did you mean ${nearest}?`;
}
