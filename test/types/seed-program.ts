import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { type CatalogIndex, indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { Catalog, CatalogMethod } from '../../src/catalogs/catalog.ts';
import { createDeclarationGraph, type DeclarationGraph, type GraphEntry } from '../../src/generate/declaration-graph.ts';
import { directoryReader } from '../../src/generate/directory-reader.ts';
import { demandedRequirement } from '../../src/generate/guard-lookup.ts';
import { publicMembers } from '../../src/generate/members.ts';
import { rawPaths } from '../../src/generate/raw-paths.ts';
import { readSdkPackage } from '../../src/generate/sdk-package.ts';
import { describeRequirement, type Requirement, type Scope } from '../../src/scopes/requirement.ts';
import { lacking, satisfies } from '../../src/scopes/satisfy.ts';
import { projectDirectory } from '../support/workspace.ts';

export interface SeedProgram {
  readonly text: string;
  /** `section member` of the rows that the installed SDK does not have. */
  readonly absent: readonly string[];
  /** How many calls the program makes for each row that the installed SDK has. */
  readonly calls: readonly number[];
}

/**
 * A program that calls every method of the seed table, on the service, through the root class and on returned objects: with each choice
 * of the scopes that the row names, without any, and with all scopes but those of one clause. Marked with what must come of each call.
 */
export function seedProgram(): SeedProgram {
  const index = indexCatalog(builtInCatalog('uipath') as Catalog);
  const graph = installedSdk();
  const absent: string[] = [];
  const lines: (readonly string[])[] = [];
  for (const { section, method: member, aliases, requires, line } of seedRows()) {
    const methods = [member, ...aliases].flatMap((name) => seedMethods(index, line, name));
    const calls = methods.flatMap((method) => receivers(graph, method).map((receiver) => ({ method, receiver })));
    if (calls.length === 0) {
      absent.push(`${section} ${member}`);
    }
    lines.push(calls.flatMap(({ method, receiver }) => callsOf(index, method, receiver, requires)));
  }
  const calls = lines.map(({ length }) => length).filter((count) => count > 0);
  return { text: `${header(graph)}\n${lines.flat().join('\n')}\n`, absent, calls };
}

interface SeedRow {
  readonly section: string;
  readonly method: string;
  readonly aliases: readonly string[];
  readonly requires: Requirement;
  readonly line: number;
}

interface Receiver {
  /** Its type, with `G` for the grant. */
  readonly type: string;
  /** Parameters that a call must give. */
  readonly parameters: number;
}

export function seedRows(): readonly SeedRow[] {
  const file = new URL('../fixtures/seeds/uipath-methods.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { rows: SeedRow[] }).rows;
}

/** What the catalog made of a row: the service's method, and the same on returned objects. */
function seedMethods({ catalog }: CatalogIndex, line: number, member: string): readonly CatalogMethod[] {
  const named = catalog.methods.filter((method) => method.member === member);
  return named.filter(({ rows }) => rows.some((row) => row.source === 'seed' && row.line === line));
}

function installedSdk(): DeclarationGraph {
  const directory = join(projectDirectory, 'node_modules/@uipath/uipath-typescript');
  return createDeclarationGraph(ts, readSdkPackage(directoryReader(directory)));
}

/** Every module of the SDK that declares the method, and how a type reaches it there. */
function receivers(graph: DeclarationGraph, method: CatalogMethod): readonly Receiver[] {
  return graph.entries.flatMap((entry) => {
    if (!method.modules.includes(entry.specifier)) {
      return [];
    }
    const paths = rawPaths(ts, graph, entry);
    return [...paths].flatMap(([declaration, { text }]) => {
      const member = publicMembers(ts, graph, declaration).find(({ name }) => name === method.member);
      if (declaration.name !== method.container || member === undefined) {
        return [];
      }
      return [{ type: text.replace(/^Raw\.(\w+)/, `${namespaceOf(entry)}.$1<G>`), parameters: requiredParameters(member.nodes[0]) }];
    });
  });
}

function requiredParameters(node: ts.Node | undefined): number {
  const isMethod = node !== undefined && (ts.isMethodDeclaration(node) || ts.isMethodSignature(node));
  return isMethod ? node.parameters.filter(({ questionToken }) => questionToken === undefined).length : 0;
}

function callsOf(index: CatalogIndex, method: CatalogMethod, receiver: Receiver, seed: Requirement): readonly string[] {
  const requirement = demandedRequirement(method) ?? [];
  const { vocabulary } = index;
  const arguments_ = Array.from({ length: receiver.parameters }, () => 'untyped').join(', ');
  const call = (grant: string, held: readonly Scope[]): string => {
    const lack = describeRequirement(lacking(held, requirement, vocabulary));
    const error = `//ERR('MissingScope<"${method.label} needs ${lack}">' has no call signatures)`;
    const mark = satisfies(held, requirement, vocabulary) ? '//OK' : error;
    return `(untyped as ${receiver.type.replace('<G>', `<Grant<${grant}>>`)}).${method.member}(${arguments_}); ${mark}`;
  };
  const literals = (scopes: readonly Scope[]): string => scopes.map((scope) => `'${scope}'`).join(' | ');
  const choices = [...new Set([0, -1].map((position) => literals(seed.flatMap((clause) => clause.at(position) ?? []))))];
  const sufficient = choices.map((choice) => call(choice, choice.split(' | ').map((scope) => scope.slice(1, -1))));
  const without = requirement.map((clause) => {
    const satisfiesClause = (name: Scope): boolean => clause.some((scope) => vocabulary.implied(name).has(scope));
    const excluded = vocabulary.names.filter((name) => vocabulary.isRoleWildcard(name) || satisfiesClause(name));
    return call(`Exclude<Scope, ${literals(excluded)}>`, vocabulary.names.filter((name) => !excluded.includes(name)));
  });
  return [...sufficient, call('never', []), ...without];
}

function header({ entries }: DeclarationGraph): string {
  const imports = entries.map((entry) => `import type * as ${namespaceOf(entry)} from '${entry.specifier}';`);
  return [...imports, `import type { Grant, Scope } from 'eslint-plugin-oauth-scopes/types';`, 'declare const untyped: any;'].join('\n');
}

function namespaceOf({ name }: GraphEntry): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
