import type { ArtifactLocation, Location, Log, Notification, Result, ThreadFlowLocation } from 'sarif';
import type { Place } from '../../grants/declaration.ts';
import type { ApplicationReport, Finding, UndecidedVerdict } from '../../verdict/finding.ts';
import { fileUri } from '../file-uri.ts';
import { toJson } from '../json.ts';
import type { ReportOptions } from '../report-options.ts';
import { ruleTextOf, ruleTexts } from '../rule-texts.ts';
import { heldBack } from '../summary.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { messageText } from './message-text.ts';
import { ruleDescriptor } from './rule-descriptor.ts';

/**
 * `check --format sarif`: one run of SARIF 2.1.0, as GitHub's code scanning reads it. Findings are results. What is undecided is none, not
 * even one of the kind `open`: GitHub passes over the kind of a result, and would show an alert. It is a notification, with its place.
 */
export function checkSarif(reports: readonly ApplicationReport[], options: ReportOptions): string {
  const log = logOf(reports, options);
  return toJson(log);
}

function logOf(reports: readonly ApplicationReport[], options: ReportOptions): Log {
  const rules = listRules(reports);
  const ruleIndex = new Map(rules.map((rule, index) => [rule, index]));
  const print: Print = { ...options, ruleIndexOf: (rule) => ruleIndex.get(rule) ?? -1, artifacts: new Map() };
  const results = reports.flatMap((report) => resultsOf(report, print));
  const notifications = reports.flatMap((report) => report.undecided.map((undecided) => notificationOf(undecided, report, print)));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'oauth-scopes',
            semanticVersion: options.version,
            informationUri: 'https://www.npmjs.com/package/eslint-plugin-oauth-scopes',
            rules: rules.map((rule) => ruleDescriptor(ruleTextOf(rule), options.version)),
          },
        },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
        artifacts: [...print.artifacts.values()].map((location) => ({ location })),
        results,
      },
    ],
  };
}

const ROOT = '%SRCROOT%';

interface Print extends ReportOptions {
  readonly ruleIndexOf: (rule: string) => number;
  /** By their URI, in the order of their first mention, which is their index. */
  readonly artifacts: Map<string, ArtifactLocation>;
}

/** Those of the table, and those that only a newer verdict has, in the order of their first finding. */
function listRules(reports: readonly ApplicationReport[]): readonly string[] {
  return [...new Set([...ruleTexts.map(({ rule }) => rule), ...reports.flatMap(({ findings }) => findings.map(({ rule }) => rule))])];
}

function resultsOf(report: ApplicationReport, print: Print): readonly Result[] {
  const fingerprints = fingerprintsOf(report, report.findings, ({ place }) => fileUri(place.file, print.root, print.pathRules).uri);
  return report.findings.map((finding, index) => resultOf(finding, fingerprints[index] ?? '', report, print));
}

function resultOf(finding: Finding, fingerprint: string, { name, provider }: ApplicationReport, print: Print): Result {
  const { rule, kind, scope, suggestion, message, place, call, chain = [] } = finding;
  const steps = chain.map((link) => stepOf(`calls ${link.name}`, link.place, print));
  return {
    ruleId: rule,
    ruleIndex: print.ruleIndexOf(rule),
    level: ruleTextOf(rule).level,
    message: { text: messageText(message) },
    locations: [locationOf(place, print)],
    // GitHub reads this key alone. Without it, its upload makes one of the line: two scopes of one line would be one alert.
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(steps.length === 0 ? {} : { codeFlows: [{ threadFlows: [{ locations: [...steps, stepOf(call ?? scope, place, print)] }] }] }),
    properties: { application: name, provider, kind, scope, ...(suggestion === undefined || suggestion === '' ? {} : { suggestion }) },
  };
}

function stepOf(text: string, place: Place, print: Print): ThreadFlowLocation {
  return { location: { ...locationOf(place, print), message: { text: messageText(text) } } };
}

function notificationOf(undecided: UndecidedVerdict, { name, provider }: ApplicationReport, print: Print): Notification {
  const { place, reason, holdsBack, reported } = undecided;
  return {
    level: 'note',
    message: { text: messageText(`Undecided: ${reason}${heldBack(undecided)}.`) },
    locations: [locationOf(place, print)],
    ...(reported === undefined ? {} : { associatedRule: { id: reported.rule, index: print.ruleIndexOf(reported.rule) } }),
    properties: { application: name, provider, holdsBack: [...holdsBack] },
  };
}

function locationOf({ file, line, column, endLine, endColumn }: Place, print: Print): Location {
  const { uri, isRelative } = fileUri(file, print.root, print.pathRules);
  const artifactLocation = print.artifacts.get(uri) ?? { uri, ...(isRelative ? { uriBaseId: ROOT } : {}), index: print.artifacts.size };
  print.artifacts.set(uri, artifactLocation);
  return { physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column, endLine, endColumn } } };
}
