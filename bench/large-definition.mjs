/**
 * An OpenAPI definition of about so many bytes: operations that need one of two scopes, each with parameters and answers that an importer has
 * to pass over.
 * @param {number} bytes
 */
export function largeDefinition(bytes) {
  const operation = (name, verb) => ({
    operationId: `${verb}${name}`,
    summary: `${verb} ${name} `.repeat(4),
    security: [{ OAuth: [`${name.toLowerCase()}:read`] }, { OAuth: [name.toLowerCase()] }],
    parameters: ['id', 'limit', 'cursor'].map((parameter) => ({
      name: parameter, in: parameter === 'id' ? 'path' : 'query', required: parameter === 'id', schema: { type: 'string', description: 'x'.repeat(80) },
    })),
    responses: { 200: { description: 'fine', content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } } },
  });
  const paths = {};
  const schemas = {};
  const scopes = {};
  // Counted once: all operations have nearly the same size.
  const size = JSON.stringify([operation('Thing1000', 'get'), operation('Thing1000', 'delete')]).length + 500;
  for (let index = 0; index < bytes / size; index += 1) {
    const name = `Thing${index}`;
    paths[`/v1/things${index}/{id}`] = { get: operation(name, 'get'), delete: operation(name, 'delete') };
    schemas[name] = { type: 'object', properties: Object.fromEntries(['id', 'name', 'self'].map((key) => [key, { type: 'string', description: 'y'.repeat(60) }])) };
    scopes[name.toLowerCase()] = 'all';
    scopes[`${name.toLowerCase()}:read`] = 'read';
  }
  const flows = { authorizationCode: { authorizationUrl: 'https://bench.example/authorize', tokenUrl: 'https://bench.example/token', scopes } };
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Bench', version: '1' },
    servers: [{ url: 'https://bench.example' }],
    paths,
    components: { schemas, securitySchemes: { OAuth: { type: 'oauth2', flows } } },
  });
}
