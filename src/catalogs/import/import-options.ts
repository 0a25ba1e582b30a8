import type { IsoDate } from '../catalog.ts';
import type { SeveralMeaning } from './facts.ts';
import type { ColumnRole } from './tables/table-columns.ts';

/** What a catalog says that its source does not, and how the source is to be read. */
export interface ImportOptions {
  /** Short lower-case name. */
  readonly provider: string;
  /** As people read it; the source's own title, or the provider's name, where it is absent. */
  readonly title?: string | undefined;
  readonly source: {
    /** Key of the source in the catalog, by which rows name it. */
    readonly key: string;
    readonly title?: string | undefined;
    /** Where it is published. */
    readonly locator: string;
    readonly date?: IsoDate | undefined;
  };
  /** The day of the import: the catalog's date where the source has none. */
  readonly today: IsoDate;
  /** npm package whose classes the methods of a table belong to, or the operations of a definition that it is generated from. */
  readonly sdk?: string | undefined;
  /** Names of classes, or of accessors of the client, by the heading or cell that a table has for them, or by the first tag of operations. */
  readonly classes?: ReadonlyMap<string, string> | undefined;
  readonly several?: SeveralMeaning | undefined;
  /** Scopes that an operation asks for and its security scheme does not declare exist all the same. */
  readonly acceptsUndeclared?: boolean | undefined;
  readonly columns?: readonly ColumnRole[] | undefined;
  /** Address below which the paths of the source stand, in place of what the source says. */
  readonly baseUrl?: string | undefined;
}
