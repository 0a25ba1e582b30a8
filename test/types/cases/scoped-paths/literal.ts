import createClient from 'openapi-fetch';
import type { ScopedPaths } from 'eslint-plugin-oauth-scopes/types';
import type { Requirements } from 'eslint-plugin-oauth-scopes/types/paths/orchestrator';
import type { Job, paths } from './paths.js';

const reader = createClient<ScopedPaths<paths, Requirements, 'OR.Jobs.Read OR.Assets offline_access'>>({ baseUrl: 'https://example.com' });

async function covered(): Promise<void> {
  const { data } = await reader.GET('/odata/Jobs', { params: { query: { $top: 1 } } });
  const jobs: Job[] | undefined = data?.value;
  await reader.DELETE('/odata/Assets({key})', { params: { path: { key: 1 } } });
  await reader.POST('/odata/Assets', { body: { Name: 'n' } });
  await reader.GET('/odata/NotInTheCatalog');
  void jobs;
}

async function refused(): Promise<void> {
  await reader.POST('/odata/Jobs/UiPath.Server.Configuration.OData.StartJobs', { body: { startInfo: { ReleaseKey: 'k' } } }); //ERR(is not assignable to parameter of type)
}

async function stillChecked(): Promise<void> {
  await reader.GET('/odata/Nothing', {}); //ERR(is not assignable to parameter of type)
  await reader.GET('/odata/Jobs', { params: { query: { $top: 'one' } } }); //ERR(Type 'string' is not assignable to type 'number')
}

// Each of two alternatives must cover the operation.
declare const either: ScopedPaths<paths, Requirements, 'OR.Jobs OR.Assets' | 'OR.Jobs.Write'>;
void either['/odata/Jobs/UiPath.Server.Configuration.OData.StartJobs'].post;
void either['/odata/Jobs'].get; //ERR(Property 'get' does not exist)

// A role decides, or the string is only known at run time: everything stays.
declare const byRole: ScopedPaths<paths, Requirements, 'OR.Default'>;
declare const unknown: ScopedPaths<paths, Requirements, string>;
void [byRole['/odata/Jobs'].get, unknown['/odata/Jobs/UiPath.Server.Configuration.OData.StartJobs'].post];

// One verb of a path and not the other.
declare const assets: ScopedPaths<paths, Requirements, 'OR.Assets.Read'>;
void assets['/odata/Assets({key})'].get;
void assets['/odata/Assets({key})'].delete; //ERR(Property 'delete' does not exist)

export { covered, refused, stillChecked };
