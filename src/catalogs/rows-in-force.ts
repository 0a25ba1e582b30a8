import { distinctBy } from '../scopes/distinct-by.ts';
import type { Requirement } from '../scopes/requirement.ts';
import type { CatalogOperation, IsoDate, RequirementRow } from './catalog.ts';
import { anyOf, withoutSuperfluous } from './requirement-algebra.ts';

/**
 * The rows that count for a verdict, newest last, without those that repeat an earlier requirement.
 *
 * Without `asOf` that is every row: that a source no longer says something does not make it wrong for the installation at hand,
 * so a grant which satisfies only one of the rows is neither right nor wrong.
 *
 * @param asOf pins the day: only rows that held on it (`since` ≤ day < `until`). May leave none.
 */
export function rowsInForce(method: CatalogOperation, asOf?: IsoDate): readonly RequirementRow[] {
  const rows = asOf === undefined ? method.rows : method.rows.filter((row) => heldOn(row, asOf));
  return distinctBy(rows, ({ requires }) => JSON.stringify(requires));
}

/** At least one source says what the operation needs, be it nothing. */
export function isMapped({ rows }: CatalogOperation): boolean {
  return rows.some(({ requires }) => requires !== null);
}

/** The last of the rows in force; `undefined` where nothing is known of the method (on that day). */
export function newestRow(method: CatalogOperation, asOf?: IsoDate): RequirementRow | undefined {
  return rowsInForce(method, asOf).at(-1);
}

/**
 * The requirement that is satisfied by exactly those grants that satisfy at least one of the rows: what a type may demand without
 * ever refusing a grant that a row allows. Newer alternatives come first in each clause. A row that says nothing (`null`) does not
 * count; where no row is exact the result is `[]`, because an inferred row never accuses, and so it is where there would be more clauses
 * than anybody reads.
 */
export function weakestRequirement(rows: readonly RequirementRow[]): Requirement {
  if (!rows.some((row) => row.requires !== null && row.confidence === 'exact')) {
    return [];
  }
  const requirements = rows.flatMap((row) => (row.requires === null ? [] : [row.requires])).reverse();
  return withoutSuperfluous(anyOf(requirements) ?? []);
}

function heldOn(row: RequirementRow, day: IsoDate): boolean {
  return (row.since === undefined || row.since <= day) && (row.until === undefined || day < row.until);
}
