import { expect } from 'vitest';
import { lintApplication, type LintSetup, type Report } from './lint-application.ts';

/** What one rule reports of an application, by the rules of `strict`. There is no parsing error. */
export async function reportsOf(rule: string, files: Readonly<Record<string, string>>, setup: LintSetup = {}): Promise<readonly Report[]> {
  const { reports } = await lintApplication(files, { preset: 'strict', ...setup });
  expect(reports.filter(({ rule: id }) => id === null)).toEqual([]);
  return reports.filter(({ rule: id }) => id === `oauth-scopes/${rule}`);
}

/** `uipath.json` with these scopes, in line 3. */
export function configuration(scope: string): Readonly<Record<string, string>> {
  return { 'uipath.json': JSON.stringify({ clientId: 'id', scope }, null, 2) };
}

/** A client that is given its scopes by an expression, all that the SDK's types ask for besides, and a call that reads tasks. */
export function readingTasks(scope: string): string {
  const options = "baseUrl: '', orgName: '', tenantName: '', clientId: '', redirectUri: ''";
  return `import { UiPath } from '@uipath/uipath-typescript';
export const sdk = new UiPath({ ${options}, scope: ${scope} });
export const all = () => sdk.tasks.getAll();
`;
}
