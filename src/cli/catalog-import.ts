import { statSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { importCatalog } from '../catalogs/import/import-catalog.ts';
import { decodeText } from '../catalogs/import/decode-text.ts';
import { ImportError, type ImportProblem } from '../catalogs/import/import-error.ts';
import type { ImportOptions } from '../catalogs/import/import-options.ts';
import { printCatalog } from '../catalogs/import/print-catalog.ts';
import { COLUMN_ROLES, type ColumnRole } from '../catalogs/import/tables/table-columns.ts';
import { CatalogError, parseCatalog } from '../catalogs/parse-catalog.ts';
import { counted } from '../report/counted.ts';
import type { Invocation, Output } from './command.ts';
import { CommandError } from './command-error.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { dayOf } from './target.ts';
import { writeFileAtomically } from './write-file.ts';

/** `oauth-scopes catalog import <file>`: a catalog of what a provider publishes. */
export async function run(invocation: Invocation, output: Output): Promise<ExitCode> {
  const { argument, values, workingDirectory } = invocation;
  const file = resolve(workingDirectory, argument);
  const options = optionsOf(invocation, file);
  try {
    const text = decodeText(readBounded(file));
    const { catalog, remarks } = await importCatalog(text, file, options, (step) => output.progress(`${argument}: ${step}`));
    const printed = printCatalog(catalog);
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

function optionsOf({ values }: Invocation, file: string): ImportOptions {
  const provider = values.get('provider');
  if (provider === undefined) {
    throw new CommandError('catalog import needs the name of the provider: --provider <name>');
  }
  const date = values.get('source-date');
  const several = values.get('several');
  return {
    provider,
    title: values.get('title'),
    source: {
      key: values.get('source') ?? 'import',
      title: values.get('source-title'),
      locator: values.get('source-locator') ?? basename(file),
      date: date === undefined ? undefined : dayOf('source-date', date),
    },
    today: new Date().toISOString().slice(0, 10),
    sdk: values.get('sdk'),
    classes: classesOf(values.get('classes')),
    several: several === 'all' || several === 'any' ? several : undefined,
    columns: columnsOf(values.get('columns')),
    baseUrl: values.get('base-url'),
  };
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
