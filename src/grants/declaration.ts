import type { Scope } from '../scopes/requirement.ts';

/** A place in a file. Lines and columns count from 1; `file` is an absolute path with forward slashes. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One scope as it stands in a declaration. */
export interface DeclaredScope {
  readonly scope: Scope;
  readonly place: Place;
}

/** `uipath.json` stands for any file that a catalog names; the `.example` kinds are templates, which count only where nothing real is declared. */
export type DeclarationKind = 'code' | 'configuration' | 'configuration-example' | '.env' | '.env.example' | 'manifest';

/** A part of a declaration's text that stands in one line of a file. */
export interface TextStretch {
  /** Offset into the text. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly place: Place;
  /** Character for character what the file holds; otherwise an escape stands there, and only the whole of it has a place. */
  readonly verbatim: boolean;
}

/** A place where an application declares the scopes of a client. */
export interface Declaration {
  readonly provider: string;
  readonly kind: DeclarationKind;
  /** The whole string value. */
  readonly place: Place;
  /** The scope string as it stands, unparsed; an array is joined by spaces. */
  readonly text: string;
  /** Where the parts of `text` stand; what none covers (a space that joins an array) stands nowhere. Absent: only `place` is known. */
  readonly stretches?: readonly TextStretch[];
  readonly scopes: readonly DeclaredScope[];
  /** Key of the .env file, pointer of the JSON file, or the expression in code. */
  readonly key: string;
  /** `production` for `.env.production`; `null` where the declaration holds everywhere. */
  readonly environment: string | null;
}

/** What cannot be known, and the place that makes it so. */
export interface Undecided {
  readonly place: Place;
  /** One sentence without a full stop, for a user: "scope comes from process.env.SCOPES, which no .env file sets". */
  readonly reason: string;
}
