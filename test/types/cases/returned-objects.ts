// Objects that the SDK returns have the grant of the client that they came from (case 50). Nothing is registered.
import { UiPath } from '@uipath/uipath-typescript/core';
import { CaseInstances } from '@uipath/uipath-typescript/cases';
import { ConversationalAgent } from '@uipath/uipath-typescript/conversational-agent';
import { Entities } from '@uipath/uipath-typescript/entities';
import { Jobs, type JobGetResponse } from '@uipath/uipath-typescript/jobs';
import { ProcessInstances } from '@uipath/uipath-typescript/maestro-processes';
import { UiPath as Legacy } from '@uipath/uipath-typescript';
import type { JobGetResponse as RawJobGetResponse } from 'eslint-plugin-oauth-scopes/types/uipath/real/jobs';
import type { Grant } from 'eslint-plugin-oauth-scopes/types';

const schema = 'DataFabric.Schema.Read';
const entities = new Entities(new UiPath({ scope: `${schema} DataFabric.Data.Read` }));
const writing = new Entities(new UiPath({ scope: `${schema} DataFabric.Data.Read DataFabric.Data.Write` }));
const entity = await entities.getById('x'); //OK
entity.name; //OK
entity.getAllRecords({ pageSize: 1 }).then((records) => records.hasNextPage); //OK
entity.insertRecord({}); //ERR(entity.insertRecord needs DataFabric.Data.Write)
(await writing.getById('x')).insertRecord({}); //OK
(await entities.getAll())[0]!.insertRecord({}); //ERR(entity.insertRecord)
(await entities.getAll()).map((one) => one.getRecord('1')); //OK
const { insertRecord, getRecord } = entity;
insertRecord({}); //ERR(entity.insertRecord)
getRecord('1'); //OK

const jobs = new Jobs(new UiPath({ scope: 'OR.Jobs.Read' }));
const jobsAndFolders = new Jobs(new UiPath({ scope: 'OR.Jobs OR.Folders' }));
const page = await jobs.getAll({ pageSize: 3 });
const all = await jobs.getAll();
page.hasNextPage; //OK
all.hasNextPage; //ERR(Property 'hasNextPage' does not exist)
page.items[0]!.stop(); //ERR(job.stop needs OR.Jobs)
all.items[0]!.stop(); //ERR(job.stop needs OR.Jobs)
all.items[0]!.getOutput(); //OK
for (const job of all.items) {
  job.restart(); //ERR(job.restart)
}
for await (const job of all.items) {
  job.stop(); //ERR(job.stop)
}
const [first, ...others] = all.items;
first!.stop(); //ERR(job.stop)
others.forEach((job) => job.stop()); //ERR(job.stop)
all.items.filter((job) => job.key !== '').find((job) => job.state)?.stop(); //ERR(job.stop)
new Map(all.items.map((job) => [job.key, job])).get('a')!.stop(); //ERR(job.stop)
Promise.all([jobs.getById('a', 1), jobs.getById('b', 1)]).then(([one, other]) => [one.stop(), other.stop()]); //ERR(job.stop)
(await (await jobsAndFolders.getAll()).items[0]!.restart()).restart(); //OK
(await jobsAndFolders.getAll()).items[0]!.stop(); //OK

const cases = new CaseInstances(new UiPath({ scope: 'PIMS OR.Execution.Read OR.Tasks.Read' }));
const tasks = await (await cases.getById('a', 'b')).getActionTasks();
tasks.items[0]!.complete(null!); //ERR(task.complete needs OR.Tasks or OR.Tasks.Write)
const instance = await new ProcessInstances(new UiPath({ scope: 'PIMS' })).getById('a', 'b');
instance.pause(); //OK
instance.getBpmn(); //ERR(processInstance.getBpmn)

const agents = new ConversationalAgent(new UiPath({ scope: 'OR.Execution.Read OR.Jobs.Read' }));
const conversation = await agents.conversations.getById('x'); //OK
conversation.id; //OK
conversation.startSession(); //ERR(conversation.startSession)
agents.conversations.startSession('x'); //ERR(ConversationalAgent.conversations.startSession)
agents.conversations.disconnect(); //OK needs no scope
(await agents.getAll())[0]!.conversations.create({}); //ERR(agent.conversations.create)

const legacy = new Legacy({ scope: 'PIMS' });
legacy.maestro.processes.instances.getAll(); //OK
legacy.maestro.processes.instances.getBpmn('a', 'b'); //ERR(ProcessInstances.getBpmn)
legacy.tasks.getAll(); //ERR(Tasks.getAll)
const { tasks: legacyTasks, maestro } = legacy;
legacyTasks.getAll(); //ERR(Tasks.getAll)
maestro.cases.instances.getById('a', 'b'); //ERR(CaseInstances.getById needs OR.Execution.Read)

// In types that an application writes
const unchecked: JobGetResponse = all.items[0]!; //OK nothing is registered
const held: JobGetResponse<Grant<'OR.Jobs'>> = (await jobsAndFolders.getAll()).items[0]!; //OK
const lacking: JobGetResponse<Grant<'OR.Jobs'>> = all.items[0]!; //ERR(Type 'Grant<"OR.Jobs.Read">' is missing the following properties)
const raw: RawJobGetResponse = (await jobsAndFolders.getAll()).items[0]!; //OK
const rawLacking: RawJobGetResponse = all.items[0]!; //ERR(MissingScope<"job.stop needs OR.Jobs">)
function stop(job: JobGetResponse<Grant<'OR.Jobs'>>) {
  return job.stop(); //OK
}
stop((await jobsAndFolders.getAll()).items[0]!); //OK
stop(all.items[0]!); //ERR(Argument of type 'JobGetResponse<Grant<"OR.Jobs.Read">>' is not assignable to parameter of type 'JobGetResponse<Grant<"OR.Jobs">>')
declare function useState<T>(initial: T): [T, (value: T) => void];
const [state, setState] = useState<JobGetResponse<Grant<'OR.Jobs.Read'>>[]>([]);
setState(all.items); //OK
state[0]!.stop(); //ERR(job.stop)

export { held, lacking, raw, rawLacking, unchecked };
