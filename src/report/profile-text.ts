import type { NamedCombination } from '../catalogs/find-combination.ts';
import type { Scope } from '../scopes/requirement.ts';
import type { ApplicationReport } from '../verdict/finding.ts';
import { columns } from './columns.ts';
import type { TextOptions } from './text.ts';

/** How the least scopes of an application differ from those of a profile. Names are compared as they stand. */
export interface ProfileComparison {
  readonly profile: string;
  /** Title of the catalog that has the profile. */
  readonly from: string;
  readonly inBoth: readonly Scope[];
  readonly onlyProfile: readonly Scope[];
  readonly onlyApplication: readonly Scope[];
  /** The profile is of another provider's vocabulary than the application. */
  readonly isForeign: boolean;
}

export function compareWithProfile(report: ApplicationReport, { catalog, combination }: NamedCombination): ProfileComparison {
  const { provider, minimal } = report;
  const { name, scopes } = combination;
  return {
    profile: name,
    from: catalog.title,
    inBoth: scopes.filter((scope) => minimal.scopes.includes(scope)),
    onlyProfile: scopes.filter((scope) => !minimal.scopes.includes(scope)),
    onlyApplication: minimal.scopes.filter((scope) => !scopes.includes(scope)),
    isForeign: catalog.provider !== provider,
  };
}

/** Indented, to stand below the answer of `minimal`. */
export function profileText(comparison: ProfileComparison, { style }: Pick<TextOptions, 'style'>): string {
  const { profile, from, inBoth, onlyProfile, onlyApplication, isForeign } = comparison;
  const list = (scopes: readonly Scope[]): string => (scopes.length === 0 ? 'none' : scopes.join(' '));
  const warning = 'The profile uses another vocabulary than the calls; a scope may have another name there.';
  const rows = [
    ['In both', list(inBoth)],
    ['Only the profile', list(onlyProfile)],
    ['Only this application', list(onlyApplication)],
  ];
  return [
    `  ${style.heading(`Profile ${profile}`)} (${from})`,
    ...columns(rows, '    '),
    ...(isForeign ? [`    ${style.caution(warning)}`] : []),
  ].join('\n');
}
