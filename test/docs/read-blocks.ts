/** A fenced block of a Markdown page. */
export interface Block {
  /** Of its first line, the fence; counts from 1. */
  readonly line: number;
  readonly language: string;
  /** What stands behind the language: the name of the file that the block is; empty where there is none. */
  readonly file: string;
  /** Without the fences; ends with a line break unless it is empty. */
  readonly text: string;
  /** The block comes right after another one. */
  readonly follows: boolean;
}

/** The blocks of a page, in their order. Fences inside of lists may be indented. */
export function readBlocks(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { readonly line: number; readonly indent: string; readonly language: string; readonly file: string; readonly lines: string[] } | null = null;
  let follows = false;
  for (const [index, line] of markdown.split('\n').entries()) {
    const fence = /^(?<indent> *)```(?<language>\w*)(?: (?<file>\S+))?$/.exec(line)?.groups;
    if (open !== null && fence !== undefined) {
      const text = open.lines.map((one) => `${one}\n`).join('');
      blocks.push({ line: open.line, language: open.language, file: open.file, text, follows });
      open = null;
      follows = true;
    } else if (open !== null) {
      open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line);
    } else if (fence !== undefined) {
      open = { line: index + 1, indent: fence['indent'] ?? '', language: fence['language'] ?? '', file: fence['file'] ?? '', lines: [] };
    } else if (line.trim() !== '') {
      follows = false;
    }
  }
  return blocks;
}

/** The lines of a block of shell commands that call a program, without comments and without the variable that takes the output. */
export function commandsOf({ language, text }: Block): readonly string[] {
  return language === 'sh'
    ? text.split('\n').flatMap((line) => /^(?:\w+="\$\()?(?<command>npx [^#)]*[^#)\s])/.exec(line.trim())?.groups?.['command'] ?? [])
    : [];
}
