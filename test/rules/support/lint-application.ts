import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import plugin from '../../../index.ts';
import { startOfName } from '../../support/directories-of-runs.ts';
import { makeWorkspace } from '../../support/workspace.ts';
import { typedParser } from './typed-parser.ts';

/** A message as a test wants to read it. */
export interface Report {
  /** `src/client.ts:3:15` */
  readonly at: string;
  readonly rule: string | null;
  readonly message: string;
  /** What each suggestion is called, and the file after it. */
  readonly suggestions?: readonly { readonly desc: string; readonly output: string }[];
}

export interface LintRun {
  readonly reports: readonly Report[];
  /** The files that fixes changed, after all of them. */
  readonly fixed: Readonly<Record<string, string>>;
}

export interface LintSetup {
  /** Instead of ESLint 10. */
  readonly ESLint?: typeof ESLint;
  /** Instead of type information for everything and `recommended`. */
  readonly config?: Linter.Config[];
  /** Instead of `recommended`, with type information for everything. */
  readonly preset?: 'recommended' | 'strict' | 'untyped';
  readonly settings?: Record<string, unknown>;
}

/** Where applications are written to be linted. */
export const workspaces = resolve(import.meta.dirname, '../../.workspaces');

/** ESLint's setup of an application with type information, and our one line. */
function typedConfig(preset: NonNullable<LintSetup['preset']>): Linter.Config[] {
  return [{ files: ['**/*.{ts,tsx}'], languageOptions: { parser: typedParser } }, ...plugin.configs[preset]];
}

/**
 * Writes an application to a new directory inside the project, where it finds the SDK, lints all of it, and takes it away again. If it refers
 * to this package, that is installed in it.
 * @param files contents by path; package.json and tsconfig.json are written where they are not given
 */
export async function lintApplication(files: Readonly<Record<string, string>>, setup: LintSetup = {}): Promise<LintRun> {
  if (Object.values(files).some((text) => text.includes('eslint-plugin-oauth-scopes/'))) {
    const workspace = makeWorkspace({ files: { ...standardFiles, ...files } });
    try {
      return await lint(workspace.directory, setup);
    } finally {
      workspace.remove();
    }
  }
  mkdirSync(workspaces, { recursive: true });
  const directory = mkdtempSync(join(workspaces, startOfName('project', false)));
  try {
    for (const [file, content] of Object.entries({ ...standardFiles, ...files })) {
      mkdirSync(dirname(join(directory, file)), { recursive: true });
      writeFileSync(join(directory, file), content);
    }
    return await lint(directory, setup);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const standardFiles: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: 'linted-application', type: 'module' }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      module: 'esnext',
      moduleResolution: 'bundler',
      strict: true,
      jsx: 'preserve',
      noEmit: true,
      skipLibCheck: true,
      types: [],
    },
    include: ['**/*'],
  }),
};

async function lint(directory: string, { ESLint: Chosen = ESLint, config, preset = 'recommended', settings }: LintSetup): Promise<LintRun> {
  const options: ESLint.Options = {
    cwd: directory,
    overrideConfigFile: true,
    overrideConfig: [...(config ?? typedConfig(preset)), ...(settings === undefined ? [] : [{ settings }])],
  };
  const results = await new Chosen(options).lintFiles('.');
  const isFixable = results.some(({ fixableErrorCount, fixableWarningCount }) => fixableErrorCount + fixableWarningCount > 0);
  const corrected = isFixable ? await new Chosen({ ...options, fix: true }).lintFiles('.') : [];
  const name = (result: ESLint.LintResult): string => relative(directory, result.filePath).replaceAll('\\', '/');
  return {
    reports: results.flatMap((result) => result.messages.map((message) => toReport(name(result), message, result.source ?? ''))),
    fixed: Object.fromEntries(corrected.flatMap((result) => (result.output === undefined ? [] : [[name(result), result.output]]))),
  };
}

function toReport(file: string, { line, column, ruleId, message, suggestions }: Linter.LintMessage, source: string): Report {
  return {
    at: `${file}:${line}:${column}`,
    rule: ruleId,
    message,
    ...(suggestions === undefined
      ? {}
      : {
          suggestions: suggestions.map(({ desc, fix }) => ({
            desc,
            output: source.slice(0, fix.range[0]) + fix.text + source.slice(fix.range[1]),
          })),
        }),
  };
}
