import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { type DeclaredMember, readDeclaredMembers } from '../../src/catalogs/declared-members.ts';

const PACKAGE = '@uipath/uipath-typescript';

const directory = new URL(`../../node_modules/${PACKAGE}/`, import.meta.url);

export const installedVersion = (JSON.parse(readFileSync(new URL('package.json', directory), 'utf8')) as { version: string }).version;

/** The members that the installed SDK declares, module by module. */
export function declaredMembers(): DeclaredMember[] {
  const subPaths = readdirSync(new URL('dist/', directory), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return ['', ...subPaths.map((entry) => `/${entry.name}`)].flatMap((subPath) =>
    readDeclaredMembers(ts, readFileSync(new URL(`dist${subPath}/index.d.ts`, directory), 'utf8'), `${PACKAGE}${subPath}`),
  );
}
