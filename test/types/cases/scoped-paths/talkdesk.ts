import createClient from 'openapi-fetch';
import type { ScopedPaths } from 'eslint-plugin-oauth-scopes/types';
import type { paths, Requirements } from 'eslint-plugin-oauth-scopes/types/paths/talkdesk';

const client = createClient<ScopedPaths<paths, Requirements, 'account:read callback:write'>>({ baseUrl: 'https://api.talkdeskapp.com' });

export async function call(): Promise<void> {
  const { data } = await client.GET('/account');
  await client.POST('/calls/callback', { body: { contact_phone_number: '+1' } });
  await client.GET('/express/accounts', {}); //ERR(is not assignable to parameter of type)
  await client.PUT('/account', {}); //ERR(is not assignable to parameter of type)
  void data;
}
