/** An example of a rule's documentation: the files of one application. */
export interface DocumentedExample {
  readonly kind: 'Incorrect' | 'Correct';
  /** Line of the first fence. */
  readonly line: number;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * The examples under `## Incorrect` and `## Correct`. A code block names its file behind the language; blocks with nothing but blank lines
 * between them are files of one application.
 */
export function readExamples(markdown: string): readonly DocumentedExample[] {
  const examples: { kind: DocumentedExample['kind']; line: number; files: Record<string, string> }[] = [];
  let kind: DocumentedExample['kind'] | null = null;
  let continues = false;
  let open: { readonly file: string; readonly lines: string[] } | null = null;
  for (const [index, line] of markdown.split('\n').entries()) {
    const fence = /^```(?:\w+ (?<file>\S+))?$/.exec(line);
    if (open !== null && fence !== null) {
      Object.assign(examples.at(-1)?.files ?? {}, { [open.file]: `${open.lines.join('\n')}\n` });
      open = null;
    } else if (open !== null) {
      open.lines.push(line);
    } else if (fence?.groups?.['file'] !== undefined && kind !== null) {
      const { file } = fence.groups;
      if (!continues || file in (examples.at(-1)?.files ?? {})) {
        examples.push({ kind, line: index + 1, files: {} });
      }
      continues = true;
      open = { file, lines: [] };
    } else if (line.startsWith('## ')) {
      kind = line === '## Incorrect' ? 'Incorrect' : line === '## Correct' ? 'Correct' : null;
      continues = false;
    } else if (line.trim() !== '') {
      continues = false;
    }
  }
  return examples;
}
