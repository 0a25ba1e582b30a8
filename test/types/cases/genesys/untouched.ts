// Compiles as it does with the SDK's own declarations, whatever is registered, as long as that is enough.
import platformClient, { type Models } from 'purecloud-platform-client-v2';

type Apis = { readonly users: platformClient.UsersApi; readonly routing: platformClient.RoutingApi };

const client = platformClient.ApiClient.instance;
await client.loginClientCredentialsGrant('id', 'secret');
client.setAccessToken('token');

export class Directory {
  private readonly api: platformClient.UsersApi = new platformClient.UsersApi();
  async page(options: platformClient.UsersApi.getUsersOptions = {}): Promise<Models.User[]> {
    const { entities = [] } = await this.api.getUsers(options);
    return entities;
  }
}

export const createApis = (overrides: Partial<Apis> = {}): Apis => ({
  users: new platformClient.UsersApi(),
  routing: new platformClient.RoutingApi(client),
  ...overrides,
});

export const remove = (ids: readonly string[], { users }: Apis = createApis()): Promise<unknown> =>
  Promise.all(ids.map((id) => users.deleteUser(id).catch(() => undefined)));

export const fake: Pick<platformClient.UsersApi, 'getUser'> = { getUser: (userId) => Promise.resolve({ id: userId } as Models.User) };
export const mock = { getUser: () => Promise.resolve({} as Models.User) } as unknown as platformClient.UsersApi;
export type Method = keyof platformClient.UsersApi;
export type Found = Awaited<ReturnType<platformClient.UsersApi['getUsers']>>;
export const pages: Found['entities'] = [];
export let later: platformClient.UsersApi | undefined;
export function start(): void {
  later ??= new platformClient.UsersApi();
}
export const constructors = { UsersApi: platformClient.UsersApi, RoutingApi: platformClient.RoutingApi };
export const made = new constructors.UsersApi(client);
