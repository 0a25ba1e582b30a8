import type { CatalogEndpoint } from '../catalogs/catalog.ts';
import type { HttpVerb } from '../catalogs/http-verb.ts';
import { parsePathTemplate } from '../catalogs/path-template.ts';
import { propertyName } from './quote.ts';

/**
 * A `paths` type in the form of openapi-typescript, for a provider that publishes no OpenAPI definition: which operations there are, with the
 * parameters of their paths. Of queries, bodies and answers the catalog says nothing, and neither does the type.
 */
export function printCatalogPaths(endpoints: readonly CatalogEndpoint[]): string {
  const paths = new Map<string, CatalogEndpoint[]>();
  for (const endpoint of endpoints) {
    paths.set(endpoint.path, [...(paths.get(endpoint.path) ?? []), endpoint]);
  }
  const items = [...paths].map(([path, operations]) => {
    const parameters = printParameters(path);
    const verbs = VERBS.map((verb) => (operations.some((one) => one.verb === verb) ? printOperation(verb, parameters) : `${verb.toLowerCase()}?: never`));
    return `  ${propertyName(path)}: {\n    ${[`parameters: ${parameters}`, ...verbs].join(';\n    ')};\n  };\n`;
  });
  return `
/** The operations, in the form of openapi-typescript. */
export interface paths {
${items.join('')}}
`;
}

const VERBS: readonly HttpVerb[] = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'];

function printParameters(path: string): string {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => `${propertyName(name)}: string`);
  const hasParameters = parsePathTemplate(path)?.some((segment) => segment.includes(null)) === true;
  return `{ query?: Record<string, unknown>; header?: Record<string, string>; ${hasParameters ? `path: { ${names.join('; ')} }` : 'path?: never'} }`;
}

function printOperation(verb: HttpVerb, parameters: string): string {
  const body = verb === 'GET' || verb === 'DELETE' ? 'requestBody?: never' : "requestBody?: { content: { 'application/json': unknown } }";
  const responses = "responses: { default: { headers: Record<string, unknown>; content: { 'application/json': unknown } } }";
  return `${verb.toLowerCase()}: { parameters: ${parameters}; ${body}; ${responses} }`;
}
