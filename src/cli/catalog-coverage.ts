import { catalogCoverage } from '../catalogs/coverage.ts';
import { indexCatalog } from '../catalogs/catalog-index.ts';
import type { Catalog } from '../catalogs/catalog.ts';
import { readDeclaredMembers, type DeclaredMember } from '../catalogs/declared-members.ts';
import { linkedMembers } from '../generate/linked-members.ts';
import { coverageJson, coverageText, type SdkCoverage } from '../report/coverage.ts';
import type { TypeScript } from '../usage/typescript.ts';
import type { Invocation, Output } from './command.ts';
import { CommandError } from './command-error.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { findInstalledPackage, type InstalledPackage } from './installed-package.ts';
import { loadCatalogs } from './load-catalogs.ts';
import { loadTypeScript } from './load-typescript.ts';
import { readSdk } from './read-sdk.ts';

/** `oauth-scopes catalog coverage`: what the catalogs know of the installed SDKs. */
export function run(invocation: Invocation, output: Output): ExitCode {
  const { directory, values } = invocation;
  const catalogs = loadCatalogs(invocation);
  const ts = loadTypeScript(directory);
  const installed = catalogs.flatMap((catalog) => {
    const sdk = catalog.sdk && findInstalledPackage(catalog.sdk.package, directory);
    return sdk === undefined ? [] : [{ catalog, sdk }];
  });
  if (installed.length === 0) {
    const packages = catalogs.flatMap(({ sdk }) => sdk?.package ?? []).join(' or ');
    throw new CommandError({ file: directory, message: `has no SDK installed that a catalog knows (${packages})` });
  }
  const coverages = installed.map(({ catalog, sdk }): SdkCoverage => ({
    provider: catalog.provider,
    catalogDate: catalog.date,
    sdk: { name: sdk.name, version: sdk.version, tested: isTested(catalog, sdk) },
    coverage: catalogCoverage(indexCatalog(catalog), declaredMembers(ts, sdk)),
  }));
  output.print(values.get('format') === 'json' ? coverageJson(coverages) : coverageText(coverages, output.style));
  return exitCodes.fine;
}

function isTested({ sdk }: Catalog, { version }: InstalledPackage): boolean {
  return sdk?.testedVersions.includes(version) === true;
}

function declaredMembers(ts: TypeScript, sdk: InstalledPackage): DeclaredMember[] {
  const declarations = readSdk(sdk);
  return declarations.entries.flatMap((entry) => {
    const ofFile = readDeclaredMembers(ts, declarations.read(entry.file) ?? '', entry.specifier);
    // A bundle declares everything itself; else a module passes on what other files declare.
    return ofFile.length > 0 ? ofFile : linkedMembers(ts, declarations, entry);
  });
}
