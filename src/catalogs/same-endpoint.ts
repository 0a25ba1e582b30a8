import type { CatalogEndpoint, CatalogOperation } from './catalog.ts';
import type { CatalogIndex } from './catalog-index.ts';
import { parsePathTemplate } from './path-template.ts';

/** The endpoint of a catalog that is the one which an operation of another catalog is or calls, whatever its parameters are called. */
export function sameEndpoint(operation: CatalogOperation, from: CatalogIndex, other: CatalogIndex): CatalogEndpoint | undefined {
  const endpoint = 'container' in operation ? endpointOf(operation.endpoint, from) : operation;
  return endpoint === undefined ? undefined : endpointsByAddress(other).get(addressOf(endpoint));
}

function endpointOf(label: string | undefined, index: CatalogIndex): CatalogEndpoint | undefined {
  const operation = label === undefined ? undefined : index.operation(label);
  return operation === undefined || 'container' in operation ? undefined : operation;
}

function endpointsByAddress(index: CatalogIndex): ReadonlyMap<string, CatalogEndpoint> {
  const known = addresses.get(index);
  if (known !== undefined) {
    return known;
  }
  const made = new Map((index.catalog.endpoints ?? []).map((endpoint) => [addressOf(endpoint), endpoint]));
  addresses.set(index, made);
  return made;
}

/** One entry a catalog, as long as its index. */
const addresses = new WeakMap<CatalogIndex, ReadonlyMap<string, CatalogEndpoint>>();

function addressOf({ verb, service, path }: CatalogEndpoint): string {
  return JSON.stringify([verb, service ?? null, parsePathTemplate(path) ?? path]);
}
