import sdk = require('purecloud-platform-client-v2');

const users = new sdk.UsersApi(sdk.ApiClient.instance);
const found: Promise<sdk.Models.UserEntityListing> = users.getUsers();
users.deleteUser('x'); //ERR(UsersApi.deleteUser needs users)
export = found;
