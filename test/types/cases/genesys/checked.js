// @ts-check
import platformClient from 'purecloud-platform-client-v2';

const users = new platformClient.UsersApi();
/** @param {platformClient.UsersApi} api */
export const load = (api) => api.getUsers();
users.deleteUser('x'); //ERR(UsersApi.deleteUser needs users)
