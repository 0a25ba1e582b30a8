import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { builtInCatalog } from '../../dist/src/catalogs/built-in.js';
import { indexCatalog } from '../../dist/src/catalogs/catalog-index.js';
import { openWorkspace } from '../../dist/src/cli/open-workspace.js';
import { analyse } from '../../dist/src/verdict/analyse.js';

const SILENT = { print() {}, note() {}, progress() {} };

/**
 * An application as `oauth-scopes check` opens it. Its program is made once, and judged with as many grants as one likes.
 *
 * @param {string} directory
 * @param {string} provider
 */
export function openApplication(directory, provider) {
  const index = indexCatalog(builtInCatalog(provider));
  const opened = attempt(() => open(realpathSync(directory), provider));
  const base = opened.value?.application.directory ?? directory;
  const reports = { current: undefined };
  const judge = (change) => {
    if (opened.value === undefined) {
      return undefined;
    }
    reports.current = change === undefined ? analyseOpened(opened.value) : judgeChanged(opened.value, directory, provider, change);
    return reports.current;
  };
  return {
    index,
    /** Why it cannot be analysed. */
    error: opened.error,
    judge,
    /** What the last report says is declared there; before the first report, what is declared now. */
    declarationAt: ({ files, line }) => {
      const report = reports.current ?? judge();
      const found = files.map((file) =>
        report?.declared.find(({ place }) => isAt(place.file, base, file) && (line === undefined || place.line === line)),
      );
      return found.find((one) => one !== undefined);
    },
  };
}

function isAt(file, base, name) {
  return relative(base, file) === name || file.endsWith(`/${name}`);
}

function open(directory, provider) {
  const workspace = openWorkspace({ directory, workingDirectory: directory, values: new Map(), flags: new Set() }, SILENT);
  const application = workspace.applications.find(({ index }) => index.catalog.provider === provider);
  if (application === undefined) {
    throw new Error(`nothing of ${provider} is found in it`);
  }
  return { ...workspace, application };
}

function analyseOpened({ ts, root, fileSystem, application }) {
  const [{ program }, ...others] = application.projects;
  const otherPrograms = others.map((project) => project.program);
  const { report } = analyse({ ts, program, otherPrograms, directory: application.directory, root, index: application.index, fileSystem });
  return report;
}

/** A grant in a file that only declares is changed beside the program; one in code changes the program, and so a copy of the tree. */
function judgeChanged(opened, directory, provider, { reference, scopes }) {
  const { file } = reference.place;
  const text = withGrant(readFileSync(file, 'utf8'), reference.place, scopes.join(' '));
  if (reference.kind !== 'code') {
    const { fileSystem } = opened;
    const changed = { ...fileSystem, readFile: (path) => (path === file ? text : fileSystem.readFile(path)) };
    return analyseOpened({ ...opened, fileSystem: changed });
  }
  const root = realpathSync(directory);
  const copy = mkdtempSync(join(realpathSync(tmpdir()), 'accuracy-'));
  try {
    cpSync(root, copy, { recursive: true, filter: (path) => !['node_modules', '.git'].includes(basename(path)) });
    if (existsSync(join(root, 'node_modules'))) {
      symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    }
    writeFileSync(join(copy, relative(root, file)), text);
    const report = analyseOpened(open(copy, provider));
    return JSON.parse(JSON.stringify(report).replaceAll(copy, root));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Quotation marks stay; a grant that stands in one line is all that the applications have. */
function withGrant(text, { line, column, endLine, endColumn }, grant) {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  if (line !== endLine) {
    throw new Error('a grant of several lines');
  }
  const [, open, , close] = /^(['"`]?)(.*?)(['"`]?)$/s.exec(lines[line - 1].slice(column - 1, endColumn - 1));
  lines[line - 1] = `${lines[line - 1].slice(0, column - 1)}${open}${grant}${close}${lines[line - 1].slice(endColumn - 1)}`;
  return lines.join('\n');
}

function attempt(action) {
  try {
    return { value: action() };
  } catch (error) {
    return { error: error.problems?.map(({ message }) => message).join('; ') ?? error.message };
  }
}
