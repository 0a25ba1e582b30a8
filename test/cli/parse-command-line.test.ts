import { describe, expect, it } from 'vitest';
import { CommandError } from '../../src/cli/command-error.ts';
import { commands, generalOptions } from '../../src/cli/commands.ts';
import { parseCommandLine } from '../../src/cli/parse-command-line.ts';

function parse(line: string) {
  return parseCommandLine(line.split(' ').filter(Boolean), commands, generalOptions, '/home/app');
}

function refusal(line: string): string {
  try {
    parse(line);
  } catch (error) {
    if (error instanceof CommandError) {
      return error.message;
    }
    throw error;
  }
  throw new Error(`accepted: ${line}`);
}

function runOf(line: string) {
  const parsed = parse(line);
  if (parsed.kind !== 'run') {
    throw new Error(`no run: ${line}`);
  }
  const { directory, values, flags } = parsed.invocation;
  return { command: parsed.command.name, directory, values: Object.fromEntries(values), flags: [...flags] };
}

describe('the command line', () => {
  it.each([
    ['check', { command: 'check', directory: '/home/app', values: {}, flags: [] }],
    ['check packages/a --format json', { command: 'check', directory: '/home/app/packages/a', values: { format: 'json' }, flags: [] }],
    ['--format=json check', { command: 'check', directory: '/home/app', values: { format: 'json' }, flags: [] }],
    ['check -p tsconfig.app.json', { command: 'check', directory: '/home/app', values: { project: 'tsconfig.app.json' }, flags: [] }],
    ['minimal -q --as-of 2026-01-31 ..', { command: 'minimal', directory: '/home', values: { 'as-of': '2026-01-31' }, flags: ['quiet'] }],
    ['sync --check', { command: 'sync', directory: '/home/app', values: {}, flags: ['check'] }],
    ['sync --watch --project a.json', { command: 'sync', directory: '/home/app', values: { project: 'a.json' }, flags: ['watch'] }],
    ['catalog coverage packages/a', { command: 'catalog coverage', directory: '/home/app/packages/a', values: {}, flags: [] }],
    ['check -- --odd', { command: 'check', directory: '/home/app/--odd', values: {}, flags: [] }],
  ])('understands "%s"', (line, expected) => {
    expect(runOf(line)).toEqual(expected);
  });

  it.each([
    ['chekc', '"chekc" is no command; did you mean check?'],
    ['minmal', '"minmal" is no command; did you mean minimal?'],
    ['catalog covrage', '"catalog covrage" is no command; did you mean catalog coverage?'],
    ['catlog coverage', '"catlog" is no command; did you mean catalog coverage?'],
    ['catalog', 'catalog needs a second word: catalog import, catalog validate, catalog diff, catalog coverage'],
    ['publish', '"publish" is no command; see oauth-scopes --help'],
    ['constructor', '"constructor" is no command; see oauth-scopes --help'],
    ['check --fromat json', '--fromat is no option of check; did you mean --format?'],
    ['check --watch', '--watch is no option of check; see oauth-scopes check --help'],
    ['check --toString', '--toString is no option of check; see oauth-scopes check --help'],
    ['--halp', '--halp is no option; did you mean --help?'],
    ['check --format', '--format needs a value: text, json, sarif, github or markdown'],
    ['check --project --format json', '--project needs a value: --project <tsconfig>'],
    ['check --project=', '--project needs a value: --project <tsconfig>'],
    ['check --format yaml', '--format accepts text, json, sarif, github and markdown, not "yaml"'],
    ['sync --check=yes', '--check takes no value'],
    ['check a b c', 'check takes one directory, and "b c" is one too many'],
  ])('refuses "%s"', (line, message) => {
    expect(refusal(line)).toBe(message);
  });

  it('takes help for a command of its own', () => {
    expect(parse('help')).toEqual({ kind: 'help', command: undefined });
    expect(parse('help catalog coverage')).toMatchObject({ kind: 'help', command: { name: 'catalog coverage' } });
    expect(parse('help catalog')).toEqual({ kind: 'help', command: undefined });
    expect(() => parse('help chekc')).toThrow('"chekc" is no command; did you mean check?');
  });

  it('answers --help and --version before it looks at anything else', () => {
    expect(parse('check --bogus --help')).toMatchObject({ kind: 'help', command: { name: 'check' } });
    expect(parse('nonsense -h')).toEqual({ kind: 'help', command: undefined });
    expect(parse('-v')).toEqual({ kind: 'version' });
    expect(parse('')).toEqual({ kind: 'nothing' });
  });
});
