import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { placeOfRegistration, registeredScopes } from '../grants/registration-file.ts';
import { compareRegistration } from './compare-registration.ts';
import type { Finding } from './finding.ts';
import type { JudgedGrant } from './grant-group.ts';
import { staleRegistration } from './messages.ts';
import { planRegistration } from './plan-registration.ts';

/** A registration file, as it is on disk. */
export interface FoundRegistration {
  /** Absolute path, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** The registration files that say something else than `sync` would write now. */
export function judgeRegistrations(
  registrations: readonly FoundRegistration[],
  grant: JudgedGrant,
  index: CatalogIndex,
): readonly Finding[] {
  // Most programs have none, and nothing needs to be planned for them.
  if (registrations.length === 0) {
    return [];
  }
  const { provider } = index.catalog;
  const { scopes: wanted } = planRegistration(grant, index);
  return registrations.flatMap(({ file, text }): Finding[] => {
    const registered = registeredScopes(text, provider);
    const change = compareRegistration(registered, wanted);
    const scopes = [...(wanted ?? []), ...(registered ?? [])].filter((scope) => wanted?.includes(scope) !== registered?.includes(scope));
    return change === null
      ? []
      : [{
          rule: 'consistent-scopes',
          kind: 'conflict',
          scope: scopes.join(' '),
          place: placeOfRegistration(text, file, provider),
          message: staleRegistration(change),
        }];
  });
}
