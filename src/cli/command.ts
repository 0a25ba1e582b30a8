import type { Style } from '../report/style.ts';
import type { ExitCode } from './exit-code.ts';

/** One option of a command, as it is parsed and as the help shows it. */
export interface OptionDescription {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** Placeholder of the value in the help: `file`. */
  readonly value?: string;
  /** The values that are accepted; absent where any is. */
  readonly choices?: readonly string[];
  readonly summary: string;
}

/** One row of the command table. */
export interface CommandDescription {
  /** One word or two: `check`, `catalog coverage`. */
  readonly name: string;
  readonly summary: string;
  /** Paragraphs for the command's own help. */
  readonly details: readonly string[];
  readonly options: Readonly<Record<string, OptionDescription>>;
  /** The words after the name are not a directory but this: `what`. The directory is then that of the command line. */
  readonly argument?: {
    readonly name: string;
    readonly optional: boolean;
    /** How the help shows them, where there are several. */
    readonly usage?: string;
  };
  /** Imported on demand, so that `--help` and a typing error answer at once. */
  readonly load: () => Promise<CommandModule>;
}

export interface CommandModule {
  /**
   * Does the command's work.
   * @throws CommandError for anything that a user has to put right; the caller prints it and ends with exit code 2.
   */
  readonly run: (invocation: Invocation, output: Output) => ExitCode | Promise<ExitCode>;
}

/** A command line after parsing. Every option in it is one of the command's own. */
export interface Invocation {
  /** Absolute path of the directory that the command works on. */
  readonly directory: string;
  readonly workingDirectory: string;
  /** The words after the name of a command that takes them, joined by spaces; else empty. */
  readonly argument: string;
  /** The same, word by word. */
  readonly words?: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
}

/** Where a command writes to. */
export interface Output {
  /** The result, to standard output; a line feed is added. */
  print(text: string): void;
  /** About the result, to standard error; a line feed is added. */
  note(text: string): void;
  /** What is being done, on the last line of a terminal; nothing where standard error is none. The next `print` or `note` replaces it. */
  progress(text: string): void;
  /** Asks a person, whose answer is the line without its end, empty where none comes; `undefined` where there is nobody to ask. */
  asker(): ((question: string) => Promise<string>) | undefined;
  /** Marks text for standard output. */
  readonly style: Style;
}
