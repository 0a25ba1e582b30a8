import { basename } from 'node:path';
import type { Place } from '../grants/declaration.ts';
import type { NamedCombination } from '../catalogs/find-combination.ts';
import type { ApplicationReport } from '../verdict/finding.ts';
import { displayPath } from './display-path.ts';
import { compareWithProfile } from './profile-text.ts';

/**
 * `check --format json`: one object, `{ "version": 1, "applications": [ … ] }`. Paths are relative to the working directory, with forward
 * slashes; lines and columns count from 1. What is undecided has a kind where it is a grant that is not known (`unresolved`) or a call without
 * a known requirement (`unmapped`).
 */
export function checkJson(reports: readonly ApplicationReport[], workingDirectory: string): string {
  const at = ({ file, line, column }: Place) => ({ file: displayPath(file, workingDirectory), line, column });
  const lineOf = ({ file, line }: Place) => ({ file: displayPath(file, workingDirectory), line });
  return toJson({
    version: 1,
    applications: reports.map((report) => ({
      name: report.name,
      provider: report.provider,
      declared: report.declared.map(({ scopes, place, kind, effective }) => ({
        scopes,
        ...lineOf(place),
        kind: declarationKind(kind, place),
        effective,
      })),
      needed: report.needed.map(({ anyOf, by }) => ({
        anyOf,
        by: by.map(({ place, call, stated }) => ({ ...at(place), call, ...(stated === undefined ? {} : { stated: lineOf(stated) }) })),
      })),
      ...(report.permissions === undefined
        ? {}
        : { permissions: report.permissions.map(({ anyOf, by }) => ({ anyOf, by: by.map(({ place, call }) => ({ ...at(place), call })) })) }),
      minimal: report.minimal.scopes,
      findings: report.findings.map(({ rule, kind, scope, suggestion, place, message }) => ({
        rule,
        kind,
        scope,
        ...(suggestion === undefined ? {} : { suggestion }),
        ...at(place),
        message,
      })),
      undecided: report.undecided.map(({ place, reason, holdsBack, reported }) => ({
        ...(reported === undefined ? {} : { rule: reported.rule, kind: reported.kind }),
        ...lineOf(place),
        reason,
        holdsBack,
      })),
      coverage: report.coverage,
    })),
  });
}

/** `minimal --format json`: for each application the scopes, whether they are all, and the calls for which each is in the set. */
export function minimalJson(
  reports: readonly ApplicationReport[],
  workingDirectory: string,
  profiles: readonly NamedCombination[] = [],
): string {
  return toJson({
    version: 1,
    applications: reports.map((report) => minimalOf(report, workingDirectory, profiles)),
  });
}

function minimalOf(report: ApplicationReport, workingDirectory: string, profiles: readonly NamedCombination[]): object {
  const { name, provider, minimal, undecided, permissions } = report;
  return {
    name,
    provider,
    scope: minimal.scopes.join(' '),
    scopes: minimal.scopes,
    complete: minimal.complete,
    provenLeast: minimal.provenLeast,
    reasons: Object.fromEntries(minimal.scopes.map((scope) => [scope, minimal.reasons[scope] ?? []])),
    newestUsedFor: minimal.newestUsedFor,
    ...(permissions === undefined ? {} : { permissions: permissions.map(({ anyOf }) => anyOf) }),
    undecided: undecided.map(({ place: { file, line }, reason }) => ({ file: displayPath(file, workingDirectory), line, reason })),
    ...(profiles.length === 0 ? {} : { profiles: profiles.map((profile) => compareWithProfile(report, profile)) }),
  };
}

/** A file that a catalog names goes by its own name. */
function declarationKind(kind: string, { file }: Place): string {
  return kind.startsWith('configuration') ? basename(file) : kind;
}

/** JSON as the command prints it: indented by two spaces. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}
