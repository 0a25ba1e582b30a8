import type { Declaration, Undecided } from './declaration.ts';
import { isTemplate, type DeclarationReading } from './read-declarations.ts';

/** The environment variables that the .env files of an application set. */
export interface DeclaredEnvironment {
  /** `null`, where no mode is chosen, first; then the modes that have a file of their own, `production` for example. */
  readonly environments: readonly (string | null)[];
  /**
   * What a variable holds in an environment.
   * @param local whether `.env.local` and `.env.<mode>.local` are there, which override the others on one machine
   */
  find(key: string, environment: string | null, local: boolean): EnvironmentVariable;
}

export type EnvironmentVariable =
  | { readonly kind: 'set'; readonly declaration: Declaration }
  /** Set only in a template, which people copy and may change. */
  | { readonly kind: 'suggested'; readonly declaration: Declaration }
  /** Set to something that is made of other variables. */
  | { readonly kind: 'open'; readonly undecided: Undecided }
  | { readonly kind: 'unset' }
  /** Not among the keys whose values are read. */
  | { readonly kind: 'unread' };

/**
 * @param keys the keys that `reading` looked for
 */
export function declaredEnvironment(reading: Pick<DeclarationReading, 'declarations' | 'undecided' | 'environmentFiles'>, keys: readonly string[]): DeclaredEnvironment {
  const variables = [
    ...reading.declarations.filter(({ kind }) => kind === '.env').map((declaration) => ({ ...candidate(declaration), kind: 'set', declaration }) as const),
    ...reading.undecided.map((undecided) => ({ ...candidate(undecided), kind: 'open', undecided }) as const),
  ];
  const templates = reading.declarations.filter((declaration) => isTemplate(declaration) && declaration.kind === '.env.example');
  const wanted = new Set(keys);
  return {
    environments: [...new Set([null, ...variables.map(({ environment }) => environment)])],
    find(key, environment, local) {
      const inForce = variables
        .filter((variable) => variable.key === key && (variable.environment === null || variable.environment === environment) && (local || !variable.local))
        .sort((left, right) => rank(right) - rank(left))[0];
      if (inForce !== undefined) {
        return inForce.kind === 'set' ? { kind: 'set', declaration: inForce.declaration } : { kind: 'open', undecided: inForce.undecided };
      }
      if (!wanted.has(key)) {
        return { kind: reading.environmentFiles.length > 0 ? 'unread' : 'unset' };
      }
      const template = templates.find((declaration) => declaration.key === key);
      return template === undefined ? { kind: 'unset' } : { kind: 'suggested', declaration: template };
    },
  };
}

/** The declaration stands in `.env.local` or `.env.<mode>.local`. */
export function isLocal(declared: Pick<Declaration, 'place'>): boolean {
  return declared.place.file.endsWith('.local');
}

function candidate({ key, environment, place }: Pick<Declaration, 'key' | 'environment' | 'place'>): { key: string; environment: string | null; local: boolean } {
  return { key, environment, local: isLocal({ place }) };
}

/** Vite's order, which dotenv-flow and Next.js share: a file of a mode overrides one of all modes, and then a local file one that is not. */
function rank({ environment, local }: { readonly environment: string | null; readonly local: boolean }): number {
  return (environment === null ? 0 : 2) + (local ? 1 : 0);
}
