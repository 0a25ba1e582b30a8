// A part of what openapi-typescript makes of an Orchestrator definition.
type Answer<Body> = { headers: Record<string, unknown>; content: { 'application/json': Body } };

export interface Job {
  Id: number;
}

export interface paths {
  '/odata/Jobs': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: { parameters: { query?: { $top?: number } }; requestBody?: never; responses: { 200: Answer<{ value: Job[] }> } };
    put?: never;
    post?: never;
    delete?: never;
  };
  '/odata/Jobs/UiPath.Server.Configuration.OData.StartJobs': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    post: {
      parameters: { query?: never };
      requestBody: { content: { 'application/json': { startInfo: { ReleaseKey: string } } } };
      responses: { 201: Answer<{ value: Job[] }> };
    };
  };
  '/odata/Assets': {
    post: { parameters: { query?: never }; requestBody: { content: { 'application/json': { Name: string } } }; responses: { 201: Answer<{ Id: number }> } };
  };
  '/odata/Assets({key})': {
    parameters: { query?: never; header?: never; path: { key: number }; cookie?: never };
    get: { parameters: { path: { key: number } }; responses: { 200: Answer<{ Name: string }> } };
    delete: { parameters: { path: { key: number } }; responses: { 204: Answer<never> } };
  };
  '/odata/NotInTheCatalog': {
    get: { parameters: { query?: never }; responses: { 200: Answer<string> } };
  };
}
