import { registeredScopes } from '../grants/registration-file.ts';
import { compareRegistration } from '../verdict/compare-registration.ts';

/** How two texts of a registration file differ in effect: "it lacks OR.Tasks and still has OR.Jobs". */
export function describeChange(present: string, wanted: string, providers: readonly string[]): string {
  const changes = providers.flatMap(
    (provider) => compareRegistration(registeredScopes(present, provider), registeredScopes(wanted, provider)) ?? [],
  );
  return changes.length === 0 ? 'it loads another overlay' : changes.join(', and ');
}
