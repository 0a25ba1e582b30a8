// Strings that hold scopes. Nothing is registered.
import { UiPath } from '@uipath/uipath-typescript/core';
import { Assets } from '@uipath/uipath-typescript/assets';
import { Jobs } from '@uipath/uipath-typescript/jobs';
import { Tasks } from '@uipath/uipath-typescript/tasks';
import type { CheckedScopes, ScopeString } from 'eslint-plugin-oauth-scopes/types';

declare const text: string;
declare const condition: boolean;

// What an application writes for itself
const scopes = <const S extends string>(string: CheckedScopes<S>) => string as unknown as ScopeString<S>;

scopes('OR.Assets.Read OR.Tasks'); //OK
scopes('OR.Assets.Read  OR.Tasks '); //OK surplus spaces are lint's job
scopes('openid profile email offline_access'); //OK
scopes(condition ? 'OR.Assets' : 'OR.Tasks'); //OK
scopes('OR.Assets.Read OR.Taks'); //ERR("OR.Taks is not a scope; did you mean OR.Tasks?") case 45
scopes('OR.Asset'); //ERR("OR.Asset is not a scope; did you mean OR.Assets?") case 45
scopes('OR.Assets.Red'); //ERR("OR.Assets.Red is not a scope; did you mean OR.Assets.Read?") case 45
scopes('OR.Assetts'); //ERR("OR.Assetts is not a scope; did you mean OR.Assets?") case 45
scopes('Traces.API'); //ERR("Traces.API is not a scope; did you mean Traces.Api?") case 47b
scopes('or.assets or.tasks'); //ERR("or.assets is not a scope; did you mean OR.Assets?") case 47b
scopes('OR.Assets, OR.Tasks'); //ERR("Scopes are separated by spaces, not commas") case 47
scopes('your-scopes'); //ERR("your-scopes is not a scope") case 47c
scopes(''); //ERR("There is no scope") case 47c
scopes('  '); //ERR("There is no scope") case 47c
scopes(text); //ERR("A plain string may hold any scopes: write them as a literal, or check the token")
scopes(condition ? 'OR.Assets' : text); //ERR("A plain string may hold any scopes: write them as a literal, or check the token")
const constant = 'OR.Assets.Read OR.Tasks';
scopes(constant); //OK
const twoConstants = `${constant} OR.Jobs` as const;
scopes(twoConstants); //OK case 36

// A checked string keeps its scopes where a literal is widened
const checked = scopes('OR.Assets.Read OR.Tasks');
const plain: string = checked; //OK
const configuration = { scope: checked, clientId: 'x' };
new Assets(new UiPath(configuration)).getAll(); //OK
new Jobs(new UiPath(configuration)).getAll(); //ERR(Jobs.getAll)
const widened = { scope: 'OR.Assets.Read OR.Tasks', clientId: 'x' };
new Jobs(new UiPath(widened)).getAll(); //OK a string, and nothing is registered
const literal = { scope: 'OR.Assets.Read OR.Tasks', clientId: 'x' } as const;
new Jobs(new UiPath(literal)).getAll(); //ERR(Jobs.getAll)
const fallback = (text as string | undefined) ?? 'OR.Assets.Read';
new Jobs(new UiPath({ scope: fallback })).getAll(); //OK case 38
new Tasks(new UiPath({ scope: 'OR.Assets.Read  OR.Tasks ' })).getAll(); //OK

// A text that is put together
const many = new UiPath({
  scope:
    'OR.Administration OR.Administration.Read OR.Administration.Write OR.Analytics OR.Analytics.Read OR.Analytics.Write OR.Assets OR.Assets.Read ' +
    'a',
});
new Tasks(many).getAll(); //OK a concatenation is a string to TypeScript

// 76 scopes
const long = new UiPath({
  scope:
    'OR.Administration OR.Administration.Read OR.Administration.Write OR.Analytics OR.Analytics.Read OR.Analytics.Write OR.Assets OR.Assets.Read OR.Assets.Write OR.Audit OR.Audit.Read OR.Audit.Write OR.BackgroundTasks OR.BackgroundTasks.Read OR.BackgroundTasks.Write OR.Execution OR.Execution.Read OR.Execution.Write OR.Folders OR.Folders.Read OR.Folders.Write OR.Hypervisor OR.Hypervisor.Read OR.Hypervisor.Write OR.Jobs OR.Jobs.Read OR.Jobs.Write OR.License OR.License.Read OR.License.Write OR.Machines OR.Machines.Read OR.Machines.Write OR.ML OR.ML.Read OR.ML.Write OR.Monitoring OR.Monitoring.Read OR.Monitoring.Write OR.Queues OR.Queues.Read OR.Queues.Write OR.Robots OR.Robots.Read OR.Robots.Write OR.Settings OR.Settings.Read OR.Settings.Write OR.TestDataQueues OR.TestDataQueues.Read OR.TestDataQueues.Write OR.TestSetExecutions OR.TestSetExecutions.Read OR.TestSetExecutions.Write OR.TestSets OR.TestSets.Read OR.TestSets.Write OR.TestSetSchedules OR.TestSetSchedules.Read OR.TestSetSchedules.Write OR.Users OR.Users.Read OR.Users.Write OR.Webhooks OR.Webhooks.Read OR.Webhooks.Write PIMS DataFabric.Data.Read DataFabric.Data.Write DataFabric.Schema.Read ConversationalAgents Traces.Api openid profile email offline_access',
});
new Assets(long).getAll(); //OK
new Jobs(long).stop(['a'], 1); //OK
new Tasks(long).getAll(); //ERR(Tasks.getAll needs OR.Tasks or OR.Tasks.Read)

export { plain };
