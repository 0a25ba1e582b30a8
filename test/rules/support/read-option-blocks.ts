import type { Linter } from 'eslint';

/** What a block of `## Options` or `## Settings` stands for: a part of an ESLint configuration. */
export type OptionBlock = Pick<Linter.Config, 'rules' | 'settings'>;

/** The JavaScript blocks of a rule's page that show options or settings, as the values that they are. */
export async function readOptionBlocks(markdown: string): Promise<readonly OptionBlock[]> {
  const sections = markdown.split(/^## /m).filter((section) => /^(?:Options|Settings)\n/.test(section));
  const blocks = sections.flatMap((section) => Array.from(section.matchAll(/^```js\n([\s\S]*?)^```$/gm), ([, block = '']) => block));
  return Promise.all(
    blocks.map(async (block) => {
      const url = `data:text/javascript,${encodeURIComponent(`export default {\n${block}\n};`)}`;
      const { default: value } = (await import(/* @vite-ignore */ url)) as { default: OptionBlock };
      return value;
    }),
  );
}
