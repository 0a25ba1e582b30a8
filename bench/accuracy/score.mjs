/** The verdicts that are counted. */
export const VERDICTS = ['missing', 'unused', 'narrow', 'malformed'];

/**
 * Compares a report with what is to be said of a grant.
 *
 * @returns for each verdict `right`, `wrong` and `overlooked`, and `heldBack`: to be said, not said, and a reason given; besides which of the
 * declared scopes nothing was said, with the reasons
 */
export function score({ expected, report, reference, scopes }) {
  const said = reference === undefined || report === undefined ? NOTHING_SAID : saidOf(report, reference);
  const holds = reasonsByScope(report, reference);
  const judged = scopes.filter((scope) => !ALWAYS_ALLOWED.has(scope));
  const decided = new Set([...said.unused, ...said.narrow.map(({ from }) => from), ...said.malformed, ...said.needless]);
  const abstained = judged.filter((scope) => !decided.has(scope) && holds(scope) !== undefined);
  return {
    verdicts: {
      missing: count(expected.missing, said.missing, (one, other) => one.some((scope) => other.includes(scope)), (clause) =>
        clause.map(holds).find((reason) => reason !== undefined) ?? holds(null)),
      unused: count(expected.unused, said.unused, (one, other) => one === other, holds),
      narrow: count(expected.narrow, said.narrow, (one, other) => one.from === other.from && one.to === other.to, ({ from }) => holds(from)),
      malformed: count(expected.malformed, said.malformed, (one, other) => one === other, () => undefined),
    },
    scopes: judged.length,
    abstained: abstained.map((scope) => ({ scope, reason: holds(scope) })),
  };
}

const ALWAYS_ALLOWED = new Set(['openid', 'profile', 'email', 'offline_access']);

const NOTHING_SAID = { missing: [], unused: [], narrow: [], malformed: [], needless: [] };

/** Findings on the declaration that is judged, and on calls. */
function saidOf({ findings }, { place }) {
  const here = findings.filter((finding) => finding.place.file === place.file && finding.place.line === place.line);
  const of = (list, ...kinds) => [...new Set(list.filter(({ kind }) => kinds.includes(kind)).map(({ scope }) => scope))];
  const narrow = here.filter(({ kind }) => kind === 'narrow');
  return {
    missing: of(findings, 'missing').flatMap((text) => text.split(', and ')).map((clause) => clause.split(' or ')),
    unused: of(here, 'unused'),
    narrow: narrow.map(({ scope, suggestion }) => ({ from: scope, to: suggestion })),
    malformed: of(here, 'malformed', 'unknown'),
    needless: of(here, 'redundant', 'duplicate'),
  };
}

/** The reason for which nothing is said of a scope; of `null`, why a call may not have been seen. */
function reasonsByScope(report, reference) {
  if (report === undefined) {
    return () => 'the application could not be analysed';
  }
  if (reference === undefined) {
    return () => 'the declaration is not read';
  }
  return (scope) =>
    report.undecided.find(({ holdsBack }) => (scope === null ? holdsBack.length === 0 : holdsBack.includes(scope)))?.reason;
}

function count(expected, said, isSame, reasonFor) {
  const unsaid = expected.filter((one) => !said.some((other) => isSame(one, other)));
  const reasons = unsaid.map((one) => ({ expected: one, reason: reasonFor(one) }));
  const distinct = [...new Map(said.map((one) => [JSON.stringify(one), one])).values()];
  return {
    right: expected.length - unsaid.length,
    wrong: distinct.filter((other) => !expected.some((one) => isSame(one, other))),
    overlooked: reasons.filter(({ reason }) => reason === undefined).map((one) => one.expected),
    heldBack: reasons.filter(({ reason }) => reason !== undefined),
  };
}
