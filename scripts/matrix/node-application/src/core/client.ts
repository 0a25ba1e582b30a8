import { UiPath } from '@uipath/uipath-typescript';

export const sdk = new UiPath();

export const listTasks = () => sdk.tasks.getAll();
