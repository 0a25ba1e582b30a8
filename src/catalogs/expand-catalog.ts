import type { Catalog, CatalogFile, CatalogMethod, EndpointEntry } from './catalog.ts';

/** A catalog as the rest of the package sees it: every endpoint with its label, and every member of the SDK among the methods. */
export function expandCatalog({ endpoints, ...file }: CatalogFile): Catalog {
  if (endpoints === undefined) {
    return file;
  }
  const modules = file.sdk === undefined ? [] : [file.sdk.package];
  const methods = endpoints.flatMap((entry) => (entry.sdk ?? []).map((name) => methodOf(entry, name, modules)));
  const labelled = endpoints.map((entry) => ({ ...entry, label: endpointLabel(entry) }));
  return { ...file, methods: [...file.methods, ...methods], endpoints: labelled };
}

/** What a user reads of an endpoint. */
export function endpointLabel({ label, verb, path }: EndpointEntry): string {
  return label ?? `${verb} ${path}`;
}

function methodOf(entry: EndpointEntry, name: string, modules: readonly string[]): CatalogMethod {
  const { rows, permissions, refusedTo } = entry;
  const [container = '', member = ''] = name.split('.');
  return {
    label: name,
    modules,
    container,
    member,
    rows,
    endpoint: endpointLabel(entry),
    ...(permissions === undefined ? {} : { permissions }),
    ...(refusedTo === undefined ? {} : { refusedTo }),
  };
}
