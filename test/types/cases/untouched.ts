// What applications do with the SDK and its types. All of it must compile as it does without the overlay: with nothing registered, and
// with all scopes.
import { UiPath, type UiPathSDKConfig } from '@uipath/uipath-typescript/core';
import { Tasks, TaskService, TaskStatus, TaskType, createTaskWithMethods } from '@uipath/uipath-typescript/tasks';
import type { RawTaskGetResponse, TaskGetResponse, TaskMethods, TaskServiceModel } from '@uipath/uipath-typescript/tasks';
import { Entities, type EntityGetResponse } from '@uipath/uipath-typescript/entities';
import { Assets } from '@uipath/uipath-typescript/assets';
import { Jobs, type JobGetResponse } from '@uipath/uipath-typescript/jobs';
import { ConversationalAgent, Exchanges, UserSettings } from '@uipath/uipath-typescript/conversational-agent';
import type { AgentGetResponse, ConversationGetResponse } from '@uipath/uipath-typescript/conversational-agent';
import { ProcessIncidents, ProcessInstances, type ProcessInstanceGetResponse } from '@uipath/uipath-typescript/maestro-processes';
import { CaseInstances } from '@uipath/uipath-typescript/cases';
import { UiPath as Legacy, type TaskGetResponse as RootTask } from '@uipath/uipath-typescript';

declare const untyped: any;
declare const maybe: UiPath | null;
declare const unknownValue: unknown;
declare const environment: Record<string, string | undefined>;
declare const sdk: UiPath;

// A client that is any, null, undefined, unknown or something else: the SDK's own constructor takes whatever it is given.
void new Tasks(untyped).getAll();
void new Tasks(maybe).getAll();
void new Tasks(undefined).getAll();
void new Tasks(unknownValue).getAll();
void new Tasks({ mock: 1 }).getAll();
void new Tasks(sdk, { 'x-header': '1' }).getAll();
const service = maybe ? new Tasks(maybe) : null;
void service?.getAll();

// Mocks
const mockMethods: TaskMethods = {
  assign: async () => untyped,
  reassign: async () => untyped,
  unassign: async () => untyped,
  complete: async () => untyped,
};
const mockTask: TaskGetResponse = { ...(untyped as Omit<TaskGetResponse, keyof TaskMethods>), ...mockMethods };
const mockService: TaskServiceModel = {
  getAll: async () => untyped,
  getById: async () => mockTask,
  create: async () => untyped,
  assign: async () => untyped,
  reassign: async () => untyped,
  unassign: async () => untyped,
  complete: async () => untyped,
  getUsers: async () => untyped,
};
class Implementation implements TaskServiceModel {
  getAll = untyped;
  getById = untyped;
  create = untyped;
  assign = untyped;
  reassign = untyped;
  unassign = untyped;
  complete = untyped;
  getUsers = untyped;
}
const implementation: TaskServiceModel = new Implementation();
const serviceAsModel: TaskServiceModel = new Tasks(sdk);
const made = createTaskWithMethods(untyped as RawTaskGetResponse, serviceAsModel);
const partialMock: Partial<Tasks> = { getById: async () => mockTask };
const castMock = { getById: async () => mockTask } as unknown as Tasks;

// keyof, spread, utility types, interfaces that extend
type Key = keyof TaskGetResponse;
const key: Key = 'title';
const keyAsString: string = `${key}`;
(Object.keys(mockTask) as Key[]).map((name) => name.toUpperCase());
const spread: TaskGetResponse = { ...mockTask, title: 'x' };
const pick: Pick<TaskGetResponse, 'title' | 'complete'> = mockTask;
const part: Partial<TaskGetResponse> = { title: 'y' };
const picked: Pick<Tasks, 'getAll' | 'create'> = new Tasks(sdk);
interface Extended extends TaskGetResponse {
  extra: string;
}
const extended: Extended = { ...mockTask, extra: 'z' };
const fromExtended: TaskGetResponse = extended;
interface ExtendedInstance extends ProcessInstanceGetResponse {
  extra: string;
}
declare const extendedInstance: ExtendedInstance;
const fromExtendedInstance: ProcessInstanceGetResponse = extendedInstance;

// Generic code over services
function make<T>(Service: new (client: UiPath) => T, client: UiPath): T {
  return new Service(client);
}
const madeTasks: Tasks = make(Tasks, sdk);
const madeEntities: Entities = make(Entities, sdk);
type Instance = InstanceType<typeof Tasks>;
declare const instance: Instance;
const instanceAsTasks: Tasks = instance;
void instance.getAll();
type Parameters1 = ConstructorParameters<typeof Tasks>;
type Answer = Awaited<ReturnType<Tasks['getAll']>>;
declare const answer: Answer;
answer.items[0]?.title.toUpperCase();
type Item = Awaited<ReturnType<Tasks['getById']>>;
declare const item: Item;
const itemAsTask: TaskGetResponse = item;
const registry = { tasks: Tasks, entities: Entities } as const;
void new registry.tasks(sdk).getAll();
type AnyConstructor = new (...parameters: any[]) => any;
const constructors: AnyConstructor[] = [Tasks, Entities, UiPath, Legacy];
type Service = Tasks | Entities | Jobs;
declare const anyService: Service;
if (anyService instanceof Tasks) {
  void anyService.getAll();
}

// instanceof, classes that extend, protected members of the SDK's base class
if (unknownValue instanceof UiPath) {
  void unknownValue.initialize();
  const narrowed: UiPath = unknownValue;
  void narrowed;
}
class MySdk extends UiPath {
  constructor() {
    super({ baseUrl: 'x' });
  }
  hello() {
    return this.isAuthenticated();
  }
}
void new Tasks(new MySdk()).getAll();
class MyTasks extends Tasks {
  mine() {
    return this.getAll();
  }
  raw() {
    return this.get<{ value: number }>('path').then(({ data }) => data.value);
  }
  async folder() {
    const token: string = await this.getValidAuthToken();
    return [token, this.config.folderKey];
  }
}
void new MyTasks(sdk).mine();
const mineAsTasks: Tasks = new MyTasks(sdk);
class MyAssets extends Assets {
  constructor(client: UiPath) {
    super(client);
  }
  inFolder() {
    return this._getByFolder<{ id: number }>('endpoint', 1);
  }
}
void new MyAssets(sdk).inFolder();
class MyAgent extends ConversationalAgent {
  override onConnectionStatusChanged = untyped;
}
void MyAgent;

// Configurations
declare const configuration: UiPathSDKConfig;
void new Tasks(new UiPath(configuration)).getAll();
void new Tasks(new UiPath()).getAll();
void new Tasks(new UiPath({})).getAll();
void new Tasks(new UiPath({ scope: environment['S'] as string })).getAll();
const parameter: ConstructorParameters<typeof UiPath>[0] = { scope: 'x' };
void new UiPath(parameter);
void new Tasks(new UiPath({ baseUrl: '', orgName: '', tenantName: '', secret: 'pat' })).getAll();
const options: { scope?: string } = {};
void new UiPath(options);
void new UiPath({ ...configuration, scope: environment['S'] ?? 'OR.Tasks' });
void new UiPath(untyped);

// Pages and callbacks
async function pages(tasks: Tasks) {
  const page = await tasks.getAll({ pageSize: 3 });
  page.hasNextPage;
  page.items.map((task) => task.complete({ type: TaskType.External }));
  const all = await tasks.getAll();
  all.totalCount;
  all.items.forEach((task) => void task.assign({ userId: 1 }));
  return page.items.filter((task) => task.status === TaskStatus.Completed);
}
const pagesAsFunction: (tasks: Tasks) => Promise<TaskGetResponse[]> = pages;
async function caseTasks(cases: CaseInstances) {
  const tasks = await cases.getActionTasks('x');
  const first: TaskGetResponse | undefined = tasks.items[0];
  await first?.complete({ type: TaskType.App, data: {}, action: 'approve' });
}

// The types of the package and of its sub-paths beside each other, and the chains of the root class
declare const rootTask: RootTask;
const rootAsSub: TaskGetResponse = rootTask;
const subAsRoot: RootTask = mockTask;
const legacy = new Legacy();
void legacy.tasks.getAll();
void legacy.maestro.processes.instances.getAll();
void legacy.maestro.processes.incidents.getAll();
void legacy.maestro.cases.instances.getAll();
void legacy.entities.choicesets.getAll();
const {
  tasks: rootTasks,
  maestro: {
    processes: { instances },
  },
} = legacy;
void rootTasks.getAll().then(({ items }) => items[0]);
void instances.getAll();
const rootTasksAgain: Legacy['tasks'] = rootTasks;
void new Assets(legacy).getAll();
void new ProcessIncidents(sdk).getAll();
class Wrapper {
  readonly sdk: Legacy | null = null;
  get processes() {
    return this.sdk?.maestro.processes;
  }
}
void new Wrapper().processes?.getAll();

// Conversations
async function converse(agents: ConversationalAgent) {
  const [first] = await agents.getAll();
  const agent: AgentGetResponse = first!;
  const created = await agent.conversations.create({});
  const conversation: ConversationGetResponse = created;
  const session = conversation.startSession();
  session.onSessionStarted(() => {});
  session.onExchangeStart((exchange) => {
    exchange.onMessageStart((message) => {
      message.onContentPartCompleted((part) => void part.contentPartId);
    });
  });
  await conversation.exchanges.getAll();
  const updated: ConversationGetResponse = await conversation.update({ label: 'x' });
  await agents.user.getSettings();
  await new Exchanges(sdk).getById('a', 'b');
  await new UserSettings(sdk).getSettings();
  return updated;
}
void new ConversationalAgent(untyped, { externalUserId: 'x' });

// Collections, promises, structural copies
const byName = new Map<string, TaskGetResponse>([['a', mockTask]]);
void Promise.all([new Tasks(sdk).getById(1), new Entities(sdk).getById('x')]).then(([task, entity]) => {
  const sameTask: TaskGetResponse = task;
  const sameEntity: EntityGetResponse = entity;
  return [sameTask, sameEntity];
});
function pickOne<T extends { id: number | string }>(items: T[]): T {
  return items[0]!;
}
const one: TaskGetResponse = pickOne([mockTask]);
const parsed: TaskGetResponse = JSON.parse('{}');
const cast = { title: 'x' } as TaskGetResponse;
declare function structuredCopy<T>(value: T): T;
const copied: TaskGetResponse = structuredCopy(mockTask);
declare function useState<T>(initial: T): [T, (value: T | ((before: T) => T)) => void];
declare function useMemo<T>(compute: () => T, dependencies: readonly unknown[]): T;
const [jobs, setJobs] = useState<JobGetResponse[]>([]);
const jobService = useMemo(() => (maybe ? new Jobs(maybe) : null), [maybe]);
void jobService?.getAll({ pageSize: 5 }).then(({ items }) => setJobs(items));
void jobService?.getAll().then(({ items }) => setJobs((before) => [...before, ...items]));
jobs.forEach((job) => void job.stop());

export {
  byName, cast, castMock, caseTasks, constructors, converse, copied, fromExtended, fromExtendedInstance, implementation, instanceAsTasks,
  itemAsTask, keyAsString, made, madeEntities, madeTasks, mineAsTasks, mockService, one, pagesAsFunction, parsed, part, partialMock, pick, picked,
  rootAsSub, rootTasksAgain, serviceAsModel, spread, subAsRoot, TaskService,
};
export { ProcessInstances, type Parameters1 };
const spied: Tasks['getAll'] = Tasks.prototype.getAll;
export { spied };
