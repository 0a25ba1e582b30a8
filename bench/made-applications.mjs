import { makeApplications, makeMixedApplication } from './make-applications.mjs';

/** One entry an application, for the life of the process: sections share them. */
const made = new Map();

/**
 * @param {'uipath' | 'genesys'} provider
 * @param {number} callSites
 * @returns {{ title: string, raw: string, overlay: string }} title, and the directories of the application as it is and with this package adopted
 */
export function applicationOf(provider, callSites) {
  const title = `${{ uipath: 'UiPath', genesys: 'Genesys' }[provider]}, ${callSites.toLocaleString('en')} call ${callSites === 1 ? 'site' : 'sites'}`;
  return remembered(title, () => ({ title, ...makeApplications(callSites, provider) }));
}

/**
 * An application of which a tenth of the files call the SDK, adopted.
 * @param {number} files
 * @returns {{ title: string, directory: string }}
 */
export function mixedApplicationOf(files) {
  const title = `${files.toLocaleString('en')} files`;
  return remembered(title, () => ({ title, directory: makeMixedApplication(files) }));
}

function remembered(key, make) {
  if (!made.has(key)) {
    console.error(`making the application: ${key} …`);
    made.set(key, make());
  }
  return made.get(key);
}
