import type { ScopedPaths } from 'eslint-plugin-oauth-scopes/types';
import type { Requirements } from 'eslint-plugin-oauth-scopes/types/paths/orchestrator';
import type { paths } from './paths.js';

declare const scoped: ScopedPaths<paths, Requirements>;
void scoped['/odata/Jobs'].get;
void scoped['/odata/Jobs/UiPath.Server.Configuration.OData.StartJobs'].post; //ERR(Property 'post' does not exist)
