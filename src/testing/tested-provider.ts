import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { builtInCatalog, providers } from '../catalogs/built-in.ts';
import type { Catalog, CatalogEndpoint, IsoDate } from '../catalogs/catalog.ts';
import { indexCatalog, type CatalogIndex } from '../catalogs/catalog-index.ts';
import { HTTP_VERBS } from '../catalogs/http-verb.ts';
import { judgingCatalogs } from '../catalogs/judging-catalog.ts';
import { parseCatalog } from '../catalogs/parse-catalog.ts';
import { parsePathTemplate } from '../catalogs/path-template.ts';
import { sameEndpoint } from '../catalogs/same-endpoint.ts';
import { didYouMean } from '../scopes/did-you-mean.ts';
import type { Requirement } from '../scopes/requirement.ts';

/** Whose API a test is about, and what it knows of it beyond the catalog. */
export interface TestedProvider {
  /** `uipath`, `genesys`, `genesys-guide` or `talkdesk`; with a catalog of one's own that which the catalog names. */
  readonly provider?: string;
  /** A catalog of one's own: its file. */
  readonly catalog?: string | URL;
  /** What endpoints need, by verb and path template: `DELETE /api/v2/users/{id}`. It comes before what the catalog says. */
  readonly requirements?: Readonly<Record<string, StatedRequirement>>;
  /** Takes what was required on that day (YYYY-MM-DD); without it, everything that sources state counts. */
  readonly asOf?: IsoDate;
}

/** What a test says of an endpoint. What is left out stays as the catalog has it. */
export interface StatedRequirement {
  /** All of the inner lists must hold, and of each any one scope. */
  readonly scopes?: Requirement;
  /** The same for role permissions. */
  readonly permissions?: readonly (readonly string[])[];
}

/**
 * @throws TypeError for a provider that there is not, or a requirement that names no endpoint
 * @throws CatalogError when the catalog of one's own is none.
 */
export function indexOf({ provider, catalog: file, requirements = {} }: TestedProvider): CatalogIndex {
  const catalog = file === undefined ? judgingCatalog(provider) : readCatalog(file);
  const stated = Object.entries(requirements);
  return indexCatalog(stated.length === 0 ? catalog : withRequirements(catalog, stated));
}

function judgingCatalog(provider = ''): Catalog {
  const catalogs = judgingCatalogs(providers().flatMap((name) => builtInCatalog(name) ?? []));
  const catalog = catalogs.find((one) => one.provider === provider);
  if (catalog === undefined) {
    const nearest = didYouMean(provider, providers());
    throw new TypeError(`there is no catalog of "${provider}"; ${nearest === undefined ? `there are ${providers().join(', ')}` : `did you mean ${nearest}?`}`);
  }
  return catalog;
}

function readCatalog(file: string | URL): Catalog {
  const path = typeof file === 'string' ? file : fileURLToPath(file);
  return parseCatalog(readFileSync(path, 'utf8'), path);
}

/** The source of what a test states. */
const TEST = 'test';

function withRequirements(catalog: Catalog, stated: readonly (readonly [string, StatedRequirement])[]): Catalog {
  const index = indexCatalog(catalog);
  const made = stated.map(([label, requirement]) => {
    const named = parseEndpoint(label);
    const known = sameEndpoint(named, index, index);
    return { known, endpoint: { ...(known ?? named), ...statementOf(requirement) } };
  });
  const replaced = new Set(made.map(({ known }) => known));
  return {
    ...catalog,
    sources: { ...catalog.sources, [TEST]: { title: 'requirements of the test', locator: '' } },
    endpoints: [...(catalog.endpoints ?? []).filter((endpoint) => !replaced.has(endpoint)), ...made.map(({ endpoint }) => endpoint)],
  };
}

function statementOf({ scopes, permissions }: StatedRequirement): Partial<CatalogEndpoint> {
  return {
    ...(scopes === undefined ? {} : { rows: [{ requires: scopes, source: TEST, confidence: 'exact' as const }] }),
    ...(permissions === undefined ? {} : { permissions }),
  };
}

function parseEndpoint(label: string): CatalogEndpoint {
  const [first = '', path = '', ...others] = label.trim().split(/\s+/);
  const verb = HTTP_VERBS.find((name) => name === first.toUpperCase());
  if (verb === undefined || others.length > 0 || parsePathTemplate(path) === undefined) {
    throw new TypeError(`"${label}" is no endpoint; write a verb and a path template, as in "GET /api/v2/users/{id}"`);
  }
  return { label: `${verb} ${path}`, verb, path, rows: [] };
}
