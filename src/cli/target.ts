import { dirname, resolve } from 'node:path';
import { isDay } from '../catalogs/calendar.ts';
import type { IsoDate } from '../catalogs/catalog.ts';
import { forwardSlashes } from '../grants/file-system.ts';
import { CommandError } from './command-error.ts';
import type { Invocation } from './command.ts';

/** What is analysed: absolute paths with forward slashes. */
export interface Target {
  readonly directory: string;
  /** A configuration, or a directory that holds one. */
  readonly configuration: string;
}

/**
 * Where to start: at the configuration that `--project` names, relative to the working directory as for tsc, else in the directory of the
 * command line.
 */
export function targetOf({ values, directory, workingDirectory }: Invocation): Target {
  const project = values.get('project');
  if (project === undefined) {
    return { directory: forwardSlashes(directory), configuration: forwardSlashes(directory) };
  }
  const configuration = resolve(workingDirectory, project);
  const named = directory === workingDirectory ? (configuration.endsWith('.json') ? dirname(configuration) : configuration) : directory;
  return { directory: forwardSlashes(named), configuration: forwardSlashes(configuration) };
}

/**
 * The day of `--as-of`.
 * @throws CommandError when it is no day of the calendar, written YYYY-MM-DD.
 */
export function asOfDate({ values }: Invocation): IsoDate | undefined {
  const date = values.get('as-of');
  return date === undefined ? undefined : dayOf('as-of', date);
}

/**
 * The day that an option names.
 * @throws CommandError when it is no day of the calendar, written YYYY-MM-DD.
 */
export function dayOf(option: string, text: string): IsoDate {
  if (!isDay(text)) {
    throw new CommandError(`--${option} takes a day as YYYY-MM-DD, not "${text}"`);
  }
  return text;
}
