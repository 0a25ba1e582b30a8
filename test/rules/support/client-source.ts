/** The first line of a file that imports the client by its name. */
export const importClient = "import { UiPath } from '@uipath/uipath-typescript';";

const construction = "new UiPath({ clientId: 'id', scope: ";

/** Two lines: the import, and a client with this expression as its scope. */
export function clientWith(scope: string): string {
  return `${importClient}\n${construction}${scope} });`;
}

/** Where the expression of `clientWith` starts; the inside of a literal one column later. */
export const scopeColumn = construction.length + 1;
