import { covered } from '../accuracy/scope-algebra.mjs';

/** Verdicts beside missing and unused that are right about a grant that is broader than it has to be. */
const PRIVILEGES = new Set(['redundant', 'narrow', 'duplicate']);

/**
 * Holds a report against what is true of the program.
 *
 * @param {ReturnType<import('./write-program.mjs').writeProgram>} program
 * @param {object} report of the analysis
 * @param {{ lineAt: (place: object) => string, index: object, hidden: { missing: boolean, unused: boolean } }} context
 * @returns {string[]} disagreements, none if all is well
 */
export function disagreements(program, report, { lineAt, index, hidden }) {
  const { calls, clients } = program;
  const afterDenied = report.undecided.filter(({ reason, place }) => reason.startsWith(NO_TYPE) && isAfterDenied(program, report, lineAt(place), lineAt));
  const mayHide = afterDenied.length > 0 ? { missing: true, unused: true } : hidden;
  const problems = [];
  const areMixed = new Set(clients.map(({ scopes }) => [...scopes].sort().join(' '))).size > 1;
  const holds = clients.map(({ scopes }) => covered(scopes, index));
  const lacks = ({ requires, client }) => requires.some((clause) => !clause.some((scope) => holds[client].has(scope)));
  const missing = report.findings.filter(({ kind }) => kind === 'missing');
  for (const finding of missing) {
    const line = lineAt(finding.place);
    const call = calls.find(({ mark }) => line.endsWith(mark));
    if (call === undefined) problems.push(`missing ${finding.scope} at a place without a call: ${line}`);
    else if (!call.counts) problems.push(`missing ${finding.scope} at a call that the program never makes: ${line}`);
    else if (!lacks(call)) problems.push(`missing ${finding.scope}, which is held: ${line}`);
  }
  for (const call of calls.filter((one) => one.counts && lacks(one))) {
    const isFound = missing.some(({ place }) => lineAt(place).endsWith(call.mark));
    if (!isFound && !mayHide.missing && !(areMixed && !call.isPlain)) problems.push(`overlooked: ${call.mark} lacks a scope`);
  }
  const unused = report.findings.filter(({ kind }) => kind === 'unused').map(({ scope }) => scope);
  const trulyUnused = clients.flatMap(({ scopes }, number) => {
    const made = calls.filter((call) => call.counts && call.client === number);
    return scopes.filter((scope) => {
      const own = covered([scope], index);
      return !made.some(({ requires }) => requires.some((clause) => clause.some((one) => own.has(one))));
    });
  });
  const cannotTell = areMixed && calls.some((call) => !call.isPlain);
  // A client may be made in several places of the program, and is told of each.
  for (const scope of unused.filter((one) => !trulyUnused.includes(one))) problems.push(`unused ${scope}, which a call needs`);
  for (const scope of without(trulyUnused, unused)) {
    const saidOtherwise = report.findings.some((finding) => finding.scope === scope && PRIVILEGES.has(finding.kind));
    if (!mayHide.unused && !cannotTell && !saidOtherwise) problems.push(`overlooked: ${scope} is unused`);
  }
  const others = report.findings.filter(({ kind }) => !['missing', 'unused'].includes(kind) && !PRIVILEGES.has(kind));
  problems.push(...others.map(({ kind, scope }) => `${kind} ${scope}, which is nothing that such a program has`));
  if (!mayHide.unused && !mayHide.missing && !cannotTell) {
    problems.push(...report.undecided.map(({ reason, place }) => `undecided for no reason: ${reason} (${lineAt(place)})`));
    if (!report.minimal.complete) problems.push('the least set is called incomplete');
  } else if (!cannotTell && report.undecided.length === 0) {
    problems.push('nothing is said to be undecided');
  }
  if (!areMixed) problems.push(...afterAllAdvice(program, report, index, new Set(afterDenied.map(({ place }) => lineAt(place)))));
  return [...new Set(problems)];
}

const NO_TYPE = 'the receiver has no type';

/** What a call returns that the declarations deny has no type: what is called of it is the compiler's second error, not the first. */
function isAfterDenied({ calls }, { findings }, line, lineAt) {
  const then = calls.find(({ mark }) => line.endsWith(mark));
  const first = then?.mark.startsWith('// then ') ? then.mark.replace('then', 'call') : undefined;
  return first !== undefined && findings.some(({ kind, place }) => kind === 'missing' && lineAt(place).endsWith(first));
}

/** Whoever follows all advice about scopes at once still holds what satisfied a call before. */
function afterAllAdvice({ calls, clients: [{ scopes }] }, { findings, minimal }, index, undecidedLines) {
  const advised = scopes.flatMap((scope) => {
    const about = findings.filter((finding) => finding.scope === scope);
    if (about.some(({ kind }) => kind === 'unused' || kind === 'redundant')) return [];
    const narrow = about.find(({ kind }) => kind === 'narrow');
    return [narrow?.suggestion ?? scope];
  });
  const before = covered(scopes, index);
  const after = covered(advised, index);
  const least = covered(minimal.scopes, index);
  const satisfies = (held, requires) => requires.every((clause) => clause.some((scope) => held.has(scope)));
  const made = calls.filter(({ counts }) => counts);
  return [
    ...made.filter(({ requires }) => satisfies(before, requires) && !satisfies(after, requires)).map(({ mark }) => `advice takes away what ${mark} needs`),
    ...made.filter(({ requires, mark }) => !satisfies(least, requires) && ![...undecidedLines].some((line) => line.endsWith(mark))).map(({ mark }) => `the least set does not suffice for ${mark}`),
  ];
}

/** Of two lists with repetitions. */
function without(left, right) {
  const rest = [...right];
  return left.filter((one) => {
    const position = rest.indexOf(one);
    if (position >= 0) rest.splice(position, 1);
    return position < 0;
  });
}
