import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { projectDirectory } from '../support/workspace.ts';

const page = readFileSync(join(projectDirectory, 'docs/command-line.md'), 'utf8');

describe('docs/command-line.md', () => {
  it.each(commands)('has a section on $name, and names its options', ({ name, options }) => {
    const [, section = ''] = page.split(`## \`${name}\`\n`);
    expect(section).not.toBe('');
    expect(Object.keys(options).filter((option) => !page.includes(`--${option}`))).toEqual([]);
  });

  it('names no command that there is not', () => {
    const named = [...page.matchAll(/^## `(.+)`$/gm)].map(([, name]) => name);
    expect(named).toEqual(commands.map(({ name }) => name));
  });
});
