/**
 * The table of the page that the user saved: API, scopes, line.
 *
 * @param {string} text the page as text
 * @returns {{ api: string, scopes: string[], line: number }[]}
 */
export function readTalkdeskSeed(text) {
  return text.split('\n').flatMap((row, index) => {
    const [, api, scopes] = /^(.*? API)\b.* \| ([a-z][\w: -]*?) \|$/.exec(row.trim()) ?? [];
    return api === undefined ? [] : [{ api, scopes: scopes.split(' '), line: index + 1 }];
  });
}
