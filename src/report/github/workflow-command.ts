/** Where a workflow command points to: names and values as GitHub has them. */
export type CommandProperties = Readonly<Record<string, string | number>>;

/**
 * A command to the runner of GitHub Actions on one line: `::error file=src/app.ts,line=3::…`. What would end the line, a property or the
 * list of them is written as the runner reads it back: https://github.com/actions/toolkit/blob/main/docs/commands.md.
 */
export function workflowCommand(name: string, properties: CommandProperties, data: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(data)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
