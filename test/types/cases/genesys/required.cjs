// @ts-check
const sdk = require('purecloud-platform-client-v2');
const { RoutingApi } = require('purecloud-platform-client-v2');

void new RoutingApi().getRoutingQueues();
new sdk.UsersApi().deleteUser('x'); //ERR(UsersApi.deleteUser needs users)
