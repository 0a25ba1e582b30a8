import { UiPath } from '@uipath/uipath-typescript/core';
import { Folders } from './folders.ts';

export { Folders };

/** What it holds is for the application to say that calls it: its uipath.json. */
export function connect(): UiPath {
  return new UiPath();
}
