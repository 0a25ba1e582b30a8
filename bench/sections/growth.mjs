import { readFileSync, writeFileSync } from 'node:fs';
import { lineChart } from '../line-chart.mjs';
import { applicationOf, mixedApplicationOf } from '../made-applications.mjs';
import { formats, printTable } from '../print-table.mjs';
import { tools } from '../run-tools.mjs';
import { median } from '../statistics.mjs';

export const title = 'Growth';

export const method = (runs) => (timesOf(runs) === 1 ? 'one run of each' : `medians of ${timesOf(runs)} runs`);

/** What is run on the applications with more and more call sites, `raw` being the one that knows nothing of this package. */
const byCallSites = {
  'tsc 6, SDK alone': ({ raw }) => tools.tsc6(raw),
  'tsc 6, with the package': ({ overlay }) => tools.tsc6(overlay),
  'tsc 7, SDK alone': ({ raw }) => tools.tsc7(raw),
  'tsc 7, with the package': ({ overlay }) => tools.tsc7(overlay),
  '`check`': ({ overlay }) => tools.check(overlay),
};
const byFiles = {
  'tsc 6': ({ directory }) => tools.tsc6(directory),
  'tsc 7': ({ directory }) => tools.tsc7(directory),
  knip: ({ directory }) => tools.knip(directory),
  '`check`': ({ directory }) => tools.check(directory),
  '`check --cache`, nothing changed': ({ directory }) => secondOf(() => tools.check(directory, ['--cache'])),
};

/** Whole processes, a third of the runs: each point is one of a line. */
export function measure({ runs, growth }) {
  const times = timesOf(runs);
  const callSites = series(growth.callSites.map((count) => [count, applicationOf('uipath', count)]), byCallSites, times);
  const files = series(growth.files.map((count) => [count, mixedApplicationOf(count)]), byFiles, times);
  const pictures = {
    'growth-call-sites.svg': lineChart({ title: 'Seconds by call sites of the UiPath SDK', points: growth.callSites, lines: callSites }),
    'growth-files.svg': lineChart({ title: 'Seconds by files, of which a tenth call the SDK', points: growth.files, lines: files }),
  };
  const text = [
    'Seconds of whole processes. An application of the first table has nothing but files with SDK calls, ten in each; of those of the second a tenth do. Counts are\n'
      + 'drawn at the distance of their logarithms.\n',
    '![Seconds by call sites](pictures/growth-call-sites.svg)\n',
    growthTable('call sites', growth.callSites, callSites),
    '\n![Seconds by files](pictures/growth-files.svg)\n',
    growthTable('files', growth.files, files),
  ].join('\n');
  return { text, pictures };
}

function timesOf(runs) {
  return Math.ceil(runs / 3);
}

/** The first one fills the cache. */
function secondOf(run) {
  run();
  return run();
}

/** By the name of what was run, the seconds for each application. */
function series(applications, runners, times) {
  const seconds = Object.fromEntries(Object.keys(runners).map((name) => [name, []]));
  for (const [count, application] of applications) {
    console.error(`growth: ${count} …`);
    const measured = Object.fromEntries(Object.keys(runners).map((name) => [name, []]));
    for (let round = 0; round < times; round += 1) {
      Object.entries(runners).forEach(([name, run]) => measured[name].push(run(application).seconds));
    }
    Object.entries(measured).forEach(([name, costs]) => seconds[name].push(median(costs)));
  }
  return seconds;
}

function growthTable(what, points, lines) {
  const rows = points.map((point, index) => [formats.count(point), ...Object.values(lines).map((values) => formats.seconds(values[index]))]);
  return printTable([what, ...Object.keys(lines)], rows);
}

/** Writes what differs. */
export function writePictures(pictures, folder) {
  for (const [name, text] of Object.entries(pictures)) {
    const file = new URL(name, folder);
    if (text !== readIfThere(file)) writeFileSync(file, text);
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
