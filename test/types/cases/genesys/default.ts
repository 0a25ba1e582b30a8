// Registered: users:readonly routing.
import platformClient from 'purecloud-platform-client-v2';
import type { Grant } from 'eslint-plugin-oauth-scopes/types';

declare const untyped: any;
const client = platformClient.ApiClient.instance;
client.setEnvironment(platformClient.PureCloudRegionHosts.us_east_1 ?? '');

// The registered grant, wherever the instance comes from.
const users = new platformClient.UsersApi();
const found = await users.getUsers({ pageSize: 3 });
export const names: (string | undefined)[] = (found.entities ?? []).map((user) => user.name?.toUpperCase());
users.deleteUser('x'); //ERR(Type 'MissingScope<"UsersApi.deleteUser needs users">' has no call signatures)
new platformClient.UsersApi(client).patchUser('x', untyped); //ERR(UsersApi.patchUser needs users)
void new platformClient.RoutingApi().postRoutingQueues(untyped);
void new platformClient.RoutingApi().getRoutingQueues();

// What is not known, inferred, or needs no scope is never refused.
void new platformClient.UtilitiesApi().getTimezones();
void new platformClient.AnalyticsApi().postAnalyticsAgentcopilotsAggregatesJobs(untyped);
void new platformClient.AIStudioApi().getAgenticVirtualagents();
void new platformClient.KnowledgeApi().postKnowledgeGuestSessions(untyped);
new platformClient.UsersApi().getUsersMe(); //ERR(UsersApi.getUsersMe needs user-basic-info)

// The SDK's own types go on meaning what they mean.
export const annotated: platformClient.UsersApi = users;
export const options: platformClient.UsersApi.getUsersOptions = { pageSize: 3 };
export const model: platformClient.Models.User = untyped as platformClient.Models.User;
export const instance: InstanceType<typeof platformClient.UsersApi> = users;
export interface More extends platformClient.UsersApi.getUsersOptions { more: boolean }
void users.getUsers({ pageSize: 'three' }); //ERR(Type 'string' is not assignable to type 'number')
void users.getUser(); //ERR(Expected 1-2 arguments, but got 0)
class Directory extends platformClient.UsersApi {
  constructor() {
    super(client);
  }
  all() {
    return this.getUsers();
  }
}
new Directory().deleteUser('x'); //ERR(UsersApi.deleteUser needs users)
new Directory().all();

// A grant can be named, and what an instance is assigned to gives it none.
const wide = new platformClient.UsersApi<Grant<'users'>>();
void wide.deleteUser('x');
export const narrow: platformClient.UsersApi<Grant<'users:readonly'>> = wide;
export const claimed: platformClient.UsersApi<Grant<'users'>> = users; //ERR(Property 'users' is missing)
export const assigned: platformClient.UsersApi<Grant<'users'>> = new platformClient.UsersApi(); //ERR(is not assignable to type 'UsersApi<Grant<"users">>')
declare function remove(api: platformClient.UsersApi<Grant<'users'>>): void;
remove(new platformClient.UsersApi()); //ERR(is not assignable to parameter of type)
remove(wide);

// Shapes of real applications.
const { getUsers, deleteUser } = users;
void getUsers;
deleteUser('x'); //ERR(UsersApi.deleteUser needs users)
['x'].map(users.deleteUser); //ERR(MissingScope<"UsersApi.deleteUser needs users">)
users?.deleteUser('x'); //ERR(UsersApi.deleteUser needs users)
users['deleteUser']('x'); //ERR(UsersApi.deleteUser needs users)
function createApis({ usersApi = new platformClient.UsersApi(), routingApi = new platformClient.RoutingApi() } = {}) {
  return { usersApi, routingApi };
}
createApis().usersApi.deleteUser('x'); //ERR(UsersApi.deleteUser needs users)
void createApis({ usersApi: { getUsers: () => Promise.resolve({}) } as unknown as platformClient.UsersApi });
