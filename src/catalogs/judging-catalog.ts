import type { Catalog, CatalogEndpoint, CatalogMethod } from './catalog.ts';
import { indexCatalog } from './catalog-index.ts';
import { lazyCatalog } from './lazy-catalog.ts';
import { sameEndpoint } from './same-endpoint.ts';

/**
 * The catalogs by which programs are judged: each as it is, and an account of another provider's API with that provider's SDK, hosts and
 * operations, every one with the account's own requirements. What the account does not tell of has none, and nothing that the provider
 * itself says of scopes, permissions or refusals is mixed in.
 */
export function judgingCatalogs(catalogs: readonly Catalog[]): readonly Catalog[] {
  return catalogs.map((catalog) => {
    const api = catalogs.find(({ provider }) => provider === catalog.accountOf);
    return api === undefined ? catalog : judgingCatalog(catalog, api);
  });
}

function judgingCatalog(account: Catalog, api: Catalog): Catalog {
  const ofAccount = made.get(account) ?? new WeakMap<Catalog, Catalog>();
  made.set(account, ofAccount);
  const catalog = ofAccount.get(api) ?? makeCatalog(account, api);
  ofAccount.set(api, catalog);
  return catalog;
}

/** One entry for each pair, as long as both catalogs. */
const made = new WeakMap<Catalog, WeakMap<Catalog, Catalog>>();

function makeCatalog(account: Catalog, api: Catalog): Catalog {
  const { provider, title, accountOf } = account;
  const { sdk, clients, declarations, requests } = api;
  const header = {
    provider,
    title,
    clients,
    declarations,
    requests,
    ...(accountOf === undefined ? {} : { accountOf }),
    ...(sdk === undefined ? {} : { sdk }),
  };
  return lazyCatalog(header, () => ({ ...account, ...operations(account, api), containerAliases: api.containerAliases ?? {} }));
}

/** An endpoint of the account keeps its own label. */
function operations(account: Catalog, api: Catalog): Pick<Catalog, 'methods' | 'endpoints'> {
  const [from, to] = [indexCatalog(api), indexCatalog(account)];
  const known = new Set<CatalogEndpoint>();
  const endpoints = (api.endpoints ?? []).map((endpoint): CatalogEndpoint => {
    const own = sameEndpoint(endpoint, from, to);
    const { label, verb, service, path, sdk } = endpoint;
    if (own !== undefined) {
      known.add(own);
    }
    return own === undefined
      ? { label, verb, path, rows: [], ...(service === undefined ? {} : { service }), ...(sdk === undefined ? {} : { sdk }) }
      : { ...own, ...(sdk === undefined ? {} : { sdk }) };
  });
  const methods = api.methods.map((method): CatalogMethod => {
    const { label, modules, container, member, local, introducedIn } = method;
    const own = sameEndpoint(method, from, to);
    return {
      label,
      modules,
      container,
      member,
      rows: own?.rows ?? [],
      ...(local === undefined ? {} : { local }),
      ...(introducedIn === undefined ? {} : { introducedIn }),
      ...(own === undefined ? {} : { endpoint: own.label }),
    };
  });
  return { methods, endpoints: [...endpoints, ...(account.endpoints ?? []).filter((endpoint) => !known.has(endpoint))] };
}
