import { type Reading, type ReadingRules, readScopeExpression } from '../scope-expression.ts';
import { isScopeToken } from '../scope-tokens.ts';
import { inlineText } from '../tables/markdown-text.ts';

/** What the description of an operation says of scopes: `undefined` where it does not speak of them. */
export interface DescribedScopes {
  readonly reading: Reading | undefined;
  /** "OAuth authentication is not supported." */
  readonly refusesOAuth: boolean;
}

/**
 * Finds "OAuth required scopes: A or B.", "Required scopes: `a`, `b`", and a label with a list below it. Only what a label announces is
 * read: a sentence that happens to mention a scope says nothing of what is needed.
 */
export function readDescribedScopes(description: string | undefined, rules: Omit<ReadingRules, 'known'>): DescribedScopes {
  const text = (description ?? '').slice(0, LONGEST_DESCRIPTION);
  const refusesOAuth = /\boauth(?: ?2(?:\.0)?)? (?:authentication )?is not supported\b/i.test(text);
  const announced = findAnnounced(text);
  if (announced === undefined) {
    return { reading: undefined, refusesOAuth };
  }
  const { text: plain, code } = inlineText(announced);
  const reading = readScopeExpression(plain, { ...rules, known: new Set(code.filter(isScopeToken)) });
  return { reading: reading.kind === 'silent' ? undefined : reading, refusesOAuth };
}

const LONGEST_DESCRIPTION = 20_000;

/** At the start of a line or of a sentence: "OAuth required scopes:", "Required OAuth 2.0 scopes:", "Scopes required:". */
const LABEL =
  /(?:^|[\n.>*]) {0,8}(?:(?:required )?(?:oauth(?: ?2(?:\.0)?)? )(?:required )?scopes?|required scopes?|scopes? required)\*{0,2}:\*{0,2}/i;

/** What follows the label: to the end of the sentence or of the line, or the points of the list below it. */
function findAnnounced(text: string): string | undefined {
  const label = LABEL.exec(text);
  if (label === null) {
    return undefined;
  }
  const [line = '', ...below] = text.slice(label.index + label[0].length).split('\n', 30);
  if (line.trim() !== '') {
    return line.split(/\.(?:\s|$)/)[0] ?? line;
  }
  const start = below.findIndex((next) => next.trim() !== '');
  const points = below.slice(Math.max(start, 0));
  const end = points.findIndex((next) => !/^\s*[-*+] /.test(next));
  return (end === -1 ? points : points.slice(0, end)).map((point) => point.replace(/^\s*[-*+] /, '')).join('\n');
}
