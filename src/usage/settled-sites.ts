import type ts from 'typescript';
import { placeOfNode } from '../grants/place-of-node.ts';
import { inspectScopeString } from '../scopes/inspect.ts';
import type { ClientSite, HeldGrant } from './facts.ts';
import { followClient } from './follow-client.ts';
import { referencedSymbol } from './method-uses.ts';
import type { ProgramView } from './program-view.ts';
import { isClientContainer, sdkMembers } from './sdk-symbols.ts';
import { syntacticFacts } from './syntactic-facts.ts';

/**
 * What clients hold in the end: the scopes that a misspelt string means, as for every verdict; nothing known where a placeholder stands,
 * or where the program gives a client another token.
 *
 * @param sites as their constructions say, by node
 */
export function settleSites(view: ProgramView, sites: ReadonlyMap<ts.Node, ClientSite>): ReadonlyMap<ts.Node, ClientSite> {
  const replaced = replacedTokens(view, sites);
  return new Map(
    [...sites].map(([node, site]): [ts.Node, ClientSite] => {
      const setter = replaced.get(site);
      return [node, setter === undefined ? { ...site, grant: intended(view, site) } : withOtherToken(site, setter)];
    }),
  );
}

function intended({ index }: ProgramView, { grant, stated }: ClientSite): HeldGrant {
  if (grant.kind !== 'literal' || stated.kind !== 'scopes') {
    return grant;
  }
  const inspected = stated.alternatives.map(({ text }) => inspectScopeString(text, index.vocabulary, index.grammar));
  return inspected.some(({ problems }) => problems.some(({ reason }) => reason === 'placeholder' || reason === 'empty'))
    ? { kind: 'undecided', reason: 'nothing is filled in where the scopes of this client belong' }
    : { kind: 'literal', alternatives: inspected.map(({ tokens }) => [...new Set(tokens.map((token) => token.text))]) };
}

function withOtherToken(site: ClientSite, setter: ts.Node): ClientSite {
  const reason = `${setter.getText()}() gives the client another token, whose scopes are not known`;
  return {
    ...site,
    hasOtherToken: true,
    grant: { kind: 'undecided', reason },
    stated: { kind: 'undecided', undecided: { place: placeOfNode(setter), reason } },
  };
}

/** The clients that are given another token, and where; all of them where the client of the call cannot be followed. */
function replacedTokens(view: ProgramView, sites: ReadonlyMap<ts.Node, ClientSite>): ReadonlyMap<ClientSite, ts.Node> {
  const { catalog } = view.index;
  const setters = new Set(catalog.clients.flatMap(({ tokenSetters = [] }) => tokenSetters));
  const references = view.callingFiles.flatMap((file) => {
    const ofFile = syntacticFacts(view.ts, view.index, file).references;
    return [...setters].flatMap((setter) => ofFile.get(setter) ?? []);
  });
  const found = new Map<ClientSite, ts.Node>();
  for (const reference of references) {
    const { name, receiver } = reference;
    const symbol = referencedSymbol(view, reference);
    const isOfClient = symbol !== undefined && sdkMembers(view, symbol).some(({ container }) => isClientContainer(view, container));
    const followed = isOfClient ? followClient(view, receiver, sites) : undefined;
    for (const site of isOfClient ? (followed ?? sites.values()) : []) {
      found.set(site, found.get(site) ?? name);
    }
  }
  return found;
}
