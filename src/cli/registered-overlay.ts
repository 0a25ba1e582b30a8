import { dirname, relative } from 'node:path';
import { forwardSlashes } from '../grants/file-system.ts';
import type { TypeScript } from '../usage/typescript.ts';
import type { AnalysedApplication } from './analyse-workspace.ts';
import { CommandError } from './command-error.ts';
import { shippedOverlay } from './find-overlay.ts';
import { generateOverlayFor, type OverlayFolder } from './generate-overlay-for.ts';
import { findInstalledPackage, type InstalledPackage } from './installed-package.ts';
import { packageName } from './package-root.ts';
import type { Registration } from './registration-text.ts';
import { requireSdk } from './require-sdk.ts';

/** The types that take the place of the SDK's own, and how a registration file loads them. */
export interface RegisteredOverlay {
  readonly reference: Registration['reference'];
  /** What has to be generated for the application, and of which SDK; nothing where the overlay of this package fits. */
  readonly generated: (OverlayFolder & { readonly sdk: InstalledPackage }) | undefined;
}

/**
 * The overlay that this package ships where it fits the installed SDK, else one made from the SDK's declarations, to be put below
 * node_modules. Of a provider without an SDK, and of another account of an API than its provider's, the scope types alone.
 * @param file Absolute path of the registration file.
 * @throws CommandError when this package or the SDK is not installed for the application, or when no types can be made of the SDK.
 */
export function chooseRegisteredOverlay(ts: TypeScript, application: AnalysedApplication, file: string): RegisteredOverlay {
  const { catalog } = application.index;
  const plugin = findInstalledPackage(packageName, dirname(file));
  if (plugin === undefined) {
    throw new CommandError({
      file: application.directory,
      message: `needs ${packageName} beside its SDK; run npm install --save-dev ${packageName}`,
    });
  }
  if (catalog.sdk === undefined || catalog.accountOf !== undefined) {
    requireResolution(ts, application, 'types', file);
    return { reference: { kind: 'types', target: `${packageName}/types` }, generated: undefined };
  }
  const name = catalog.sdk.package;
  const sdk = requireSdk(ts, application) ?? findInstalledPackage(name, application.directory);
  if (sdk === undefined) {
    throw new CommandError({ file: application.directory, message: `has no ${name} installed; run npm install ${name}` });
  }
  if (shippedOverlay(catalog, sdk, plugin.directory) !== undefined) {
    requireResolution(ts, application, catalog.provider, file);
    return { reference: { kind: 'types', target: `${packageName}/${catalog.provider}` }, generated: undefined };
  }
  const generated = { ...generateOverlayFor(ts, application.directory, application.index, sdk), sdk };
  const target = forwardSlashes(relative(dirname(file), `${generated.directory}/index.d.ts`));
  return { reference: { kind: 'path', target: target.startsWith('.') ? target : `./${target}` }, generated };
}

/** In a resolution mode that does not find the overlay the registration file would be an error of its own. */
function requireResolution(ts: TypeScript, { projects }: AnalysedApplication, subPath: string, file: string): void {
  const specifier = `${packageName}/${subPath}`;
  const unable = projects.find(
    ({ commandLine: { options } }) =>
      ts.resolveTypeReferenceDirective(specifier, file, options, ts.sys).resolvedTypeReferenceDirective === undefined,
  );
  if (unable !== undefined) {
    throw new CommandError({
      file: unable.configFile,
      line: 1,
      column: 1,
      message: `does not resolve ${specifier}; set "moduleResolution" to "bundler" or "nodenext"`,
    });
  }
}
