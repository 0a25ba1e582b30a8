import { distinctBy } from '../scopes/distinct-by.ts';
import type { Declaration, Place, Undecided } from './declaration.ts';
import type { DeclaredEnvironment } from './declared-environment.ts';
import { joinTexts, trimText, unlocatedText, type LocatedText } from './located-text.ts';
import { isTemplate } from './read-declarations.ts';
import type { ScopeValue } from './scope-value.ts';

/** What a scope value can be. */
export interface ScopeAlternatives {
  /** Each different one. */
  readonly texts: readonly EvaluatedText[];
  /** The one that holds where no mode is chosen, with the files of this machine; `null` if there are several, or none. */
  readonly effective: EvaluatedText | null;
  /** It may also be `undefined`. */
  readonly mayBeAbsent: boolean;
  /** Why there may be others that are not known. */
  readonly undecided: UndecidedText | null;
}

export interface EvaluatedText {
  readonly text: LocatedText;
  /** Of the expression that has this text. */
  readonly place: Place;
  /** The .env declarations that are part of it. */
  readonly from: readonly Declaration[];
  /** It is the value of `from`, and nothing else. */
  readonly isDeclaration: boolean;
}

export interface UndecidedText extends Undecided {
  /** The environment variable that would decide, if a file set it. */
  readonly unsetKey?: string;
}

/** Puts the values of environment variables in place, for every environment that has files. */
export function evaluateScopeValue(value: ScopeValue, environment: DeclaredEnvironment): ScopeAlternatives {
  const variants = environment.environments.flatMap((name) => [true, false].map((local) =>
    distinctBy(textsOf(value, (key) => environment.find(key, name, local)), identityOf)));
  // A variable that only the files of one mode set is no riddle: then that mode is used.
  const used = variants.some((outcomes) => !isUnset(outcomes)) ? variants.filter((outcomes) => !isUnset(outcomes)) : variants;
  const outcomes = distinctBy(used.flat(), identityOf);
  const [first, ...others] = variants[0] ?? [];
  return {
    texts: outcomes.flatMap((outcome) => (outcome.kind === 'known' ? [outcome.value] : [])),
    effective: first?.kind === 'known' && others.length === 0 ? first.value : null,
    mayBeAbsent: outcomes.some(({ kind }) => kind === 'absent'),
    undecided: outcomes.flatMap((outcome) => (outcome.kind === 'undecided' ? [outcome.undecided] : []))[0] ?? null,
  };
}

type Outcome<Value> =
  | { readonly kind: 'known'; readonly value: Value }
  | { readonly kind: 'absent' }
  | { readonly kind: 'undecided'; readonly undecided: UndecidedText };

type Find = (key: string) => ReturnType<DeclaredEnvironment['find']>;
type Item = EvaluatedText | undefined;

/** More would answer nobody's question, and products of choices grow fast. */
const MAXIMUM_ALTERNATIVES = 16;
/** Characters: far more than all scopes of a provider have. */
const MAXIMUM_LENGTH = 100_000;

function textsOf(value: ScopeValue, find: Find): readonly Outcome<EvaluatedText>[] {
  switch (value.kind) {
    case 'text':
      return [known({ text: value.text, place: value.place, from: [], isDeclaration: false })];
    case 'environment':
      return [variableText(value, find)];
    case 'concatenation':
      return itemsOf(value.parts, find, value.place).map((outcome) => concatenate(outcome, '', value.place, 'undefined'));
    case 'join':
      if (value.list.kind === 'words' && value.separator === ' ') {
        return textsOf(value.list.text, find);
      }
      return listsOf(value.list, find).map((outcome) => concatenate(outcome, value.separator, value.place, ''));
    case 'trim':
      return textsOf(value.value, find).map((outcome) =>
        (outcome.kind === 'known' ? known({ ...outcome.value, text: trimText(outcome.value.text) }) : outcome));
    case 'fallback':
      return limit(
        textsOf(value.first, find).flatMap((first) => orFallback(first, value.operator, () => textsOf(value.second, find))),
        value.place,
      );
    case 'choice':
      return limit(value.options.flatMap((option) => textsOf(option, find)), value.place);
    case 'absent':
      return [{ kind: 'absent' }];
    case 'unknown':
      return [undecided(value.place, value.reason)];
    case 'address':
      return [undecided(value.place, 'an address stands where scopes belong')];
    case 'list': case 'words': case 'spread': case 'filled': case 'unique':
      return listsOf(value, find).map((outcome) => concatenate(outcome, ',', value.place, ''));
  }
}

function listsOf(value: ScopeValue, find: Find): readonly Outcome<readonly Item[]>[] {
  switch (value.kind) {
    case 'list':
      return itemsOf(value.items, find, value.place);
    case 'words':
      return [undecided(value.place, 'a text is taken apart')];
    case 'spread':
      return listsOf(value.list, find).map((outcome) => (outcome.kind === 'absent' ? known([]) : outcome));
    case 'filled':
      return listsOf(value.list, find).map((outcome) => mapKnown(outcome, (items) =>
        items.filter((item) => item !== undefined && item.text.text !== '')));
    case 'unique':
      return listsOf(value.list, find).map((outcome) => mapKnown(outcome, (items) =>
        items.filter((item, index) => items.findIndex((other) => other?.text.text === item?.text.text) === index)));
    case 'choice':
      return limit(value.options.flatMap((option) => listsOf(option, find)), value.place);
    case 'fallback':
      return limit(
        listsOf(value.first, find).flatMap((first) => (first.kind === 'absent' ? listsOf(value.second, find) : [first])),
        value.place,
      );
    case 'absent':
      return [{ kind: 'absent' }];
    case 'unknown':
      return [undecided(value.place, value.reason)];
    case 'text': case 'environment': case 'concatenation': case 'join': case 'trim': case 'address':
      return textsOf(value, find).map((outcome) =>
        (outcome.kind === 'known' ? undecided(outcome.value.place, 'a text stands where a list is expected') : outcome));
  }
}

/** The product of what each item can be. */
function itemsOf(items: readonly ScopeValue[], find: Find, place: Place): readonly Outcome<readonly Item[]>[] {
  let outcomes: readonly Outcome<readonly Item[]>[] = [known([])];
  for (const item of items) {
    const next = item.kind === 'spread' ? listsOf(item, find) : textsOf(item, find).map(asList);
    outcomes = outcomes.flatMap((before) =>
      (before.kind === 'known' ? next.map((outcome) => mapKnown(outcome, (more) => [...before.value, ...more])) : [before]));
    if (outcomes.length > MAXIMUM_ALTERNATIVES) {
      return limit(outcomes, place);
    }
  }
  return outcomes;
}

function asList(outcome: Outcome<EvaluatedText>): Outcome<readonly Item[]> {
  return outcome.kind === 'undecided' ? outcome : known([outcome.kind === 'known' ? outcome.value : undefined]);
}

function concatenate(outcome: Outcome<readonly Item[]>, separator: string, place: Place, absent: string): Outcome<EvaluatedText> {
  if (outcome.kind !== 'known') {
    return outcome;
  }
  const text = joinTexts(outcome.value.map((item) => item?.text ?? unlocatedText(absent)), separator);
  return text.text.length > MAXIMUM_LENGTH
    ? undecided(place, 'the scopes are put together from too many parts')
    : known({ text, place, from: [...new Set(outcome.value.flatMap((item) => item?.from ?? []))], isDeclaration: false });
}

function variableText({ key, written, place }: ScopeValue & { kind: 'environment' }, find: Find): Outcome<EvaluatedText> {
  const variable = find(key);
  switch (variable.kind) {
    case 'set': case 'suggested': {
      const { declaration } = variable;
      const text = { text: declaration.text, stretches: declaration.stretches ?? [] };
      return known({ text, place: declaration.place, from: [declaration], isDeclaration: true });
    }
    case 'open':
      return { kind: 'undecided', undecided: variable.undecided };
    case 'unset':
      return { kind: 'undecided', undecided: { place, reason: `the scopes come from ${written}, which no .env file sets`, unsetKey: key } };
    case 'unread':
      return undecided(place, `the scopes come from ${written}, which is not among the variables that are read from .env files`);
  }
}

/**
 * What is set decides. What only a template suggests may be missing on a machine, so that the fallback remains possible.
 * An empty text after an unset variable is there for the type checker's sake and grants nothing.
 */
function orFallback(
  first: Outcome<EvaluatedText>,
  operator: '??' | '||',
  second: () => readonly Outcome<EvaluatedText>[],
): readonly Outcome<EvaluatedText>[] {
  const isEmpty = (outcome: Outcome<EvaluatedText>): boolean => outcome.kind === 'known' && outcome.value.text.text.trim() === '';
  if (first.kind === 'known') {
    const isSuggested = first.value.from.some(isTemplate);
    if (operator === '||' && first.value.text.text === '') {
      return second();
    }
    return isSuggested ? [first, ...second().filter((one) => !isEmpty(one))] : [first];
  }
  if (first.kind === 'undecided' && first.undecided.unsetKey === undefined) {
    return [first];
  }
  const outcomes = second();
  return first.kind === 'undecided' && outcomes.every(isEmpty) ? [first] : outcomes;
}

function known<Value>(value: Value): Outcome<Value> {
  return { kind: 'known', value };
}

function undecided(place: Place, reason: string): { readonly kind: 'undecided'; readonly undecided: UndecidedText } {
  return { kind: 'undecided', undecided: { place, reason } };
}

function limit<Value>(outcomes: readonly Outcome<Value>[], place: Place): readonly Outcome<Value>[] {
  return outcomes.length > MAXIMUM_ALTERNATIVES
    ? [undecided(place, `the scopes can be more than ${MAXIMUM_ALTERNATIVES} different texts`)]
    : outcomes;
}

function isUnset(outcomes: readonly Outcome<EvaluatedText>[]): boolean {
  return outcomes.every((outcome) => outcome.kind === 'undecided' && outcome.undecided.unsetKey !== undefined);
}

/** The same text from two places is two alternatives: they may be changed apart. */
function identityOf(outcome: Outcome<EvaluatedText>): string {
  if (outcome.kind === 'absent') {
    return '';
  }
  const { place, told } = outcome.kind === 'known'
    ? { place: outcome.value.place, told: outcome.value.text.text }
    : { place: outcome.undecided.place, told: outcome.undecided.reason };
  return JSON.stringify([outcome.kind, place, told]);
}

function mapKnown<From, To>(outcome: Outcome<From>, change: (value: From) => To): Outcome<To> {
  return outcome.kind === 'known' ? known(change(outcome.value)) : outcome;
}
