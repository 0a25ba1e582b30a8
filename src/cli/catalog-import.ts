import { statSync, readFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import type { CatalogFile } from '../catalogs/catalog.ts';
import { importCatalog } from '../catalogs/import/import-catalog.ts';
import { decodeText } from '../catalogs/import/decode-text.ts';
import { ImportError, type ImportProblem } from '../catalogs/import/import-error.ts';
import type { ImportOptions } from '../catalogs/import/import-options.ts';
import { mergeCatalog } from '../catalogs/import/merge-catalog.ts';
import { printCatalog } from '../catalogs/import/print-catalog.ts';
import { COLUMN_ROLES, type ColumnRole } from '../catalogs/import/tables/table-columns.ts';
import { CatalogError, parseCatalog } from '../catalogs/parse-catalog.ts';
import { counted } from '../report/counted.ts';
import type { Invocation, Output } from './command.ts';
import { CommandError } from './command-error.ts';
import { readCatalogFile } from './read-catalog-file.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { dayOf } from './target.ts';
import { writeFileAtomically } from './write-file.ts';

/** `oauth-scopes catalog import <file>`: a catalog of what a provider publishes. */
export async function run(invocation: Invocation, output: Output): Promise<ExitCode> {
  const { argument, values, workingDirectory } = invocation;
  const file = resolve(workingDirectory, argument);
  const base = readBase(invocation);
  const options = optionsOf(invocation, file, base);
  try {
    const text = decodeText(readBounded(file));
    const long = text.length > LONG_TEXT;
    const { catalog, remarks } = await importCatalog(text, file, options, (step) => {
      if (long) {
        output.progress(`${argument}: ${step} …`);
      }
    });
    const printed = printCatalog(base === undefined ? catalog : mergeCatalog(base, catalog));
    const out = values.get('out');
    parseCatalog(printed, out ?? 'the catalog');
    if (out === undefined) {
      output.print(printed.trimEnd());
    } else {
      writeFileAtomically(resolve(workingDirectory, out), printed);
    }
    describe(remarks, argument, output);
  } catch (error) {
    if (error instanceof ImportError) {
      throw new CommandError(error.problems.map((problem) => ({ ...problem, file })));
    }
    if (error instanceof CatalogError) {
      throw new CommandError({ file, message: `cannot be made a catalog: ${error.message}` });
    }
    throw error;
  }
  return exitCodes.fine;
}

/** What takes more than a second begins with a text of about this length; shorter ones end before a line could be read. */
const LONG_TEXT = 1_000_000;

/** Longer files are refused before they are read. */
const MOST_BYTES = 64 * 1024 * 1024;

function readBounded(file: string): Uint8Array {
  try {
    const { size } = statSync(file);
    if (size > MOST_BYTES) {
      const [megabytes, most] = [size, MOST_BYTES].map((bytes) => Math.round(bytes / 1024 / 1024));
      throw new CommandError({ file, message: `has ${megabytes} MB; at most ${most} MB are imported` });
    }
    return readFileSync(file);
  } catch (error) {
    if (error instanceof CommandError) {
      throw error;
    }
    throw new CommandError({ file, message: `cannot be read (${(error as NodeJS.ErrnoException).code})` });
  }
}

function describe(remarks: readonly ImportProblem[], file: string, output: Output): void {
  const shown = remarks.slice(0, MOST_REMARKS);
  shown.forEach(({ line, message }) => output.note(`${file}${line === undefined ? '' : `:${line}`}: ${message}`));
  if (remarks.length > shown.length) {
    output.note(`and ${counted(remarks.length - shown.length, 'remark')} more`);
  }
}

const MOST_REMARKS = 20;

/** The catalog that `--merge` names, as it stands in its file. */
function readBase({ values, workingDirectory }: Invocation): CatalogFile | undefined {
  const named = values.get('merge');
  return named === undefined ? undefined : readCatalogFile(resolve(workingDirectory, named)).file;
}

function optionsOf({ values, flags }: Invocation, file: string, base: CatalogFile | undefined): ImportOptions {
  const provider = values.get('provider') ?? base?.provider;
  if (provider === undefined) {
    throw new CommandError('catalog import needs the name of the provider: --provider <name>');
  }
  if (base !== undefined && base.provider !== provider) {
    throw new CommandError(`--merge names a catalog of ${base.provider}, and --provider says ${provider}`);
  }
  const date = values.get('source-date');
  const several = values.get('several');
  return {
    provider,
    title: values.get('title'),
    source: {
      key: values.get('source') ?? sourceKey(file),
      title: values.get('source-title'),
      locator: values.get('source-locator') ?? basename(file),
      date: date === undefined ? undefined : dayOf('source-date', date),
    },
    today: new Date().toISOString().slice(0, 10),
    sdk: values.get('sdk'),
    classes: classesOf(values.get('classes')),
    several: several === 'all' || several === 'any' ? several : undefined,
    acceptsUndeclared: flags.has('accept-undeclared'),
    columns: columnsOf(values.get('columns')),
    baseUrl: values.get('base-url'),
  };
}

/** `Xero accounting v2.yaml` as `xero-accounting-v2`. */
function sourceKey(file: string): string {
  const words = basename(file, extname(file)).toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 60) || 'import';
}

function classesOf(list: string | undefined): ReadonlyMap<string, string> | undefined {
  return list === undefined
    ? undefined
    : new Map(
        list.split(',').map((pair) => {
          const [heading = '', name = ''] = pair.split('=').map((part) => part.trim());
          if (heading === '' || !/^[A-Za-z_$][\w$]*$/.test(name)) {
            throw new CommandError(`--classes takes pairs such as "Assets=AssetService, Queues=QueueService", not "${pair.trim()}"`);
          }
          return [heading, name];
        }),
      );
}

function columnsOf(list: string | undefined): readonly ColumnRole[] | undefined {
  return list?.split(',').map((word) => {
    const role = COLUMN_ROLES.find((known) => known === word.trim());
    if (role === undefined) {
      throw new CommandError(`--columns takes ${COLUMN_ROLES.join(', ')}, from the left and with commas between, not "${word.trim()}"`);
    }
    return role;
  });
}
