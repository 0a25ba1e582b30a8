import type { Reading } from './inspect-words.ts';
import type { Problem, TextEdit } from './inspection.ts';
import type { Scope } from './requirement.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Scopes that stand there twice, and scopes that another one of the string implies. Only of what stands there as it should. */
export function findDuplicates(readings: readonly Reading[], vocabulary: Vocabulary, fixable: boolean): Problem[] {
  const held = new Set(readings.filter((reading) => reading.plain).map(scopeOf));
  const impliers = findImpliers(held, vocabulary);
  const seen = new Set<Scope>();
  return readings.flatMap((reading, position): Problem[] => {
    const scope = scopeOf(reading);
    const impliedBy = impliers.get(scope);
    if (!reading.plain) {
      return [];
    }
    if (seen.has(scope)) {
      return [repeated(reading, removal(readings, position), fixable)];
    }
    seen.add(scope);
    return impliedBy === undefined ? [] : [implied(reading, impliedBy, removal(readings, position))];
  });
}

/** A plain reading is one scope. */
function scopeOf(reading: Reading): Scope {
  return reading.tokens[0]?.text ?? '';
}

/** For each scope that another held one implies without being implied by it: that other, the first that is held. */
function findImpliers(held: ReadonlySet<Scope>, vocabulary: Vocabulary): Map<Scope, Scope> {
  const impliers = new Map<Scope, Scope>();
  for (const scope of held) {
    for (const covered of vocabulary.implied(scope)) {
      if (covered !== scope && held.has(covered) && !impliers.has(covered) && !vocabulary.implied(covered).has(scope)) {
        impliers.set(covered, scope);
      }
    }
  }
  return impliers;
}

function repeated(reading: Reading, edit: TextEdit, fixable: boolean): Problem {
  const { start, end } = reading;
  return {
    kind: 'duplicate',
    reason: 'repeated',
    start,
    end,
    scope: scopeOf(reading),
    ...(fixable ? { fix: edit, suggestions: [] } : { suggestions: [edit] }),
  };
}

function implied(reading: Reading, impliedBy: Scope, edit: TextEdit): Problem {
  const { start, end } = reading;
  return { kind: 'duplicate', reason: 'implied', start, end, scope: scopeOf(reading), impliedBy, suggestions: [edit] };
}

/** Takes a word out together with what separates it from the one before; from the one after, if it is the first. */
function removal(readings: readonly Reading[], position: number): TextEdit {
  const { start, end } = readings[position] as Reading;
  const before = readings[position - 1];
  const after = readings[position + 1];
  return before === undefined ? { start, end: after?.start ?? end, text: '' } : { start: before.end, end, text: '' };
}
