import { isDay } from '../../src/catalogs/calendar.ts';
import { isFilePattern } from '../../src/grants/file-pattern.ts';
import { isRecord } from '../../src/scopes/is-record.ts';

/** `settings['oauth-scopes']` of an ESLint config. */
export interface OAuthScopesSettings {
  /** Day (`YYYY-MM-DD`) whose requirements count; without it, whatever is in force today. */
  readonly asOf?: string;
  /** Further keys of .env files that hold scopes, beside those that the catalog names. */
  readonly environmentKeys?: readonly string[];
  /** The scopes that packages need which receive a client, by the name of the package. */
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  /** Paths of catalogs of one's own, from ESLint's working directory. */
  readonly catalogs?: readonly string[];
}

/** The settings are not what they should be; the message names the setting, what stands there and what may. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Reads `settings['oauth-scopes']`. Throws a SettingsError: a mistake in the configuration is nothing to pass over in silence. */
export function readSettings(settings: Readonly<Record<string, unknown>>): OAuthScopesSettings {
  const value = settings['oauth-scopes'];
  if (value === undefined) {
    return {};
  }
  if (!isRecord(value)) {
    throw refusal('', value, 'an object');
  }
  for (const key of Object.keys(value)) {
    if (!SETTINGS.includes(key)) {
      const names = SETTINGS.map((name) => `'${name}'`);
      throw new SettingsError(
        `settings['oauth-scopes'] has no setting '${key}'; there are ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
      );
    }
  }
  return {
    ...readAsOf(value['asOf']),
    ...readEnvironmentKeys(value['environmentKeys']),
    ...readNeeds(value['needs']),
    ...readCatalogs(value['catalogs']),
  };
}

const SETTINGS: readonly string[] = ['asOf', 'environmentKeys', 'needs', 'catalogs'];

function readAsOf(value: unknown): Pick<OAuthScopesSettings, 'asOf'> {
  if (value === undefined) {
    return {};
  }
  if (typeof value !== 'string' || !isDay(value)) {
    throw refusal('.asOf', value, 'a date such as "2026-05-13"');
  }
  return { asOf: value };
}

function readEnvironmentKeys(value: unknown): Pick<OAuthScopesSettings, 'environmentKeys'> {
  if (value === undefined) {
    return {};
  }
  if (!Array.isArray(value) || !value.every((key) => typeof key === 'string' && /^\w+$/.test(key))) {
    throw refusal('.environmentKeys', value, 'an array of names such as ["VITE_MY_SCOPES"]');
  }
  return { environmentKeys: value as string[] };
}

function readNeeds(value: unknown): Pick<OAuthScopesSettings, 'needs'> {
  if (value === undefined) {
    return {};
  }
  if (!isRecord(value) || !Object.values(value).every(isListOfScopes)) {
    throw refusal('.needs', value, 'an object such as { "some-widgets": ["OR.Tasks"] }');
  }
  const path = Object.keys(value).find(isFilePattern);
  if (path !== undefined) {
    throw new SettingsError(`settings['oauth-scopes'].needs names packages, and '${path}' is a path: say in oauth-scopes.json what files need`);
  }
  return { needs: value as Readonly<Record<string, readonly string[]>> };
}

function readCatalogs(value: unknown): Pick<OAuthScopesSettings, 'catalogs'> {
  if (value === undefined) {
    return {};
  }
  if (!Array.isArray(value) || !value.every((path) => typeof path === 'string' && path.trim() !== '')) {
    throw refusal('.catalogs', value, 'an array of paths such as ["./catalogs/acme.json"]');
  }
  return { catalogs: value as string[] };
}

function isListOfScopes(value: unknown): boolean {
  return Array.isArray(value) && value.every((scope) => typeof scope === 'string' && /^\S+$/.test(scope));
}

function refusal(path: string, value: unknown, expected: string): SettingsError {
  return new SettingsError(`settings['oauth-scopes']${path} is ${JSON.stringify(value)}; it must be ${expected}`);
}
