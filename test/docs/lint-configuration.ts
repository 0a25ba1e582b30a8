import { runInNewContext } from 'node:vm';
import { Linter } from 'eslint';
import plugin from '../../index.ts';
import { readSettings } from '../../rules/utils/settings.ts';

/**
 * Has ESLint read a configuration that a page shows, whole or a property of one.
 * @throws what ESLint or the settings say of it
 */
export function readLintConfiguration(text: string): void {
  const code = text.replaceAll(/^import .*\n/gm, '').replace('export default', '').trim().replace(/;$/, '');
  const context = { oauthScopes: plugin };
  const config = code.startsWith('[')
    ? (runInNewContext(`(${code})`, context) as Linter.Config[])
    : [...plugin.configs.recommended, { files: ['**/*.js'], ...(runInNewContext(`({${code}})`, context) as Linter.Config) }];
  config.forEach(({ settings }) => readSettings(settings ?? {}));
  const linter = new Linter();
  linter.verify('export {};\n', config, 'src/use.js');
}
