import { runInNewContext } from 'node:vm';
import { Linter } from 'eslint';
import plugin from '../../index.ts';
import { readSettings } from '../../rules/utils/settings.ts';

/**
 * Has ESLint read a configuration that a page shows, whole or a property of one, for a file of each pattern that it names: of what it says of
 * other files ESLint reads nothing.
 * @param directory ESLint's working directory
 * @throws what ESLint or the settings say of it
 */
export function readLintConfiguration(text: string, directory: string): void {
  const code = text.replaceAll(/^import .*\n/gm, '').replace('export default', '').trim().replace(/;$/, '');
  const context = { oauthScopes: plugin };
  const config = code.startsWith('[')
    ? (runInNewContext(`(${code})`, context) as Linter.Config[])
    : [...plugin.configs.recommended, { files: ['**/*.js'], ...(runInNewContext(`({${code}})`, context) as Linter.Config) }];
  config.forEach(({ settings }) => readSettings(settings ?? {}));
  const linter = new Linter({ cwd: directory });
  const shown = config.filter((one) => !Object.values(plugin.configs).flat().includes(one));
  for (const file of new Set(['src/use.js', ...shown.flatMap(({ files = [] }) => files.flat().map(fileOf))])) {
    const failures = linter.verify(textOf(file), config, file).filter(({ ruleId }) => ruleId === null);
    if (failures.length > 0) {
      throw new Error(`${file}: ${failures.map(({ message }) => message).join('; ')}`);
    }
  }
}

/** A file that a pattern takes, by its first alternatives: `src/use.ts` of `**\/*.{ts,tsx}`. */
function fileOf(pattern: string): string {
  const file = pattern.replaceAll(/\{([^,}]*)[^}]*\}/g, '$1').replaceAll('**', 'src').replaceAll('*', 'use');
  if (/[!?()[\]{}]/.test(file)) {
    throw new Error(`of which file "${pattern}" is the pattern, is not known here`);
  }
  return file;
}

function textOf(file: string): string {
  return file.endsWith('.json') ? '{}\n' : /\.[cm]?[jt]sx?$/.test(file) ? 'export {};\n' : '';
}
