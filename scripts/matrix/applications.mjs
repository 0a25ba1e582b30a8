/** What an application chooses, and what there is to choose from. */
export const choices = {
  typescript: ['5.4', '5.9', '6.0', '7.0'],
  eslint: ['9.38', '10'],
  manager: ['npm', 'pnpm'],
  application: ['Vite + React', 'Node.js'],
  resolution: ['nodenext', 'bundler', 'node10'],
  config: ['module', 'commonjs', 'typescript'],
  skipLibCheck: ['on', 'off'],
  references: ['yes', 'no'],
};

/** Pairs that nobody can have. */
export const impossible = [
  { first: ['typescript', '7.0'], second: ['resolution', 'node10'], why: 'TypeScript 7.0 has no node10 resolution any more' },
  { first: ['application', 'Vite + React'], second: ['resolution', 'node10'], why: 'node10 finds no subpath of the SDK, such as `/tasks`, and Vite resolves none in that way' },
];

/**
 * Every possible pair of choices stands in one of them at least. `setup` says what an application has besides:
 * - `alone`: TypeScript 7.0 and no other, so that neither the command line nor typescript-eslint has an interface to work with;
 * - `beside`: version 6 as `@typescript/typescript6` beside version 7.0;
 * - `alias`: version 6 by the name `typescript`, and 7.0 as `@typescript/native`, as both projects recommend;
 * - `tsgo`: typescript-eslint's experimental backend, which takes types from a preview of TypeScript 7.1;
 * - `oxlint`: oxlint besides ESLint.
 */
export const applications = [
  application('5.4', '9.38', 'pnpm', 'Node.js', 'bundler', 'module', 'on', 'yes'),
  application('5.9', '9.38', 'pnpm', 'Vite + React', 'nodenext', 'commonjs', 'off', 'no', 'oxlint'),
  application('6.0', '9.38', 'npm', 'Vite + React', 'nodenext', 'typescript', 'on', 'yes'),
  application('7.0', '9.38', 'pnpm', 'Vite + React', 'nodenext', 'module', 'off', 'no', 'alias'),
  application('5.4', '10', 'npm', 'Vite + React', 'nodenext', 'commonjs', 'off', 'yes'),
  application('5.9', '10', 'npm', 'Vite + React', 'bundler', 'typescript', 'on', 'yes'),
  application('6.0', '10', 'pnpm', 'Vite + React', 'bundler', 'module', 'off', 'no', 'tsgo'),
  application('7.0', '10', 'npm', 'Node.js', 'bundler', 'commonjs', 'off', 'yes', 'beside'),
  application('5.4', '9.38', 'pnpm', 'Node.js', 'node10', 'typescript', 'off', 'no'),
  application('5.9', '9.38', 'npm', 'Node.js', 'node10', 'module', 'on', 'no', 'oxlint'),
  application('6.0', '10', 'pnpm', 'Node.js', 'node10', 'commonjs', 'on', 'yes'),
  application('7.0', '10', 'npm', 'Node.js', 'nodenext', 'typescript', 'on', 'no', 'alone'),
];

function application(typescript, eslint, manager, kind, resolution, config, skipLibCheck, references, setup = '') {
  return { typescript, eslint, manager, application: kind, resolution, config, skipLibCheck, references, setup };
}

/**
 * Every pair of choices about two different things.
 * @returns {{ first: [string, string], second: [string, string], applications: number[], why?: string }[]} the applications that have both,
 * counted from 1; and why there can be none
 */
export function pairsOfChoices() {
  const all = Object.entries(choices).flatMap(([name, values]) => values.map((value) => [name, value]));
  const pairs = all.flatMap((first, index) => all.slice(index + 1).filter(([name]) => name !== first[0]).map((second) => ({ first, second })));
  return pairs.map(({ first, second }) => {
    const known = impossible.find((other) => same(other.first, first) && same(other.second, second));
    const having = applications.flatMap((one, index) => (one[first[0]] === first[1] && one[second[0]] === second[1] ? [index + 1] : []));
    return { first, second, applications: having, ...(known === undefined ? {} : { why: known.why }) };
  });
}

function same(left, right) {
  return left.join() === right.join();
}
