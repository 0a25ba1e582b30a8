import type { Catalog } from './catalog.ts';

/** What a file imports or requires to get a provider's SDK: its package, or a name under which a web page hands it out. */
export function sdkNames({ sdk }: Pick<Catalog, 'sdk'>): readonly string[] {
  return sdk === undefined ? [] : [sdk.package, ...(sdk.globals ?? [])];
}
