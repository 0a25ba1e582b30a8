import type { Place } from '../../src/grants/declaration.ts';

/** `3:5-12`, or `3:5-4:2` where it goes on in another line. */
export function printStretch({ line, column, endLine, endColumn }: Place): string {
  return `${line}:${column}-${line === endLine ? '' : `${endLine}:`}${endColumn}`;
}

/** With the file, as it is named below /app: `uipath.json:3:5-12`. */
export function printPlace(place: Place): string {
  return `${place.file.replace('/app/', '')}:${printStretch(place)}`;
}
