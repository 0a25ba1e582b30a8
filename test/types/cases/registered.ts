// Registered: 'OR.Tasks.Read PIMS'.
import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks, type TaskGetResponse, type TaskServiceModel } from '@uipath/uipath-typescript/tasks';
import { Entities, type EntityGetResponse } from '@uipath/uipath-typescript/entities';
import { Jobs, type JobGetResponse } from '@uipath/uipath-typescript/jobs';
import { ProcessInstances, type ProcessInstanceGetResponse } from '@uipath/uipath-typescript/maestro-processes';
import { CaseInstances } from '@uipath/uipath-typescript/cases';
import { ConversationalAgent, type AgentGetResponse, type ConversationGetResponse } from '@uipath/uipath-typescript/conversational-agent';
import { UiPath as Legacy } from '@uipath/uipath-typescript';
import type { Grant, Unscoped } from 'eslint-plugin-oauth-scopes/types';

declare const environment: Record<string, string | undefined>;
declare const maybe: UiPath | null;
declare const untyped: any;
declare const options: any;

const sdk = new UiPath();
const tasks = new Tasks(sdk);
void tasks.getAll(); //OK case 2
tasks.create(options, 1); //ERR(Tasks.create needs OR.Tasks or OR.Tasks.Write) case 1
tasks['create'](options, 1); //ERR(Tasks.create) case 20
tasks?.create(options, 1); //ERR(Tasks.create) case 20
tasks.create?.(options, 1); //ERR(Tasks.create) case 20
tasks!.create!(options, 1); //ERR(Tasks.create) case 20
(tasks as Tasks).create(options, 1); //ERR(Tasks.create) case 20
const { create } = tasks;
create(options, 1); //ERR(Tasks.create) case 23
const { create: renamed } = tasks;
renamed(options, 1); //ERR(Tasks.create) case 23
const held = tasks.create;
held(options, 1); //ERR(Tasks.create) case 23
[options].map(tasks.create); //ERR(Tasks.create) case 24
tasks.create.call(tasks, options, 1); //ERR(Property 'call' does not exist on type 'MissingScope<"Tasks.create needs OR.Tasks or OR.Tasks.Write">') case 24
tasks.create.bind(tasks); //ERR(Property 'bind' does not exist) case 24
tasks.create.apply(tasks, [options, 1]); //ERR(Property 'apply' does not exist) case 24
declare const name: 'getAll' | 'create';
tasks[name](options, 1); //ERR(Tasks.create) case 21
new Tasks(untyped).create(options, 1); //ERR(Tasks.create) what is any, is the application's own client
new Tasks(maybe).create(options, 1); //ERR(Tasks.create)
const memo = maybe ? new Tasks(maybe) : null;
memo?.create(options, 1); //ERR(Tasks.create)

// Clients that travel: fields, contexts, singletons, factories, parameters
class Repository {
  readonly #tasks: Tasks;
  constructor(client: UiPath) {
    this.#tasks = new Tasks(client);
  }
  save() {
    return this.#tasks.create(options, 1); //ERR(Tasks.create) case 15
  }
}
const annotated: UiPath = new UiPath();
new Tasks(annotated).create(options, 1); //ERR(Tasks.create) case 16
declare function useAuth(): { sdk: Legacy | null };
useAuth().sdk?.tasks.create(options, 1); //ERR(Tasks.create) case 18
const getClient = () => new UiPath();
new Tasks(getClient()).create(options, 1); //ERR(Tasks.create) case 18
const save = (client: Tasks) => client.create(options, 1); //ERR(Tasks.create) case 10

// Objects that the SDK returned (case 50)
async function returned() {
  const task: TaskGetResponse = await tasks.getById(1); //OK
  task.complete(options); //ERR(task.complete needs OR.Tasks or OR.Tasks.Write)
  (await tasks.getAll()).items.forEach((item) => item.assign(options)); //ERR(task.assign)
  (await tasks.getAll({ pageSize: 1 })).items[0]?.reassign(options); //ERR(task.reassign)
  const cases = new CaseInstances(sdk);
  const caseTasks = await cases.getActionTasks('x'); //OK
  caseTasks.items[0]!.complete(options); //ERR(task.complete)
  cases.getAll(); //ERR(CaseInstances.getAll needs OR.Execution.Read)
  const instance: ProcessInstanceGetResponse = await new ProcessInstances(sdk).getById('a', 'b'); //OK
  instance.cancel(); //OK
  instance.getBpmn(); //ERR(processInstance.getBpmn)
  const legacy = new Legacy();
  legacy.maestro.processes.instances.getBpmn('a', 'b'); //ERR(ProcessInstances.getBpmn)
  legacy.entities.getAll(); //ERR(Entities.getAll)
  legacy.entities.choicesets.getAll(); //ERR(ChoiceSets.getAll)
  legacy.tasks.getAll(); //OK
  agent.conversations.create({}); //ERR(agent.conversations.create needs OR.Execution, and OR.Folders, and OR.Jobs) case 6
  conversation.exchanges.createFeedback('x', options); //ERR(conversation.exchanges.createFeedback)
  conversation.endSession(); //OK
  new ConversationalAgent(sdk).conversations.startSession('x'); //ERR(ConversationalAgent.conversations.startSession)
  new ConversationalAgent(sdk).user.getSettings(); //ERR(UserSettings.getSettings)
}
declare const agent: AgentGetResponse;
declare const conversation: ConversationGetResponse;
declare function useState<T>(initial: T): [T, (value: T) => void];
const [jobs, setJobs] = useState<JobGetResponse[]>([]);
jobs[0]?.stop(); //ERR(job.stop)
jobs.map((job) => job.getOutput()); //ERR(job.getOutput)
void setJobs;
const findJob = (id: string) => jobs.find((job) => job.key === id);
findJob('a')?.restart(); //ERR(job.restart)
const { stop } = jobs[0]!;
stop(); //ERR(job.stop)
const service = { jobs: new Jobs(sdk) };
service.jobs.getAll(); //ERR(Jobs.getAll)
const model: TaskServiceModel = tasks;
model.create(options, 1); //ERR(Tasks.create)

// A grant of its own: wider, narrower, alternatives, a secret, only known at run time
const wide = new Tasks(new UiPath({ scope: 'OR.Tasks PIMS' }));
wide.create(options, 1); //OK
const fits: Tasks = wide; //OK
const narrow = new Tasks(new UiPath({ scope: 'PIMS' }));
narrow.getAll(); //ERR(Tasks.getAll) case 49
const fitsNot: Tasks = narrow; //ERR(Type 'TaskService<Grant<"PIMS">>' is not assignable to type 'TaskService<Grant<"OR.Tasks.Read" | "PIMS">>')
const claimed: UiPath<Grant<'OR.Tasks'>> = new UiPath(); //ERR(Type 'UiPath<Grant<"OR.Tasks.Read" | "PIMS">>' is not assignable to type 'UiPath<Grant<"OR.Tasks">>') case 51
const stated: UiPath<Grant<'OR.Tasks.Read'>> = new UiPath({ scope: 'OR.Tasks' }); //OK
function helper(client: Tasks) {
  return client.getAll();
}
helper(narrow); //ERR(Argument of type 'TaskService<Grant<"PIMS">>' is not assignable) case 12
helper(wide); //OK case 12
const either = new Tasks(new UiPath({ scope: environment['a'] ? 'OR.Tasks' : 'PIMS' }));
either.getAll(); //ERR(Not all constituents of type) case 39
new Tasks(new UiPath({ secret: 'pat' })).create(options, 1); //OK case 55
new Tasks(new UiPath({ scope: environment['S']! })).getAll(); //OK case 38: what runs is what is registered
new Tasks(new UiPath({ scope: environment['S']! })).create(options, 1); //ERR(Tasks.create)
new Tasks(new UiPath({ scope: `${environment['S']!} OR.Tasks` as const })).create(options, 1); //ERR(Tasks.create) known in part is not known
new Tasks(new UiPath({ scope: 'OR.Default PIMS' })).create(options, 1); //OK case 54
new Tasks(new UiPath({ scope: environment['a'] ? 'OR.Default' : 'PIMS' })).create(options, 1); //OK case 54: undecided never accuses
new Entities(new UiPath({ scope: 'DataFabric.Schema.Read openid  offline_access ' })).getAll(); //OK case 41
new Entities(new UiPath({ scope: 'DataFabric.Schema.Read' })).getAllRecords('x'); //ERR(Entities.getAllRecords needs DataFabric.Data.Read)
new Tasks(new UiPath({ scope: 'OR.Tasks OR.Nonsense' })).create(options, 1); //OK an unknown scope is no error here
new Tasks(new UiPath({ scope: 'OR.Nonsense' })).create(options, 1); //ERR(Tasks.create)
(tasks as Tasks<Unscoped>).create(options, 1); //OK the named cast
(untyped as Tasks<any>).create(options, 1); //OK

// Shapes
function generic<G>(client: Tasks<G>): Tasks {
  return client; //ERR(Type 'TaskService<G>' is not assignable to type 'TaskService<Grant<"OR.Tasks.Read" | "PIMS">>')
}
const picked: Pick<Tasks, 'create'> = tasks;
picked.create(options, 1); //ERR(Tasks.create)
const shaped: { create(value: unknown, folder: number): Promise<unknown> } = tasks; //ERR(Tasks.create)
const called: (...parameters: any[]) => any = tasks.create; //ERR(MissingScope<"Tasks.create needs OR.Tasks or OR.Tasks.Write">)
async function entity(value: EntityGetResponse) {
  value.insertRecord(options); //ERR(entity.insertRecord)
}
const spread = { ...(untyped as TaskGetResponse) };
spread.complete(options); //ERR(task.complete)
type Created = ReturnType<Tasks['create']>; //ERR(MissingScope<"Tasks.create needs OR.Tasks or OR.Tasks.Write">)
class MyTasks extends Tasks {
  make() {
    return this.create(options, 1); //ERR(Tasks.create)
  }
  raw() {
    return this.get('path'); //OK a request of its own is no call that the catalog knows
  }
}

export { called, claimed, either, entity, fits, fitsNot, generic, helper, MyTasks, picked, Repository, returned, save, shaped, stated, type Created };
