import type { Style } from '../report/style.ts';
import type { CommandDescription, OptionDescription } from './command.ts';

const width = 96;

/** Help for one command, or for all of them when none is given. Lines are at most 96 characters long. */
export function helpText(
  command: CommandDescription | undefined,
  commands: readonly CommandDescription[],
  generalOptions: Readonly<Record<string, OptionDescription>>,
  style: Style,
): string {
  const options = optionRows({ ...command?.options, ...generalOptions });
  if (command === undefined) {
    return [
      'Static checking of OAuth scopes.',
      '',
      'oauth-scopes <command> [directory] [options]',
      '',
      style.heading('Commands'),
      ...table(commands.map(({ name, summary }) => [name, summary])),
      '',
      style.heading('Options'),
      ...table(options),
      '',
      'Exit codes: 0 nothing to do, 1 findings or a stale file, 2 an error.',
    ].join('\n');
  }
  return [
    ...wrapped(command.summary, width),
    '',
    `oauth-scopes ${command.name} ${argumentOf(command)} [options]`,
    ...command.details.flatMap((paragraph) => ['', ...wrapped(paragraph, width)]),
    '',
    style.heading('Options'),
    ...table(options),
  ].join('\n');
}

function argumentOf({ argument }: CommandDescription): string {
  return argument === undefined ? '[directory]' : (argument.usage ?? (argument.optional ? `[${argument.name}]` : `<${argument.name}>`));
}

function optionRows(options: Readonly<Record<string, OptionDescription>>): [string, string][] {
  return Object.entries(options).map(([name, { short, value, summary }]) => [
    `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` <${value}>`}`,
    summary,
  ]);
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const column = Math.max(...rows.map(([left]) => left.length)) + 4;
  return rows.flatMap(([left, right]) =>
    wrapped(right, width - column).map((line, index) => (index === 0 ? `  ${left.padEnd(column - 2)}${line}` : ' '.repeat(column) + line)),
  );
}

function wrapped(text: string, limit: number): string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    return last !== undefined && last.length + 1 + word.length <= limit ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, word];
  }, []);
}
