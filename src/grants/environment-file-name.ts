/** What the name of an .env file says. */
export interface EnvironmentFileName {
  /** `production` for `.env.production`; `null` for a file that is read in every environment. */
  readonly environment: string | null;
  /** Overrides the file without `.local`, on one machine. */
  readonly local: boolean;
  /** To be copied and filled in; nothing reads it. */
  readonly template: boolean;
}

/**
 * Reads `.env`, `.env.local`, `.env.<mode>`, `.env.<mode>.local` and the templates `.env.example`, `.env.<mode>.example`;
 * `undefined` for any other name.
 */
export function parseEnvironmentFileName(name: string): EnvironmentFileName | undefined {
  const [empty, env, ...rest] = name.split('.');
  if (empty !== '' || env !== 'env' || rest.length > 2 || rest.some((part) => !/^[\w-]+$/.test(part))) {
    return undefined;
  }
  const template = rest.some((part) => TEMPLATES.has(part));
  const local = rest.includes('local');
  const modes = rest.filter((part) => part !== 'local' && !TEMPLATES.has(part));
  return modes.length > 1 ? undefined : { environment: modes[0] ?? null, local, template };
}

const TEMPLATES: ReadonlySet<string> = new Set(['example', 'sample', 'template', 'dist', 'defaults']);
