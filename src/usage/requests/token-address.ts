import type { Catalog } from '../../catalogs/catalog.ts';
import { isHole, type Address } from './address.ts';

/** The address is one at which the provider gives authorizations or tokens. */
export function isTokenAddress(address: Address, { requests }: Catalog): boolean {
  const path = address.map((piece) => (isHole(piece) ? UNKNOWN : piece)).join('').split(/[?#]/)[0]?.replace(/\/+$/, '') ?? '';
  return (requests.tokenEndpoints ?? []).some((end) => path === end || path.endsWith(`/${end}`) || path.endsWith(`${UNKNOWN}${end}`));
}

/** Stands for a part that is not known. */
const UNKNOWN = '\u0000';
