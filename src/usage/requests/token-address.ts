import type { Catalog } from '../../catalogs/catalog.ts';
import { isHole, type Address } from './address.ts';

/** The address is one at which the provider gives authorizations or tokens. */
export function isTokenAddress(address: Address, { requests }: Catalog): boolean {
  const path = address.map((piece) => (isHole(piece) ? UNKNOWN : piece)).join('').split(/[?#]/)[0]?.replace(/(?<!\/)\/+$/, '') ?? '';
  const isStart = (text: string | undefined): boolean => text === undefined || text === '/' || text === UNKNOWN;
  // One that begins with a dot stands below any name.
  return (requests.tokenEndpoints ?? []).some((end) => path.endsWith(end) && (end.startsWith('.') || isStart(path.at(-end.length - 1))));
}

/** Stands for a part that is not known. */
const UNKNOWN = '\u0000';
