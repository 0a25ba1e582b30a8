import { readFileSync, realpathSync } from 'node:fs';
import { relative } from 'node:path';
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
 * @param {string[]} [stated] scopes of which the application only tells its readers: they are put into a manifest, as its team would
 * @returns {object} `error`: why it cannot be analysed; `judge()`: the report on what is declared; `judge({ declaration, scopes })`: the
 * report on the application with these scopes in the place of that declaration
 */
export function openApplication(directory, provider, stated) {
  const index = indexCatalog(builtInCatalog(provider));
  const { value: opened, error } = attempt(() => open(realpathSync(directory), provider));
  const judge = (change) => {
    if (stated !== undefined) {
      return analyseOpened({ ...opened, fileSystem: withManifest(opened, provider, change?.scopes ?? stated) });
    }
    return change === undefined ? analyseOpened(opened) : judgeChanged(opened, directory, provider, change);
  };
  return { index, error, judge: opened === undefined ? () => undefined : judge, directory: opened?.application.directory ?? directory };
}

/** The declaration of a report that stands in one of the files, in the line if one is given. */
export function declarationAt(report, directory, { files, line }) {
  const isAt = ({ place }, name) => [place.file, relative(directory, place.file)].includes(name) || place.file.endsWith(`/${name}`);
  const found = files.map((file) => report?.declared.find((one) => isAt(one, file) && (line === undefined || one.place.line === line)));
  return found.find((one) => one !== undefined);
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

/** A grant in a file that only declares is changed beside the program; one in code changes the program. */
function judgeChanged(opened, directory, provider, { declaration, scopes }) {
  const { file } = declaration.place;
  const text = withGrant(readFileSync(file, 'utf8'), declaration.place, scopes.join(' '));
  if (declaration.kind !== 'code') {
    const { fileSystem } = opened;
    const readFile = (path) => (path === file ? text : fileSystem.readFile(path));
    return analyseOpened({ ...opened, fileSystem: { ...fileSystem, readFile } });
  }
  const { sys } = opened.ts;
  const { readFile } = sys;
  sys.readFile = (path, encoding) => (path === file ? text : readFile(path, encoding));
  try {
    return analyseOpened(open(realpathSync(directory), provider));
  } finally {
    sys.readFile = readFile;
  }
}

function withManifest({ fileSystem, application: { directory } }, provider, scopes) {
  const text = JSON.stringify({ applications: [{ name: 'application', provider, scopes }] });
  const file = `${directory}/oauth-scopes.json`;
  return {
    ...fileSystem,
    readFile: (path) => (path === file ? text : fileSystem.readFile(path)),
    exists: (path) => path === file || fileSystem.exists(path),
    realpath: (path) => (path === file ? path : fileSystem.realpath(path)),
    list: (path) => (path === directory ? [...fileSystem.list(path), 'oauth-scopes.json'].sort() : fileSystem.list(path)),
  };
}

/** Quotation marks stay; a grant that stands in one line is all that the applications have. */
function withGrant(text, { line, column, endLine, endColumn }, grant) {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  if (line !== endLine) {
    throw new Error('a grant of several lines');
  }
  const content = lines[line - 1];
  const [, open = '', close = ''] = /^(['"`]?)[^]*?(['"`]?)$/.exec(content.slice(column - 1, endColumn - 1)) ?? [];
  lines[line - 1] = `${content.slice(0, column - 1)}${open}${grant}${close}${content.slice(endColumn - 1)}`;
  return lines.join('\n');
}

function attempt(action) {
  try {
    return { value: action() };
  } catch (error) {
    return { error: error.problems?.map(({ message }) => message).join('; ') ?? error.message };
  }
}
