import type ts from 'typescript';
import type { Catalog } from '../../catalogs/catalog.ts';
import { hasSegment } from '../has-segment.ts';
import { LIBRARIES } from './http-libraries.ts';

/** Whether a text names a host, a service or a token endpoint of the provider. */
function mentionsApi(text: string, { requests }: Pick<Catalog, 'requests'>): boolean {
  const services = [...requests.segments, ...(requests.services ?? []).map(({ segment }) => segment)];
  return [...requests.hosts, ...(requests.tokenEndpoints ?? [])].some((name) => text.includes(name))
    || services.some((segment) => hasSegment(text, segment));
}

/** The same of a file, kept with it. */
export function fileMentionsApi(file: ts.SourceFile, { requests }: Pick<Catalog, 'requests'>): boolean {
  const ofCatalogs = known.get(file) ?? new Map<Catalog['requests'], boolean>();
  known.set(file, ofCatalogs);
  const answer = ofCatalogs.get(requests) ?? mentionsApi(file.text, { requests });
  ofCatalogs.set(requests, answer);
  return answer;
}

const known = new WeakMap<ts.SourceFile, Map<Catalog['requests'], boolean>>();

/**
 * Whether a program without the provider's SDK may send requests to it: one of its files names the API, and one makes requests of any kind.
 * A bundler's configuration names a host as well, and sends nothing.
 * @param texts those of the program's own files
 */
export function mayRequest(texts: readonly string[], catalog: Pick<Catalog, 'requests'>): boolean {
  return texts.some((text) => mentionsApi(text, catalog)) && texts.some((text) => REQUEST.test(text));
}

/** The same of files that are parsed already. */
export function mayRequestFrom(files: readonly ts.SourceFile[], catalog: Pick<Catalog, 'requests'>): boolean {
  return files.some((file) => fileMentionsApi(file, catalog)) && files.some(({ text }) => REQUEST.test(text));
}

const REQUEST = new RegExp(`\\bfetch\\s*\\(|['"](?:${[...LIBRARIES.keys()].join('|')})['"]`);
