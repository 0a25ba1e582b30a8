import { namespace } from './create-config.ts';
import { packageInfo } from './package-info.ts';

/** What is asked of the context of a rule. */
export interface RuleHost {
  /** `oauth-scopes/no-missing-scope` */
  readonly id: string;
  readonly languageOptions?: { readonly parser?: object | null | undefined };
}

/**
 * Says, once a process and for all rules together, that a rule can report nothing where it runs. Oxlint runs rules of ESLint, but gives them no
 * types, and code alone. ESLint's own users hear nothing: there, a file without types may well stand beside others that have them.
 */
export function tellUnsupported({ id, languageOptions }: RuleHost): void {
  const parser = languageOptions?.parser;
  if (parser === undefined || parser === null || !('name' in parser) || parser.name !== 'oxlint' || told.has(id)) {
    return;
  }
  told.add(id);
  waiting.push(id);
  if (waiting.length === 1) {
    // All rules of a file are created before anything else happens.
    queueMicrotask(() => {
      const names = waiting.splice(0).map((rule) => rule.slice(namespace.length + 1));
      process.stderr.write(
        `${packageInfo.name}: oxlint has no types for plugins and lints no JSON, so that ${names.join(', ')} report${names.length === 1 ? 's' : ''} ` +
          'nothing. `npx oauth-scopes check` says what they would.\n',
      );
    });
  }
}

/** The rules of which it was said, as long as the process lives. */
const told = new Set<string>();

/** Those of which it is about to be said. */
const waiting: string[] = [];
