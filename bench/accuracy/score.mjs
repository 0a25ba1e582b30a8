import { readFileSync } from 'node:fs';
import { isAlwaysAllowed, served } from './scope-algebra.mjs';

/** The verdicts that are counted. */
export const VERDICTS = ['missing', 'unused', 'narrow', 'malformed'];

/**
 * Compares a report with what is to be said of a grant.
 *
 * @param {{ expected: object, report?: object, places: (object | undefined)[], scopes?: string[], index: object }} what `places`: the
 * declarations whose strings are judged; `scopes`: the grant
 * @returns {object} for each verdict how often it is right, what is wrong or overlooked, and `heldBack`: what was to be said and was not,
 * with the reason that was given; besides, of which declared scopes nothing is said, with the reasons, and whether the truth cannot tell
 * either
 */
export function score({ expected, report, places, scopes = [], index }) {
  const declarations = places.filter((place) => place !== undefined);
  const said = report === undefined ? NOTHING_SAID : saidOf(report, declarations);
  const reasonFor = reasons(report, declarations);
  const judged = scopes.filter((scope) => !isAlwaysAllowed(scope, index));
  const decided = new Set([...said.unused, ...said.narrow.map(({ from }) => from), ...said.malformed, ...said.needless]);
  const open = judged.filter((scope) => !decided.has(scope) && !isNeeded(scope, report, index) && reasonFor(scope) !== undefined);
  const isEqual = (one, other) => one === other;
  const overlaps = (one, other) => one.some((scope) => other.includes(scope));
  const isSameStep = (one, other) => one.from === other.from && one.to === other.to;
  return {
    verdicts: {
      missing: compare(expected.missing, said.missing, overlaps, (clause) => clause.map(reasonFor).find(Boolean) ?? reasonFor(null)),
      unused: compare(expected.unused, said.unused, isEqual, reasonFor),
      narrow: compare(expected.narrow, said.narrow, isSameStep, ({ from }) => reasonFor(from)),
      malformed: compare(expected.malformed, said.malformed, isEqual, () => undefined),
    },
    judged: judged.length,
    abstained: open.map((scope) => ({ scope, reason: reasonFor(scope), isExpected: expected.undecided.includes(scope) })),
  };
}

const NOTHING_SAID = { missing: [], unused: [], narrow: [], malformed: [], needless: [] };

/** What the strings are said to be is counted for the judged declarations only; the calls are judged by the one in effect in any case. */
function saidOf({ findings }, declarations) {
  const isHere = ({ place }) =>
    declarations.some((one) => one.place.file === place.file && one.place.line <= place.line && place.line <= one.place.endLine);
  const of = (...kinds) => findings.filter(({ kind }) => kinds.includes(kind));
  const scopesOf = (list) => [...new Set(list.map(({ scope }) => scope))];
  return {
    missing: scopesOf(of('missing')).flatMap((text) => text.split(', and ')).map((clause) => clause.split(' or ')),
    unused: scopesOf(of('unused')),
    narrow: of('narrow').map(({ scope, suggestion }) => ({ from: scope, to: suggestion })),
    malformed: [...new Set(of('malformed', 'unknown').filter(isHere).map((finding) => finding.scope || wordAt(finding, declarations)))],
    needless: scopesOf(of('redundant', 'duplicate')),
  };
}

/** A fault between two scopes, such as a doubled key, is one of the word in which it stands. */
function wordAt({ place }, declarations) {
  const { column } = declarations.find((one) => one.place.file === place.file && one.place.line === place.line).place;
  const line = readFileSync(place.file, 'utf8').split('\n')[place.line - 1].slice(column - 1);
  const start = place.column - column;
  return line.slice(line.lastIndexOf(' ', start) + 1).split(/[\s'"`]/)[0];
}

/** Why nothing is said of a scope; of `null`, why a call may not have been seen. */
function reasons(report, declarations) {
  if (report === undefined) {
    return () => 'the application cannot be analysed';
  }
  if (declarations.length === 0) {
    return () => 'the declaration is none that is read';
  }
  return (scope) =>
    report.undecided.find(({ holdsBack }) => (scope === null ? holdsBack.length === 0 : holdsBack.includes(scope)))?.reason;
}

/** A call that was seen needs the scope, and none that is narrower would do: whatever else is open, this is not. */
function isNeeded(scope, report, index) {
  return report !== undefined && report.needed.some(({ anyOf }) => anyOf.includes(scope) && served(scope, anyOf, index).length === 1);
}

function compare(expected, said, isSame, reasonFor) {
  const unsaid = expected.filter((one) => !said.some((other) => isSame(one, other)));
  const reasoned = unsaid.map((one) => ({ expected: one, reason: reasonFor(one) }));
  const distinct = [...new Map(said.map((one) => [JSON.stringify(one), one])).values()];
  return {
    right: expected.length - unsaid.length,
    wrong: distinct.filter((other) => !expected.some((one) => isSame(one, other))),
    overlooked: reasoned.filter(({ reason }) => reason === undefined).map((one) => one.expected),
    heldBack: reasoned.filter(({ reason }) => reason !== undefined),
  };
}
