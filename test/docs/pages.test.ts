import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { commands, generalOptions } from '../../src/cli/commands.ts';
import { parseCommandLine } from '../../src/cli/parse-command-line.ts';
import { readManifestFile } from '../../src/grants/manifest-file.ts';
import { projectDirectory } from '../support/workspace.ts';
import { pages } from './pages.ts';
import { commandsOf, readBlocks, type Block } from './read-blocks.ts';
import { splitWords } from './run-command.ts';

const blocks = pages.flatMap((page) =>
  readBlocks(readFileSync(join(projectDirectory, page), 'utf8')).map((block) => [`${page}:${block.line}`, block] as const));

function inLanguages(...languages: readonly string[]): readonly (readonly [string, Block])[] {
  return blocks.filter(([, { language }]) => languages.includes(language));
}

describe('every example of every page', () => {
  it('says what language it is in', () => {
    expect(blocks.length).toBeGreaterThan(100);
    expect(inLanguages('').map(([place]) => place)).toEqual([]);
  });

  it('in JSON is JSON, or a property of an object', () => {
    const wrong = inLanguages('json').filter(([, { text }]) => !isJson(text) && !isJson(`{${text}}`));
    expect(wrong.map(([place]) => place)).toEqual([]);
  });

  // Those of a rule's page may be wrong on purpose; test/rules/documentation.test.ts lints them. A page may show a provider of one's own.
  it('of a manifest is one', () => {
    const isManifest = (text: string): boolean => /"applications"\s*:\s*\[/.test(text) && !text.includes('"findings"');
    const manifests = inLanguages('json').filter(([place, { text }]) => !place.startsWith('docs/rules/') && isManifest(text));
    expect(manifests.length).toBeGreaterThan(4);
    const problems = manifests.flatMap(([place, { text }]) =>
      readManifestFile(text, place, ['uipath', 'genesys', 'genesys-guide', 'talkdesk', 'acme']).problems.map(({ message }) => `${place}: ${message}`));
    expect(problems).toEqual([]);
  });

  const code = inLanguages('ts', 'tsx', 'js', 'mjs');

  // What they print is held by the guides, and by the tests of each command.
  const lines = blocks.flatMap(([place, block]) =>
    commandsOf(block).filter((line) => line.startsWith('npx oauth-scopes')).map((line) => [`${place} ${line}`, line] as const));

  it('is looked at, be it code or a command', () => {
    expect(code.length).toBeGreaterThan(20);
    expect(lines.length).toBeGreaterThan(20);
  });

  it.each(code)('in code has no syntax error: %s', (_place, { language, text }) => {
    const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext };
    const { diagnostics } = ts.transpileModule(isPartOfObject(text) ? `({${text}});` : text, { fileName: `example.${language}`, reportDiagnostics: true, compilerOptions });
    expect((diagnostics ?? []).map(({ messageText }) => messageText)).toEqual([]);
  });

  it.each(lines)('of the command is one that it takes: %s', (_place, line) => {
    const words = splitWords(line.split(/\s+(?:[|<>]|2>|&&)/, 1)[0] ?? '').slice(2);
    expect(parseCommandLine(words, commands, generalOptions, projectDirectory).kind).not.toBe('nothing');
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** `rules: { … },`: a part of a configuration. Those of the rules’ pages test/rules tries, those of others the tests of examples and guides. */
function isPartOfObject(text: string): boolean {
  return /^(?:rules|settings): \{/.test(text);
}
