import { dirname, relative } from 'node:path';
import type { TSESLint } from '@typescript-eslint/utils';
import type { Place } from '../../src/grants/declaration.ts';
import { forwardSlashes, projectFileSystem } from '../../src/grants/file-system.ts';
import { isRegistrationFile } from '../../src/grants/registration-file.ts';
import type { Finding } from '../../src/verdict/finding.ts';
import { atTheClient } from '../../src/verdict/messages.ts';
import { analysesOf, type FileAnalysis } from './analyses-of.ts';
import { clientSiteOf } from './client-site.ts';
import { coordinatesOf } from './coordinates.ts';
import { manifestConflicts } from './manifest-conflicts.ts';
import { privilegeEdit } from './privilege-edit.ts';
import { projectRootOf } from './project-root.ts';
import { isManifest } from './scope-files.ts';
import { tellUnsupported } from './tell-unsupported.ts';

/** `finding` has the sentence of the analysis; the others name what a suggestion does. */
export type FindingMessageId = 'finding' | 'remove' | 'replace';

/** `meta.messages` of a rule that reports what the analysis found: the command line says the same. */
export const findingMessages = { finding: '{{message}}' };

/** The same for a rule about scopes that are too much. */
export const privilegeMessages = {
  ...findingMessages,
  remove: 'Remove {{scope}}.',
  replace: 'Write {{replacement}} in place of {{scope}}.',
};

type FindingContext = Readonly<TSESLint.RuleContext<FindingMessageId, readonly unknown[]>>;

/**
 * The listener of a rule that reports what the analysis of the whole program says of this file: where it stands, if that is code of this
 * file; where this file makes a client, if it stands outside of the code, because neither .env nor a JSON file knows of the program when it
 * is linted.
 */
export function defineFindingVisitor(context: FindingContext, rule: string): TSESLint.RuleListener {
  tellUnsupported(context);
  return {
    Program() {
      for (const analysis of analysesOf(context)) {
        const { findings, undecided } = analysis.report;
        const shown = analysis.mayBeUsedElsewhere ? findings.filter((finding) => !isPrivilege(finding)) : findings;
        shown.filter((finding) => finding.rule === rule).forEach((finding) => report(context, finding, analysis));
        for (const { place, reported } of undecided) {
          if (reported?.rule === rule) {
            report(context, { ...reported, scope: '', place }, analysis);
          }
        }
      }
    },
  };
}

function report(context: FindingContext, finding: Finding, analysis: FileAnalysis): void {
  const { place, message } = finding;
  const coordinates = coordinatesOf(context.sourceCode);
  if (place.file === forwardSlashes(context.filename)) {
    const suggest = suggestionsFor(finding, analysis, context);
    context.report({ loc: coordinates.location(place), messageId: 'finding', data: { message }, suggest });
    return;
  }
  const client = isOutsideCode(place) && !isToldInManifest(finding, analysis, context) ? clientFor(finding, analysis, context) : null;
  if (client !== null) {
    // A conflict names its places itself.
    const isNamed = finding.kind === 'conflict' && !isRegistrationFile(place.file);
    const told = isNamed ? message : atTheClient(message, forwardSlashes(relative(context.cwd, place.file)), place.line);
    context.report({ loc: coordinates.location(client), messageId: 'finding', data: { message: told } });
  }
}

/** The rule says it where the manifest is linted: once is enough. */
function isToldInManifest({ kind, place, message }: Finding, { index }: FileAnalysis, { cwd }: FindingContext): boolean {
  if (kind !== 'conflict' || !isManifest(place.file)) {
    return false;
  }
  const root = projectRootOf(dirname(place.file), cwd);
  return manifestConflicts(place.file, root, [index.catalog], projectFileSystem(root)).some((other) => other.message === message);
}

function isOutsideCode({ file }: Place): boolean {
  return isRegistrationFile(file) || !/\.[cm]?[jt]sx?$/.test(file);
}

/** What is said of the declaration in effect is told where a client has it; anything else at the first client of the file. */
function clientFor({ place }: Finding, analysis: FileAnalysis, context: FindingContext): Place | null {
  const { effective } = analysis.grant;
  return clientSiteOf(effective?.place.file === place.file ? effective : null, analysis, context);
}

/** Says that a scope is too much, which a call that nobody has seen would refute. */
function isPrivilege({ kind }: Finding): boolean {
  return kind === 'unused' || kind === 'redundant' || kind === 'narrow';
}

function suggestionsFor(
  finding: Finding,
  analysis: FileAnalysis,
  context: FindingContext,
): TSESLint.ReportSuggestionArray<FindingMessageId> {
  const edit = isPrivilege(finding) ? privilegeEdit(finding, analysis, context) : null;
  if (edit === null) {
    return [];
  }
  const { range, text, replacement } = edit;
  const messageId = replacement === undefined ? 'remove' : 'replace';
  return [{ messageId, data: { scope: finding.scope, replacement }, fix: (fixer) => fixer.replaceTextRange(range, text) }];
}
