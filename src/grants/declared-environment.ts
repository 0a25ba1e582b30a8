import type { Declaration, Undecided } from './declaration.ts';
import type { DeclarationReading } from './read-declarations.ts';

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
export function declaredEnvironment(
  reading: Pick<DeclarationReading, 'declarations' | 'undecided' | 'environmentFiles'>,
  keys: readonly string[],
): DeclaredEnvironment {
  const declared = reading.declarations.filter(({ kind }) => kind === '.env');
  const templates = reading.declarations.filter(({ kind }) => kind === '.env.example');
  const variables: readonly Variable[] = [
    ...declared.map((declaration) => ({ ...whereOf(declaration), state: { kind: 'set', declaration } }) as const),
    ...reading.undecided.map((undecided) => ({ ...whereOf(undecided), state: { kind: 'open', undecided } }) as const),
  ];
  const wanted = new Set(keys);
  return {
    environments: [...new Set([null, ...variables.map(({ environment }) => environment)])],
    find(key, environment, local) {
      const [inForce] = variables
        .filter((variable) => variable.key === key && [null, environment].includes(variable.environment) && (local || !variable.local))
        .sort((left, right) => rank(right) - rank(left));
      if (inForce !== undefined) {
        return inForce.state;
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

interface Variable {
  readonly key: string;
  readonly environment: string | null;
  readonly local: boolean;
  readonly state: EnvironmentVariable;
}

function whereOf({ key, environment, place }: Pick<Declaration, 'key' | 'environment' | 'place'>): Omit<Variable, 'state'> {
  return { key, environment, local: isLocal({ place }) };
}

/** Vite's order: a file of a mode overrides one of all modes, and then a local file one that is not. */
function rank({ environment, local }: Variable): number {
  return (environment === null ? 0 : 2) + (local ? 1 : 0);
}
