import { ApiClient, type Models, UsersApi } from 'purecloud-platform-client-v2';

const users = new UsersApi(ApiClient.instance);
export const found: Promise<Models.UserEntityListing> = users.getUsers();
users.deleteUser('x'); //ERR(UsersApi.deleteUser needs users)
