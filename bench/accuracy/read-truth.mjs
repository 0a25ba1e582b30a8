import { existsSync, readFileSync } from 'node:fs';
import { builtInCatalog, providers } from '../../dist/src/catalogs/built-in.js';
import { isKnown } from './scope-algebra.mjs';

/**
 * What people found out about applications, as it is written and as we correct it.
 *
 * @param {string} file a list of applications: repository, folder, declarations, needed scopes, and what is wrong with the grant
 * @param {string} correctionsFile a list of `{ repo, sub, field, old, new, file, line, why }`: a field of the first file that is wrong,
 * what it is and what it should be, and the place in the application that shows it
 * @returns {object[]} `original` and `corrected` have `needed`, `dated`, `undecided` (see `allExpected`), and `declared`: what is to be
 * said of the declared grant; `stated`: the grant, where it stands in a place that no program reads
 */
export function readTruth(file, correctionsFile) {
  const corrections = existsSync(correctionsFile) ? JSON.parse(readFileSync(correctionsFile, 'utf8')).corrections : [];
  const entries = JSON.parse(readFileSync(file, 'utf8')).filter((entry) => entry.reference_declaration !== null);
  for (const { repo, sub, field } of corrections) {
    if (!entries.some((entry) => entry.repo === repo && entry.sub === sub)) {
      throw new Error(`A correction of ${field} names ${repo} ${sub}, which is not there`);
    }
  }
  return entries.map((entry) => {
    const own = corrections.filter(({ repo, sub }) => repo === entry.repo && sub === entry.sub);
    return {
      name: [entry.repo.split('/')[1], ...entry.sub.split('/').filter(Boolean).slice(-1)].join('/'),
      repo: entry.repo,
      sub: entry.sub,
      provider: providerOf(entry),
      reference: referenceOf(entry),
      stated: statedOf(entry),
      original: verdictsOf(entry),
      corrected: verdictsOf(own.reduce(correct, entry)),
    };
  });
}

function correct(entry, { field, old, new: value, repo, sub }) {
  if (JSON.stringify(entry[field] ?? null) !== JSON.stringify(old)) {
    const found = JSON.stringify(entry[field]);
    throw new Error(`${repo} ${sub}: the correction of ${field} expects ${JSON.stringify(old)}, and there is ${found}`);
  }
  return { ...entry, [field]: value };
}

/** The group, where it is the name of a provider; else whoever has the needed scopes. */
function providerOf({ group, needed }) {
  const isWhose = (provider) => needed.every((scope) => isKnown(scope, { catalog: builtInCatalog(provider) }));
  return providers().includes(group) ? group : providers().find(isWhose);
}

/** File, and line where it is stated; the file is relative to the application. */
function referenceOf({ reference_declaration: text, declared, sub }) {
  const [, file, line] = /^(.*?)(?::(\d+))?$/.exec(text);
  const stated = /^line (\d+)$/.exec(text);
  const named = stated === null ? file : declared[0].file;
  const base = named.startsWith(sub) ? named.slice(sub.length) : named;
  return base.endsWith('(.example)')
    ? { files: [base.replace('(.example)', ''), base.replace('(.example)', '.example')] }
    : { files: [base], line: Number(stated?.[1] ?? line) };
}

/** The scopes, where they stand in a place that no program reads: a page, or a list that is only shown. */
function statedOf({ reference_declaration: text, declared }) {
  const entry = declared.find(({ file, line }) => `${file}:${line}` === text);
  return /readme|arrays/.test(entry?.kind) ? entry.text.split(' ') : undefined;
}

function verdictsOf(entry) {
  const malformed = entry.unknown_scopes ?? [];
  const undecided = (entry.undecided ?? []).flatMap(({ scope }) => scope.split(' or '));
  return {
    needed: entry.needed,
    dated: entry.dated ?? [],
    undecided,
    declared: {
      missing: entry.missing.map((clause) => clause.split(' or ')),
      unused: entry.unused.filter((scope) => !malformed.includes(scope)),
      narrow: (entry.broad ?? []).map((text) => text.split(' -> ')).map(([from, to]) => ({ from, to })),
      malformed,
      undecided,
    },
  };
}
