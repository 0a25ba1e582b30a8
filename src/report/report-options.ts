import type { PathRules } from './display-path.ts';

/** What the formats for other tools need besides the reports. */
export interface ReportOptions {
  /** Absolute path of the repository, or of what stands for it: files are named relative to it. */
  readonly root: string;
  /** Version of this package. */
  readonly version: string;
  /** Those of the platform, unless told. */
  readonly pathRules?: PathRules;
}
