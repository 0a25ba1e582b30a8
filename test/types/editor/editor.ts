/** What an editor asks a language server. Answers come from a real process. */
export interface Editor {
  hover(at: Position): Promise<Hover>;
  /** Files that "go to definition" leads to, those of packages from their folder in node_modules on. */
  definitions(at: Position): Promise<readonly string[]>;
  /** Names, sorted. */
  completions(at: Position): Promise<readonly string[]>;
  /** The parameters of the call whose arguments begin there, as declared. */
  parameters(at: Position): Promise<readonly string[]>;
  errors(file: string): Promise<readonly string[]>;
  /** Resolves when the server says that something changed which is not open in the editor. */
  changed(): Promise<void>;
  close(): void;
}

/** Line and character from 0. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly character: number;
}

export interface Hover {
  /** White space is one space. */
  readonly signature: string;
  readonly documentation: string;
  /** Files that links in the documentation lead to, as with `definitions`. */
  readonly links: readonly string[];
}

/** The position after the last dot of a text that stands at the beginning of a line. */
export function positionOf(file: string, source: string, text: string): Position {
  const lines = source.split('\n');
  const line = lines.findIndex((candidate) => candidate.startsWith(text));
  if (line === -1) {
    throw new Error(`no line of ${file} begins with ${text}`);
  }
  return { file, line, character: text.lastIndexOf('.') + 1 };
}

/** The errors of a file when they are as wanted; asks again after each change that the server speaks of, for so many milliseconds. */
export async function errorsWhen(
  editor: Editor,
  file: string,
  isWanted: (errors: readonly string[]) => boolean,
  milliseconds = 60_000,
): Promise<readonly string[]> {
  const end = Date.now() + milliseconds;
  for (;;) {
    // Before asking: a change in between is not to be missed.
    const change = editor.changed();
    const errors = await editor.errors(file);
    if (isWanted(errors)) {
      return errors;
    }
    await within(change, end - Date.now(), () => `the server has spoken of no other errors than these:\n${errors.join('\n')}`);
  }
}

/** @throws an error that says what is amiss, where the promise is not kept in so many milliseconds */
export async function within(promise: Promise<void>, milliseconds: number, describe: () => string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(describe())), milliseconds);
  });
  await Promise.race([promise, expired]).finally(() => clearTimeout(timer));
}

/** `@uipath/uipath-typescript/dist/tasks/index.d.ts` of a path or an address. */
export function packagePath(place: string): string {
  return decodeURIComponent(place).replace(/^.*node_modules\//, '').replace(/#.*$/, '');
}

export function oneSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
