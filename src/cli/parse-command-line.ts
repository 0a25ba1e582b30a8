import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { list } from '../verdict/phrases.ts';
import { CommandError } from './command-error.ts';
import type { CommandDescription, Invocation, OptionDescription } from './command.ts';
import { didYouMean } from '../scopes/did-you-mean.ts';

/** What a command line asks for. */
export type ParsedCommandLine =
  | { readonly kind: 'help'; readonly command: CommandDescription | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'run'; readonly command: CommandDescription; readonly invocation: Invocation };

/**
 * Reads a command line against the command table. Options may stand before, between and after the words of the command.
 * @throws CommandError for an unknown command or option (with the nearest one), and for a value that is missing, not accepted or not asked
 * for.
 */
export function parseCommandLine(
  words: readonly string[],
  commands: readonly CommandDescription[],
  generalOptions: Readonly<Record<string, OptionDescription>>,
  workingDirectory: string,
): ParsedCommandLine {
  const everyOption = Object.assign({}, generalOptions, ...commands.map(({ options }) => options)) as Record<string, OptionDescription>;
  const { tokens, positionals } = parseArgs({
    args: [...words],
    options: Object.fromEntries(Object.entries(everyOption).map(([name, { type, short }]) => [name, short ? { type, short } : { type }])),
    strict: false,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === 'option');
  const asked = (name: string) => given.some((token) => token.name === name);

  // Many a tool has a command for it: `oauth-scopes help check`.
  const named = positionals[0] === 'help' ? positionals.slice(1) : positionals;
  const [first, second] = named;
  const command = commands.find(({ name }) => name === `${first} ${second}`) ?? commands.find(({ name }) => name === first);
  if (asked('help') || named !== positionals) {
    const isAskedFor = named !== positionals && first !== undefined;
    if (isAskedFor && command === undefined && !commands.some(({ name }) => name.startsWith(`${first} `))) {
      throw new CommandError(unknownCommand(first, second, commands));
    }
    return { kind: 'help', command };
  }
  if (asked('version')) {
    return { kind: 'version' };
  }
  const options = { ...generalOptions, ...command?.options };
  given.forEach((token) => checkOption(token, options, command));
  if (first === undefined) {
    return { kind: 'nothing' };
  }
  if (command === undefined) {
    throw new CommandError(unknownCommand(first, second, commands));
  }
  const rest = named.slice(command.name.split(' ').length);
  const [directory = '.', ...surplus] = command.argument === undefined ? rest : [];
  if (surplus.length > 0) {
    throw new CommandError(`${command.name} takes one directory, and "${surplus.join(' ')}" is one too many`);
  }
  const argument = command.argument === undefined ? '' : rest.join(' ');
  if (command.argument?.optional === false && argument === '') {
    throw new CommandError(`${command.name} needs to know what: oauth-scopes ${command.name} <${command.argument.name}>`);
  }
  const values = new Map(given.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const])));
  const flags = new Set(given.filter(({ value }) => value === undefined).map(({ name }) => name));
  return { kind: 'run', command, invocation: { directory: resolve(workingDirectory, directory), workingDirectory, argument, words: rest, values, flags } };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function checkOption(
  token: OptionToken,
  options: Readonly<Record<string, OptionDescription>>,
  command: CommandDescription | undefined,
): void {
  const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
  if (option === undefined) {
    const nearest = didYouMean(token.name, Object.keys(options));
    const scope = command === undefined ? '' : ` of ${command.name}`;
    throw new CommandError(
      `${token.rawName} is no option${scope}${nearest === undefined ? seeHelp(command) : `; did you mean --${nearest}?`}`,
    );
  }
  if (option.type === 'boolean' && token.value !== undefined) {
    throw new CommandError(`--${token.name} takes no value`);
  }
  if (
    option.type === 'string' &&
    (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('-')))
  ) {
    const expected = option.choices === undefined ? `--${token.name} <${option.value ?? 'value'}>` : list(option.choices, 'or');
    throw new CommandError(`--${token.name} needs a value: ${expected}`);
  }
  if (option.choices !== undefined && token.value !== undefined && !option.choices.includes(token.value)) {
    throw new CommandError(`--${token.name} accepts ${list(option.choices)}, not "${token.value}"`);
  }
}

function unknownCommand(first: string, second: string | undefined, commands: readonly CommandDescription[]): string {
  const names = commands.map(({ name }) => name);
  const continuations = names.filter((name) => name.startsWith(`${first} `));
  if (continuations.length > 0 && second === undefined) {
    return `${first} needs a second word: ${continuations.join(', ')}`;
  }
  const words = second !== undefined && continuations.length > 0 ? `${first} ${second}` : first;
  const nearest = didYouMean(words, names) ?? (second === undefined ? undefined : didYouMean(`${first} ${second}`, names));
  return `"${words}" is no command${nearest === undefined ? seeHelp(undefined) : `; did you mean ${nearest}?`}`;
}

function seeHelp(command: CommandDescription | undefined): string {
  return `; see oauth-scopes ${command === undefined ? '' : `${command.name} `}--help`;
}
