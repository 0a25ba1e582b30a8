// Looks up every relative link of the project's Markdown files: the file must be there, and have the heading that the link names. Prints those
// that lead nowhere, and ends with 1 if there is one. Addresses on the web are left alone: the check needs no network.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { projectRoot } from './project-root.mjs';

const pages = markdownFiles();
const dead = pages.flatMap((page) =>
  linksOf(withoutCode(page))
    .filter(({ target }) => !leadsSomewhere(target, page))
    .map(({ target, line }) => `${relative(projectRoot, page)}:${line}: ${target} leads nowhere`),
);
dead.forEach((one) => console.error(one));
console.log(`${pages.length} pages, ${dead.length} dead links`);
process.exitCode = dead.length === 0 ? 0 : 1;

function markdownFiles() {
  const inside = ['docs', 'examples', '.changeset', '.github'].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true }).map((name) => join(folder, name)),
  );
  return [...readdirSync(projectRoot), ...inside]
    .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
    .map((name) => join(projectRoot, name))
    .sort();
}

/** The text with blank lines in place of fenced blocks, and without code within lines. */
function withoutCode(page) {
  return readFileSync(page, 'utf8').replaceAll(/^( *)```[\s\S]*?^\1```$/gm, (block) => block.replaceAll(/[^\n]/g, ''));
}

function linksOf(text) {
  return text.split('\n').flatMap((content, index) =>
    Array.from(content.matchAll(/\]\((?<target>[^)\s]+)\)/g), ({ groups }) => ({ target: groups.target, line: index + 1 })),
  );
}

function leadsSomewhere(target, page) {
  if (/^[a-z]+:/.test(target)) return true;
  const [path, anchor] = target.split('#');
  const file = path === '' ? page : resolve(dirname(page), path);
  return existsSync(file) && (anchor === undefined || (file.endsWith('.md') && anchorsOf(file).has(anchor)));
}

/** The names that GitHub gives to headings: lower case, without punctuation, a hyphen for each space; counted where they repeat. */
function anchorsOf(page) {
  const seen = new Map();
  return new Set(Array.from(withoutCode(page).matchAll(/^#+ (.+)$/gm), ([, heading]) => {
    const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');
    const name = plain.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-');
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : `${name}-${count}`;
  }));
}
