import type { IsoDate } from '../catalogs/catalog.ts';
import type { CatalogCoverage } from '../catalogs/coverage.ts';
import { block } from './block.ts';
import { columns } from './columns.ts';
import { toJson } from './json.ts';
import type { Style } from './style.ts';

/** What a catalog knows of one installed SDK. */
export interface SdkCoverage {
  readonly provider: string;
  readonly catalogDate: IsoDate;
  readonly sdk: { readonly name: string; readonly version: string; readonly tested: boolean };
  readonly coverage: CatalogCoverage;
}

/** `catalog coverage`: for each SDK how many of its methods the catalog knows, and the names of the others. */
export function coverageText(coverages: readonly SdkCoverage[], style: Style): string {
  return coverages.map((one) => sdkLines(one, style).join('\n')).join('\n\n');
}

/** `catalog coverage --format json` */
export function coverageJson(coverages: readonly SdkCoverage[]): string {
  return toJson({
    version: 1,
    sdks: coverages.map(({ provider, catalogDate, sdk, coverage }) => ({
      provider,
      catalogDate,
      package: sdk.name,
      version: sdk.version,
      tested: sdk.tested,
      mapped: coverage.mapped,
      unmapped: coverage.unmapped,
      local: coverage.local,
      newer: coverage.newer,
      absent: coverage.absent,
      unknownContainers: coverage.unknownContainers,
    })),
  });
}

const rows: readonly { readonly key: keyof CatalogCoverage; readonly meaning: string; readonly listed: boolean }[] = [
  { key: 'mapped', meaning: 'the catalog says which scopes they need', listed: false },
  { key: 'unmapped', meaning: 'calls to them are undecided', listed: true },
  { key: 'local', meaning: 'they need no scope of their own', listed: false },
  { key: 'newer', meaning: 'in the catalog, from another version of the SDK', listed: false },
  { key: 'absent', meaning: 'in the catalog, and not in this SDK', listed: true },
  { key: 'unknownContainers', meaning: 'classes and interfaces that the catalog does not know', listed: true },
];

function sdkLines({ provider, catalogDate, sdk, coverage }: SdkCoverage, style: Style): string[] {
  const present = rows.filter(({ key }) => coverage[key].length > 0 || key === 'mapped' || key === 'unmapped');
  const counts = present.map(({ key, meaning }) => [
    style.heading(labels[key]),
    String(coverage[key].length).padStart(4),
    style.faint(meaning),
  ]);
  const aside = sdk.tested ? '' : ' (not a tested version)';
  const lists = rows.filter(({ key, listed }) => listed && coverage[key].length > 0);
  return [
    `${style.heading(`${sdk.name} ${sdk.version}`)} against the ${provider} catalog of ${catalogDate}${aside}`,
    ...block(columns(counts, '  ')),
    ...lists.flatMap(({ key }) => block([`  ${style.heading(labels[key])}`, ...coverage[key].map((name) => `  ${name}`)])),
  ];
}

const labels: Readonly<Record<keyof CatalogCoverage, string>> = {
  mapped: 'mapped',
  unmapped: 'unmapped',
  local: 'local',
  newer: 'newer',
  absent: 'absent',
  unknownContainers: 'unknown',
};
