import type { Workspace } from '../support/workspace.ts';
import { commandsOf, readBlocks } from './read-blocks.ts';
import { runCommand } from './run-command.ts';

/**
 * Does what a guide says, from top to bottom: a block that names a file is written, a block of commands is run, and the block of text that comes
 * right after commands is what they print.
 * @returns the page with what they really print
 * @throws where a command cannot do its work
 */
export async function executePage(markdown: string, workspace: Workspace): Promise<string> {
  const lines = markdown.split('\n');
  const changes: { readonly from: number; readonly count: number; readonly output: string }[] = [];
  let printed = '';
  for (const block of readBlocks(markdown)) {
    if (block.file !== '') {
      workspace.write({ [block.file]: block.text });
    }
    if (block.language === 'text' && block.follows && block.file === '') {
      changes.unshift({ from: block.line, count: block.text.split('\n').length - 1, output: printed });
    }
    printed = '';
    for (const command of commandsOf(block)) {
      const { failed, output } = await runCommand(command, workspace.directory);
      if (failed) {
        throw new Error(`line ${block.line}: ${command} fails:\n${output}`);
      }
      printed += output;
    }
  }
  for (const { from, count, output } of changes) {
    lines.splice(from, count, ...output.replace(/^\n+/, '').trimEnd().split('\n').map((line) => line.trimEnd()));
  }
  return lines.join('\n');
}
