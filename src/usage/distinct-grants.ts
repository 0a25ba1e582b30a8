import type { ClientSite, HeldGrant } from './facts.ts';

/**
 * The different grants that clients hold, in the order of the clients. Grants that are not known count as one, whatever the reasons:
 * nobody can say that they differ.
 */
export function distinctGrants(clients: Iterable<ClientSite>): readonly HeldGrant[] {
  return [...new Map(Array.from(clients, ({ grant }) => [grant.kind === 'literal' ? JSON.stringify(grant) : grant.kind, grant])).values()];
}
