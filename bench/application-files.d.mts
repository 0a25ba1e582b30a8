/** Path → text. */
export function applicationFiles(provider: 'uipath' | 'genesys', callSites: number): Map<string, string>;
