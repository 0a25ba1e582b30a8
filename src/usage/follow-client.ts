import type ts from 'typescript';
import { clientRoutes } from './client-routes.ts';
import type { ProgramView } from './program-view.ts';

/**
 * The places where the client behind a value may have been made, whoever calls the function that it is in.
 *
 * @param value an expression, or the pattern that takes a value apart
 * @param sites the constructions that make a client
 * @returns `undefined` where one of the ways back is lost
 */
export function followClient<Site>(
  view: ProgramView,
  value: ts.Node,
  sites: ReadonlyMap<ts.Node, Site>,
): ReadonlySet<Site> | undefined {
  const found = new Set<Site>();
  for (const route of clientRoutes(view, value, sites)) {
    if (route.sites === undefined) {
      return undefined;
    }
    route.sites.forEach((site) => found.add(site));
  }
  return found.size === 0 ? undefined : found;
}
