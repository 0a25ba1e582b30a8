import type { CatalogFile, CatalogMethod, CatalogScope, EndpointEntry, IsoDate, RequirementRow } from '../catalog.ts';
import { ImportError } from './import-error.ts';
import { sameRequirement } from '../requirement-algebra.ts';

/**
 * A catalog with what another source says. All that the catalog has stays, except what it has of the same source: that is replaced, and
 * an operation that only this source named and no longer names goes.
 *
 * @param catalog in which people may have added whatever no source states: clients, declarations, hosts
 * @param imported of one source, made by `buildCatalog`
 * @throws ImportError where the two cannot be one catalog
 */
export function mergeCatalog(catalog: CatalogFile, imported: CatalogFile): CatalogFile {
  const [[key, source] = ['', undefined]] = Object.entries(imported.sources);
  const known = Object.hasOwn(catalog.sources, key) ? catalog.sources[key] : undefined;
  if (known !== undefined && known.locator !== source?.locator) {
    const message = `cannot be the source "${key}", which is ${known.locator}; give it a name of its own: --source <key>`;
    throw new ImportError({ message });
  }
  if (catalog.sdk !== undefined && imported.sdk !== undefined && catalog.sdk.package !== imported.sdk.package) {
    throw new ImportError({ message: `has methods of ${imported.sdk.package}, and the catalog is of ${catalog.sdk.package}` });
  }
  const since = source?.date;
  const { requests } = catalog;
  const tokenEndpoints = union(requests.tokenEndpoints ?? [], imported.requests.tokenEndpoints ?? []);
  const apis = [...(catalog.apis ?? []).filter((api) => api.source !== key), ...(imported.apis ?? [])];
  const sdk = catalog.sdk ?? imported.sdk;
  return {
    ...catalog,
    date: catalog.date > imported.date ? catalog.date : imported.date,
    sources: { ...catalog.sources, ...imported.sources },
    ...(sdk === undefined ? {} : { sdk }),
    scopes: mergeScopes(catalog.scopes, imported.scopes),
    methods: mergeOperations(catalog.methods, imported.methods, methodKey, key, since),
    endpoints: mergeOperations(catalog.endpoints ?? [], imported.endpoints ?? [], endpointKey, key, since),
    ...(apis.length === 0 ? {} : { apis }),
    requests: {
      ...requests,
      hosts: union(requests.hosts, imported.requests.hosts),
      ...(tokenEndpoints.length === 0 ? {} : { tokenEndpoints }),
    },
  };
}

function methodKey({ container, member }: CatalogMethod): string {
  return `${container}.${member}`;
}

function endpointKey({ verb, service, path }: EndpointEntry): string {
  return JSON.stringify([verb, service ?? null, path]);
}

interface Operation {
  readonly rows: readonly RequirementRow[];
}

function mergeOperations<Entry extends Operation>(
  entries: readonly Entry[],
  imported: readonly Entry[],
  keyOf: (entry: Entry) => string,
  source: string,
  since: IsoDate | undefined,
): Entry[] {
  const added = new Map(imported.map((entry) => [keyOf(entry), entry]));
  const merged = entries.flatMap((entry): Entry[] => {
    const key = keyOf(entry);
    const others = entry.rows.filter((row) => row.source !== source);
    const rows = mergeRows(others, added.get(key)?.rows ?? [], since);
    const wasOnlyHere = others.length === 0 && entry.rows.length > 0 && !added.has(key);
    added.delete(key);
    return wasOnlyHere ? [] : [{ ...entry, rows }];
  });
  return [...merged, ...added.values()];
}

/** What another source already says is not said again; what differs holds from the day of its source on. */
function mergeRows(rows: readonly RequirementRow[], imported: readonly RequirementRow[], since: IsoDate | undefined): RequirementRow[] {
  const added = imported.filter((row) => !rows.some(({ requires }) => sameRequirement(requires, row.requires)));
  const differing = rows.length === 0 ? added : added.filter(({ requires }) => requires !== null);
  if (since === undefined && differing.length > 0 && rows.some((row) => row.since !== undefined)) {
    throw new ImportError({
      ...(differing[0]?.line === undefined ? {} : { line: differing[0].line }),
      message: 'differs from a row of the catalog that has a date; say when this source was published: --source-date <date>',
    });
  }
  const dated = rows.length === 0 || since === undefined ? differing : differing.map((row): RequirementRow => ({ ...row, since }));
  return [...rows, ...dated].sort((one, other) => compare(one.since ?? '', other.since ?? ''));
}

function mergeScopes(scopes: readonly CatalogScope[], imported: readonly CatalogScope[]): CatalogScope[] {
  const added = new Map(imported.map((scope) => [scope.name, scope]));
  const merged = scopes.map((scope): CatalogScope => {
    const other = added.get(scope.name);
    added.delete(scope.name);
    return other === undefined ? scope : { ...scope, sources: union(scope.sources, other.sources) };
  });
  return [...merged, ...added.values()];
}

function union(left: readonly string[], right: readonly string[]): string[] {
  return [...new Set([...left, ...right])];
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
