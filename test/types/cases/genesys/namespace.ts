import * as sdk from 'purecloud-platform-client-v2';

const users: sdk.UsersApi = new sdk.UsersApi(sdk.ApiClient.instance);
export const found: Promise<sdk.Models.UserEntityListing> = users.getUsers();
users.deleteUser('x'); //ERR(UsersApi.deleteUser needs users)
