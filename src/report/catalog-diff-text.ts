import type { CatalogDifference, ChangeEffect } from '../catalogs/diff-catalogs.ts';
import { describeRequirement, type Requirement } from '../scopes/requirement.ts';
import { block } from './block.ts';
import { counted } from './counted.ts';
import type { Style } from './style.ts';

/** A call of a program, by its place and what it calls, of which the verdict is another one with the newer catalog. */
export interface ChangedCall {
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

/** What a difference of catalogs means for one application. */
export interface ProgramEffect {
  readonly application: string;
  readonly calls: readonly ChangedCall[];
  /** Least scopes with the older and with the newer catalog, where they are not the same. */
  readonly minimal: { readonly before: readonly string[]; readonly after: readonly string[] } | undefined;
}

/** `catalog diff`: what changed, and below it what that means for a program, where there is one. */
export function catalogDiffText(difference: CatalogDifference, effects: readonly ProgramEffect[], style: Style): string {
  const { scopes, added, removed, changed } = difference;
  const lines = [
    ...section('scopes added', scopes.added, style),
    ...section('scopes removed', scopes.removed, style),
    ...section('scopes retired', scopes.retired, style),
    ...section('operations added', added, style),
    ...section('operations removed', removed, style),
    ...ORDER.flatMap((effect) => {
      const rows = changed.filter((change) => change.effect === effect);
      return section(
        TITLES[effect],
        rows.map(({ label, before, after }) => `${label}: ${describe(before)} → ${describe(after)}`),
        style,
      );
    }),
    ...effects.flatMap((effect) => effectLines(effect, style)),
  ];
  return lines.length === 0 ? 'The two say the same.' : lines.slice(1).join('\n');
}

const ORDER: readonly ChangeEffect[] = ['stricter', 'other', 'unknown', 'looser', 'known'];

const TITLES: Readonly<Record<ChangeEffect, string>> = {
  stricter: 'need more: a grant that sufficed may lack a scope',
  other: 'need something else',
  unknown: 'no longer known: calls become undecided',
  looser: 'need less: a scope may have become unused',
  known: 'now known: calls that were undecided are judged',
};

function section(title: string, rows: readonly string[], style: Style): string[] {
  return rows.length === 0 ? [] : block([`${style.heading(title)} (${rows.length})`, ...rows.map((row) => `  ${row}`)]);
}

function describe(requirement: Requirement | null): string {
  return requirement === null ? 'not known' : describeRequirement(requirement);
}

function effectLines({ application, calls, minimal }: ProgramEffect, style: Style): string[] {
  const changes = calls.length === 1 ? '1 verdict changes' : `${counted(calls.length, 'verdict')} change`;
  return block([
    `${style.heading(application)}: ${calls.length === 0 ? 'every verdict stays' : changes}`,
    ...calls.map(({ place, before, after }) => `  ${place}: ${before} → ${after}`),
    ...(minimal === undefined ? [] : [`  least scopes: ${minimal.before.join(' ') || 'none'} → ${minimal.after.join(' ') || 'none'}`]),
  ]);
}
