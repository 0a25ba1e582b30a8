import { dirname } from 'node:path';
import type { Place } from '../grants/declaration.ts';
import { displayPath } from '../report/display-path.ts';
import type { TypeScript } from '../usage/typescript.ts';
import type { AnalysedApplication } from './analyse-workspace.ts';
import type { Project } from './find-projects.ts';
import { chooseRegisteredOverlay, type RegisteredOverlay } from './registered-overlay.ts';
import { CommandError } from './command-error.ts';
import { planRegistration, type RegistrationPlan } from '../verdict/plan-registration.ts';
import { registrationText } from './registration-text.ts';
import { loadedRegistrations, placeRegistrations, registrationCandidates } from './registration-place.ts';

/** A registration file that applications should have: one for all providers whose SDKs a program uses. */
export interface PreparedRegistration {
  /** Absolute path: where one is loaded already, else where one would be. */
  readonly file: string;
  readonly text: string;
  /** What it says of each application that it is for. */
  readonly parts: readonly RegistrationPart[];
}

export interface RegistrationPart {
  readonly application: AnalysedApplication;
  readonly overlay: RegisteredOverlay;
  /** One sentence for the user: from where the registered scopes are, or why there are none. */
  readonly summary: string;
}

/**
 * Works out the registration files of applications: for each one, unless its projects have no folder in common. Writes nothing.
 * @throws CommandError when no overlay can be had, when a project would load none of the possible files, or when one loads two already.
 */
export function prepareRegistrations(
  ts: TypeScript,
  applications: readonly AnalysedApplication[],
  workingDirectory: string,
): PreparedRegistration[] {
  const taken = new Map<string, string>();
  const files = new Map<string, AnalysedApplication[]>();
  for (const application of applications) {
    for (const [{ configFile }, file] of registrationPlaces(ts, application, taken, workingDirectory)) {
      taken.set(configFile, file);
      files.set(file, [...new Set([...(files.get(file) ?? []), application])]);
    }
  }
  return [...files].map(([file, users]) => prepareRegistration(ts, file, users, workingDirectory));
}

function prepareRegistration(
  ts: TypeScript,
  file: string,
  applications: readonly AnalysedApplication[],
  workingDirectory: string,
): PreparedRegistration {
  const prepared = applications.map((application) => {
    const { analysis, index } = application;
    const plan = planRegistration(analysis.grant, index);
    const overlay = chooseRegisteredOverlay(ts, application, file);
    const describe = (base: string): string => {
      const sentence = describePlan(plan, analysis, base);
      return applications.length === 1 ? sentence : `${index.catalog.title}: ${sentence}`;
    };
    const { provider } = index.catalog;
    return {
      registration: { provider, reference: overlay.reference, scopes: plan.scopes, remark: describe(dirname(file)) },
      part: { application, overlay, summary: describe(workingDirectory) },
    };
  });
  return { file, text: registrationText(prepared.map(({ registration }) => registration)), parts: prepared.map(({ part }) => part) };
}

/** @param base directory that places are named relative to */
function describePlan({ scopes, from, reason }: RegistrationPlan, { grant }: AnalysedApplication['analysis'], base: string): string {
  const at = (place: Place) => `${displayPath(place.file, base)}:${place.line}`;
  if (scopes === null) {
    const [unscoped] = grant.alternatives.length === 0 ? grant.unscoped : [];
    const why =
      unscoped === undefined
        ? (reason ?? { text: '' })
        : { place: unscoped, text: 'makes a client with a secret or a token, which has no scopes' };
    return `Registers nothing, so that calls stay unchecked: ${why.place === undefined ? '' : `${at(why.place)} `}${why.text}.`;
  }
  const [first = '', ...others] = from.map(({ place }) => at(place));
  return others.length === 0
    ? `Registers the scopes of ${first}.`
    : `Registers the scopes of ${first}, and those of ${others.join(' and ')}, which may be in effect instead: ` +
        'a call is refused where none of them covers it.';
}

/**
 * The file of each project of an application.
 * @param taken Those of projects that have one, by their configuration: that of another provider, which the program loads as well.
 */
function registrationPlaces(
  ts: TypeScript,
  { directory, projects }: AnalysedApplication,
  taken: ReadonlyMap<string, string>,
  workingDirectory: string,
): (readonly [Project, string])[] {
  for (const [loaded, second] of projects.map(loadedRegistrations)) {
    if (loaded !== undefined && second !== undefined) {
      throw new CommandError({
        file: second,
        line: 1,
        column: 1,
        message:
          `registers scopes in the same program as ${displayPath(loaded, workingDirectory)}, ` +
          'and the compiler would merge the two; delete one of them',
      });
    }
  }
  const places = placeRegistrations(ts, directory, projects);
  return projects.map((project) => {
    const { configFile } = project;
    const place = taken.get(configFile) ?? places.get(project);
    if (place === undefined) {
      const [wanted = ''] = [...projects.flatMap(loadedRegistrations), ...registrationCandidates(directory, projects)];
      throw new CommandError({
        file: configFile,
        line: 1,
        column: 1,
        message:
          `would not load ${displayPath(wanted, workingDirectory)}; ` +
          `add "${displayPath(wanted, dirname(configFile))}" to its "include", then run oauth-scopes sync`,
      });
    }
    return [project, place] as const;
  });
}
