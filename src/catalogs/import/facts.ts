import type { Requirement, Scope } from '../../scopes/requirement.ts';
import type { HttpVerb } from '../http-verb.ts';
import type { ImportProblem } from './import-error.ts';

/** What one place of the source says that a call needs. */
export interface Statement {
  /** `null`: the source names the call, and not what it needs. */
  readonly requires: Requirement | null;
  /** The words leave no other reading. What is not certain becomes an inferred row, by which nobody is accused. */
  readonly certain: boolean;
  readonly line: number;
}

/** A method of an SDK class, as a table names it. */
export interface ImportedMethod {
  /** The name of the class as the page has it: a heading, a cell, or what stands before the point of `assets.getAll()`. */
  readonly group: string;
  readonly member: string;
  readonly statement: Statement;
}

/** An operation of an HTTP API. */
export interface ImportedEndpoint {
  readonly verb: HttpVerb;
  /** A template that `parsePathTemplate` takes, with the path of the server before it. */
  readonly path: string;
  /** More than one where the source contradicts itself. */
  readonly statements: readonly Statement[];
  readonly refusesOAuth?: true;
  /** What a generated SDK calls the operation, and the group that its class is named for: `operationId` and first tag of OpenAPI. */
  readonly member?: { readonly group: string; readonly name: string };
}

export interface ImportedScope {
  readonly name: Scope;
  readonly category: string;
  /** The source has a list of scopes, and this one is not on it. */
  readonly undeclared?: true;
}

/** The facts of one file, in its order, and what of it was left open. */
export interface ImportedFacts {
  readonly title?: string;
  readonly methods: readonly ImportedMethod[];
  readonly endpoints: readonly ImportedEndpoint[];
  readonly apis: readonly { readonly name: string; readonly scopes: readonly Scope[]; readonly line: number }[];
  /** Each once. */
  readonly scopes: readonly ImportedScope[];
  readonly hosts: readonly string[];
  readonly tokenEndpoints: readonly string[];
  readonly remarks: readonly ImportProblem[];
}

/** What several scopes mean where no word between them tells. */
export type SeveralMeaning = 'all' | 'any';
