import type ts from 'typescript';
import type { Catalog, IsoDate } from '../catalogs/catalog.ts';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { decideGrant, type ApplicationGrant } from '../grants/application-grant.ts';
import type { Declaration } from '../grants/declaration.ts';
import { distinctDeclarations } from '../grants/distinct-declarations.ts';
import type { FileProblem } from '../grants/file-problem.ts';
import { forwardSlashes, type FileSystem } from '../grants/file-system.ts';
import { packageField } from '../grants/package-json.ts';
import { readDeclarations, type DeclarationReading } from '../grants/read-declarations.ts';
import { isRegistrationFile } from '../grants/registration-file.ts';
import type { Scope } from '../scopes/requirement.ts';
import type { ClientSite, UsageFacts } from '../usage/facts.ts';
import { mergeUsage } from '../usage/merge-usage.ts';
import { readUsage } from '../usage/read-usage.ts';
import { declaredNeeds, withDeclaredNeeds } from './declared-needs.ts';
import type { ApplicationReport } from './finding.ts';
import { judge } from './judge.ts';
import type { FoundRegistration } from './judge-registrations.ts';
import { requirementLookup } from './known-requirements.ts';
import { withUsesElsewhere, type UseElsewhere } from './used-elsewhere.ts';

/** One application: a program, and the directory that declares its scopes. */
export interface AnalysisOptions {
  /** The compiler that made the program; none is loaded here. */
  readonly ts: typeof ts;
  readonly program: ts.Program;
  /** Programs of the same application that have configurations of their own, such as that of a worker: their calls count as well. */
  readonly otherPrograms?: readonly ts.Program[];
  /** Absolute path of the application's directory: uipath.json, .env files and the manifest are looked for in it. */
  readonly directory: string;
  /** Absolute path; nothing outside of it is read. */
  readonly root: string;
  readonly index: CatalogIndex;
  readonly fileSystem: FileSystem;
  /** Takes the requirements of that day; without it, all that sources state. */
  readonly asOf?: IsoDate;
  /** Name of the application in the manifest, where it has several; else that of the package, else that of the directory. */
  readonly application?: string;
  /** Keys of .env files that hold scopes, besides those of the catalog. */
  readonly environmentKeys?: readonly string[];
  /** The application may have further programs, which are not at hand. */
  readonly isPartial?: true;
  /** Programs of other applications in the workspace that may use the clients of this one. */
  readonly usedElsewhere?: readonly UseElsewhere[];
  /** The scopes that packages need which receive a client, by the name of the package. They come before what the manifest says of it. */
  readonly needs?: Readonly<Record<string, readonly Scope[]>>;
}

/** A report, and what it was made of. */
export interface ApplicationAnalysis {
  readonly report: ApplicationReport;
  readonly usage: UsageFacts;
  readonly grant: ApplicationGrant;
  /** Files that declare scopes and cannot be read. */
  readonly problems: readonly FileProblem[];
}

/**
 * The one entry for rules and command line: what an application declares, what it calls, and what follows. Never throws. The analysis of a
 * single program is kept with it and the catalog, by directory, application, day and whatever is declared: of many grants each is judged,
 * and the program is read once.
 */
export function analyse(options: AnalysisOptions): ApplicationAnalysis {
  const { program, otherPrograms = [], directory, root, index, fileSystem, asOf, application, environmentKeys = [] } = options;
  const reading = readDeclarations({
    directory,
    root,
    catalog: index.catalog,
    fileSystem,
    environmentKeys,
    ...(application === undefined ? {} : { application }),
  });
  const registrations = findRegistrations([program, ...otherPrograms], fileSystem);
  if (otherPrograms.length > 0) {
    return start(options, reading, registrations);
  }
  const ofProgram = analyses.get(program) ?? new WeakMap<Catalog, Map<string, ApplicationAnalysis>>();
  analyses.set(program, ofProgram);
  const ofCatalog = ofProgram.get(index.catalog) ?? new Map<string, ApplicationAnalysis>();
  ofProgram.set(index.catalog, ofCatalog);
  const question = [directory, root, asOf, application, environmentKeys, options.needs, options.isPartial, options.usedElsewhere];
  const key = JSON.stringify([...question, reading, registrations]);
  const analysis = ofCatalog.get(key) ?? start(options, reading, registrations);
  ofCatalog.set(key, analysis);
  return analysis;
}

const analyses = new WeakMap<ts.Program, WeakMap<Catalog, Map<string, ApplicationAnalysis>>>();

function start(
  options: AnalysisOptions,
  reading: DeclarationReading,
  registrations: readonly FoundRegistration[],
): ApplicationAnalysis {
  const { ts, program, otherPrograms = [], index, environmentKeys = [] } = options;
  const programs = [program, ...otherPrograms];
  const parts = programs.map((one) => readUsage({ ts, program: one, index, declared: reading, environmentKeys }));
  return concludeAnalysis(options, reading, parts, registrations);
}

/** Where an application is, and what is asked about it: all of the options that do not need its programs. */
export type ConclusionOptions = Omit<AnalysisOptions, 'ts' | 'program' | 'otherPrograms' | 'environmentKeys' | 'root'>;

/**
 * What follows from the facts of an application, whoever read them.
 * @param reading of its directory, with which the facts were read
 * @param parts of its programs; at least one
 */
export function concludeAnalysis(
  options: ConclusionOptions,
  reading: DeclarationReading,
  parts: readonly UsageFacts[],
  registrations: readonly FoundRegistration[],
): ApplicationAnalysis {
  const { directory, index, fileSystem, asOf, application } = options;
  const needs = declaredNeeds(reading.statements.needs, options.needs);
  const seen = withUsesElsewhere(mergeUsage(parts), options.usedElsewhere ?? []);
  const usage = withDeclaredNeeds(seen, needs, requirementLookup(index, asOf), index);
  const grant = grantOfApplication(reading, usage, index);
  const report = judge({
    index,
    name: application ?? nameOf(directory, fileSystem),
    directory,
    declarations: allDeclarations(reading, usage),
    grant,
    usage,
    needs,
    policy: reading.statements,
    registrations: options.isPartial === true && !leaveGrantOpen(usage.clients) ? [] : registrations,
    ...(reading.statements.grantType === undefined ? {} : { grantType: reading.statements.grantType }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  return { report, usage, grant, problems: reading.problems };
}

/** What such clients hold is what the application declares, whatever the clients of other programs state. */
function leaveGrantOpen(clients: readonly ClientSite[]): boolean {
  return clients.every(({ grant, inTest }) => grant.kind === 'declared' || inTest);
}

/** As they are on disk: a program may hold them without what they register. */
export function findRegistrations(programs: readonly ts.Program[], fileSystem: FileSystem): readonly FoundRegistration[] {
  const files = programs.flatMap((program) => program.getSourceFiles().map(({ fileName }) => fileName)).filter(isRegistrationFile);
  return [...new Set(files)].flatMap((file) => {
    const text = fileSystem.readFile(file);
    return text === undefined ? [] : [{ file, text }];
  });
}

/** Of several clients with different grants those count that leave it to the application; the others are judged by what they state. */
function grantOfApplication(reading: DeclarationReading, usage: UsageFacts, { vocabulary }: CatalogIndex): ApplicationGrant {
  const { declarations, undecided } = reading;
  const clients = usage.clients.filter((client) => !client.inTest);
  const leaving = clients.filter(({ grant }) => grant.kind === 'declared');
  const counted = leaving.length > 0 ? leaving : clients;
  const evidence = counted.map(({ place, stated }: ClientSite) => ({ place, grant: stated }));
  return decideGrant({ declarations, undecided, clients: evidence, vocabulary });
}

/** Those outside the code, then those of the clients, each once. */
function allDeclarations({ declarations }: DeclarationReading, { clients }: UsageFacts): readonly Declaration[] {
  const stated = clients.filter((client) => !client.inTest).flatMap(({ stated }) => (stated.kind === 'scopes' ? stated.alternatives : []));
  const inCode = stated.filter(({ kind }) => kind === 'code');
  return [...declarations, ...distinctDeclarations(inCode)];
}

function nameOf(directory: string, fileSystem: FileSystem): string {
  const name = packageField(fileSystem.readFile(`${directory}/package.json`), 'name');
  return typeof name === 'string' && name !== '' ? name : (forwardSlashes(directory).split('/').filter(Boolean).at(-1) ?? 'application');
}
