/** The pieces of one segment of a path, in order; `null` is a piece that is not known: `['Jobs(', null, ')']` is `` `Jobs(${id})` ``. */
export type PathSegment = readonly (string | null)[];

/**
 * The segments of a template such as `/odata/Jobs({key})/UiPath.Server.StopJob`; a parameter in braces is a piece that is not known.
 *
 * @returns `undefined` where the text is no template: no slash first, an empty segment, braces that do not pair, a parameter without a
 * name, a query or a fragment
 */
export function parsePathTemplate(path: string): readonly PathSegment[] | undefined {
  const [before, ...texts] = path.split('/');
  if (before !== '' || texts.length === 0 || texts.includes('')) {
    return undefined;
  }
  const segments = texts.map(parseSegment);
  return segments.every((segment) => segment !== undefined) ? segments : undefined;
}

/** Parts between braces, and literal text around them, which holds nothing that would end or open another part of a URL. */
function parseSegment(text: string): PathSegment | undefined {
  const parts = text.split(/(\{[^{}]+\})/).filter((part) => part !== '');
  const pieces = parts.map((part) => (/^\{[^{}]+\}$/.test(part) ? null : part));
  return pieces.some((piece) => piece !== null && /[{}?#&\s]/.test(piece)) ? undefined : pieces;
}
