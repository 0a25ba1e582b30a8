import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { Catalog, CatalogClient } from '../../src/catalogs/catalog.ts';
import { indexCatalog, type CatalogIndex } from '../../src/catalogs/catalog-index.ts';
import type { Declaration, Place } from '../../src/grants/declaration.ts';
import { forwardSlashes } from '../../src/grants/file-system.ts';
import { hideTokens } from '../../src/grants/hide-tokens.ts';
import { indexLines } from '../../src/grants/line-index.ts';
import { isTemplate } from '../../src/grants/read-declarations.ts';
import { inspectScopeString, type Inspection } from '../../src/scopes/inspect.ts';
import { inspectDeclaration, isUnfilled } from '../../src/verdict/inspect-declarations.ts';
import { analysesOf, type FileAnalysis } from './analyses-of.ts';
import { catalogsOf } from './catalogs-of.ts';
import { clientSiteOf } from './client-site.ts';
import { constantBehind, propertyValue } from './constant-behind.ts';
import { findClients, type ClientConstruction } from './find-clients.ts';
import type { LintedFile } from './linted-file.ts';
import { resolveList, resolveText, type SourceText } from './resolve-text.ts';
import { isEnvironmentFile, isJsonFile, readScopeFile } from './scope-files.ts';
import { readSettings } from './settings.ts';

/** A string and where its parts are written. */
export type WrittenText = Pick<Declaration, 'text' | 'stretches' | 'place'>;

/** A scope string, and the provider whose it is. */
export interface ScopeString extends WrittenText, Inspection {
  readonly index: CatalogIndex;
  /** Where to report what is wrong with a string of a file that is not linted; `null`: where it stands. */
  readonly client: Place | null;
}

/**
 * The scope strings that a file answers for. Where one may stand is decided by the place alone: a file that a catalog names, the manifest,
 * or the option of a client of the provider's SDK, found by its import or by its type. A `scope` anywhere else is nobody's business.
 */
export function scopeStringsOf(file: LintedFile): readonly ScopeString[] {
  const known = found.get(file.sourceCode);
  if (known !== undefined) {
    return known;
  }
  const catalogs = catalogsOf(file);
  const strings = [
    ...stringsOfScopeFile(file, catalogs),
    ...clientsOf(file, catalogs).flatMap((construction) => stringsOfClient(construction, file)),
    ...analysesOf(file).flatMap((analysis) => [...stringsOfProgram(analysis), ...stringsOfEnvironment(analysis, file)]),
  ];
  found.set(file.sourceCode, strings);
  return strings;
}

/** Shared by all rules; one entry for each parsed text, for as long as ESLint keeps it. */
const found = new WeakMap<LintedFile['sourceCode'], readonly ScopeString[]>();

function inspected(declaration: Declaration, index: CatalogIndex, client: Place | null = null): ScopeString {
  return { ...declaration, ...inspectDeclaration(declaration, index), index, client };
}

function stringsOfScopeFile({ filename, sourceCode, settings }: LintedFile, catalogs: readonly Catalog[]): readonly ScopeString[] {
  const { environmentKeys } = readSettings(settings);
  return readScopeFile(sourceCode.text, forwardSlashes(filename), catalogs, environmentKeys).flatMap((declaration) => {
    const catalog = catalogs.find(({ provider }) => provider === declaration.provider);
    return catalog === undefined ? [] : [withoutGaps(inspected(declaration, indexCatalog(catalog)), declaration)];
  });
}

/** A template is there to be filled in. */
function withoutGaps(string: ScopeString, declaration: Declaration): ScopeString {
  return isTemplate(declaration) ? { ...string, problems: string.problems.filter((problem) => !isUnfilled(problem)) } : string;
}

/** The clients that a file makes, as far as its own imports show them. */
function clientsOf({ filename, sourceCode }: LintedFile, catalogs: readonly Catalog[]): readonly ClientConstruction[] {
  if (isJsonFile(filename) || isEnvironmentFile(filename)) {
    return [];
  }
  const mentions = ({ modules }: CatalogClient): boolean => modules.some((module) => sourceCode.text.includes(module));
  const candidates = catalogs.filter(({ clients }) => clients.some(mentions));
  return candidates.length === 0 ? [] : findClients(sourceCode, candidates.map((catalog) => indexCatalog(catalog)));
}

function stringsOfClient({ node, client, index }: ClientConstruction, { filename, sourceCode }: LintedFile): readonly ScopeString[] {
  const lines = indexLines(forwardSlashes(filename), sourceCode.text);
  const source: SourceText = { sourceCode, lines };
  const options = node.arguments[0] === undefined ? undefined : constantBehind(node.arguments[0], sourceCode);
  const value =
    options?.type === AST_NODE_TYPES.ObjectExpression && client.scopeOption !== undefined ? propertyValue(options, client.scopeOption) : null;
  const texts = value === null ? [] : (client.scopeForm === 'list' ? resolveList : resolveText)(value, source).map((located) => ({ ...hideTokens(located), place: lines.place(...value.range) }));
  return texts.map((text) => ({ ...text, ...inspectScopeString(text.text, index.vocabulary, index.grammar), index, client: null }));
}

/** What the whole program shows: strings of this file that a client in another one is given, and clients that another file re-exports. */
function stringsOfProgram({ usage, index }: FileAnalysis): readonly ScopeString[] {
  return usage.clients
    .flatMap(({ stated }) => (stated.kind === 'scopes' ? stated.alternatives : []))
    // An empty text is what `?? ''` leaves of a variable; that a variable is not set is not the fault of the string.
    .filter(({ kind, text }) => kind === 'code' && text.trim() !== '')
    .map((declaration) => inspected(declaration, index));
}

/** An .env file is not linted unless somebody asks for it: faults of the one in effect are told where the client is made. */
function stringsOfEnvironment(analysis: FileAnalysis, file: LintedFile): readonly ScopeString[] {
  const { effective } = analysis.grant;
  const client = effective?.kind === '.env' ? clientSiteOf(effective, analysis, file) : null;
  return effective === null || client === null ? [] : [inspected(effective, analysis.index, client)];
}
