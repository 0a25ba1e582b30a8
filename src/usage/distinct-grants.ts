import { distinctBy } from '../scopes/distinct-by.ts';
import type { Vocabulary } from '../scopes/vocabulary.ts';
import type { ClientSite, HeldGrant } from './facts.ts';
import { grantKey } from './grant-key.ts';

/**
 * The different grants that clients hold, in the order of the clients. Grants that cover the same are one; so are those that are not known,
 * whatever the reasons: nobody can say that they differ.
 */
export function distinctGrants(clients: Iterable<ClientSite>, vocabulary: Vocabulary): readonly HeldGrant[] {
  return distinctBy(
    Array.from(clients, ({ grant }) => grant),
    (grant) => (grant.kind === 'literal' ? grantKey(grant.alternatives, vocabulary) : grant.kind),
  );
}

/** The clients outside of tests do not all hold the same: which of them is behind a value has to be followed. */
export function holdDifferentGrants(clients: readonly ClientSite[], vocabulary: Vocabulary): boolean {
  return distinctGrants(clients.filter(({ inTest }) => !inTest), vocabulary).length > 1;
}
