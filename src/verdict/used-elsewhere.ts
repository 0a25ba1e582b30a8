import type { UsageFacts } from '../usage/facts.ts';

/** Another program that knows a package of the workspace by its declarations only. */
export interface UseElsewhere {
  /** Of the package; absolute, with forward slashes. */
  readonly directory: string;
  /** Where the other program is, for a message. */
  readonly by: string;
}

/**
 * Clients that a package makes may be called in programs which see no more than that it has them: what they call is then not known to be
 * called on these clients, and nothing that they hold is shown to be unused.
 */
export function withUsesElsewhere(usage: UsageFacts, uses: readonly UseElsewhere[]): UsageFacts {
  const escapes = uses.flatMap(({ directory, by }) =>
    usage.clients
      .filter(({ place, inTest }) => !inTest && place.file.startsWith(`${directory}/`))
      .map(({ place }) => ({ place, reason: `${by} knows this package by its declarations, and what it calls with this client is not seen` })),
  );
  return escapes.length === 0 ? usage : { ...usage, escapes: [...usage.escapes, ...escapes] };
}
