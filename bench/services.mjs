/**
 * The calls that generated applications are made of: for each service what a team writes against it, taken from the shapes of real applications.
 *
 * @typedef {object} Call
 * @property {string} text the member and its arguments, `getAll({ pageSize: 5 })`
 * @property {string} use what is done with the awaited result, appended to its name
 *
 * @typedef {object} Returned
 * @property {string} type exported name of an object that the service returns
 * @property {readonly Call[]} calls
 *
 * @typedef {object} Service
 * @property {string} name exported class name
 * @property {string} subPath under `@uipath/uipath-typescript/`
 * @property {string} [chain] how the root class reaches the service
 * @property {readonly Call[]} calls
 * @property {Returned} [returned]
 */

/** @type {(text: string, use?: string) => Call} */
const call = (text, use = '') => ({ text, use });

/** @type {readonly Service[]} */
export const services = [
  {
    name: 'Assets',
    subPath: 'assets',
    chain: 'assets',
    calls: [
      call('getAll({ pageSize: 50 })', '.items.length'),
      call("getAll({ filter: \"name eq 'Tariff'\" })", '.totalCount'),
      call('getById(17, 4217)', '.value'),
      call("getByName('Tariff')", '.valueType'),
    ],
  },
  {
    name: 'Buckets',
    subPath: 'buckets',
    chain: 'buckets',
    calls: [
      call('getAll()', '.items.length'),
      call('getById(3, 4217)', '.name'),
      call('getFileMetaData(3, 4217, { pageSize: 20 })', '.hasNextPage'),
      call("getReadUri({ bucketId: 3, folderId: 4217, path: '/claims/1.pdf' })", '.uri'),
    ],
  },
  {
    name: 'Cases',
    subPath: 'cases',
    chain: 'maestro.cases',
    calls: [call('getAll()', '.length')],
  },
  {
    name: 'CaseInstances',
    subPath: 'cases',
    chain: 'maestro.cases.instances',
    calls: [
      call('getAll({ pageSize: 20 })', '.items.length'),
      call("getById('instance', 'folder')", '.instanceId'),
      call("getStages('instance', 'folder')", '.length'),
      call("getActionTasks('instance')", '.items.length'),
      call("close('instance', 'folder')", '.success'),
      call("reopen('instance', 'folder', { stageId: 'stage' })", '.success'),
    ],
    returned: {
      type: 'CaseInstanceGetResponse',
      calls: [call('getStages()', '.length'), call('pause()', '.success'), call('close()', '.success'), call('getExecutionHistory()', '.elementExecutions')],
    },
  },
  {
    name: 'ConversationalAgent',
    subPath: 'conversational-agent',
    calls: [
      call('getAll()', '.length'),
      call('getById(5, 4217)', '.name'),
      call("conversations.getById('conversation')", '.id'),
      call('conversations.create(5, 4217)', '.id'),
      call("conversations.updateById('conversation', { label: 'Claim' })", '.id'),
      call('user.getSettings()', '.name'),
    ],
    returned: {
      type: 'ConversationGetResponse',
      calls: [call("update({ label: 'Claim' })", '.id'), call('exchanges.getAll()', '.items.length'), call('delete()')],
    },
  },
  {
    name: 'Entities',
    subPath: 'entities',
    chain: 'entities',
    calls: [
      call('getAll()', '.length'),
      call("getById('entity')", '.name'),
      call("getAllRecords('entity', { pageSize: 100 })", '.items.length'),
      call("insertRecordById('entity', { title: 'Claim' })", '.id'),
      call("updateRecordById('entity', 'record', { title: 'Claim' })", '.id'),
      call("deleteRecordsById('entity', ['record'])", '.successRecords.length'),
      call("queryRecordsById('entity')", '.items.length'),
    ],
    returned: {
      type: 'EntityGetResponse',
      calls: [
        call('getAllRecords({ pageSize: 100 })', '.items.length'),
        call("insertRecord({ title: 'Claim' })", '.id'),
        call("updateRecord('record', { title: 'Claim' })", '.id'),
        call("deleteRecords(['record'])", '.successRecords.length'),
      ],
    },
  },
  {
    name: 'ChoiceSets',
    subPath: 'entities',
    chain: 'entities.choicesets',
    calls: [call('getAll()', '.length'), call("getById('choices', { pageSize: 100 })", '.items.length')],
  },
  {
    name: 'Feedback',
    subPath: 'feedback',
    calls: [
      call('getAll({ pageSize: 10 })', '.items.length'),
      call("submit('trace', true, { folderKey: 'folder' })", '.id'),
      call("deleteById('feedback', { folderKey: 'folder' })"),
      call("createCategory('Wrong tariff')", '.id'),
    ],
  },
  {
    name: 'Jobs',
    subPath: 'jobs',
    calls: [
      call('getAll({ pageSize: 25 })', '.items.length'),
      call("getAll({ filter: \"state eq 'Running'\" })", '.items.length'),
      call("getById('job', 4217)", '.state'),
      call("getOutput('job', 4217)"),
      call("stop(['job'], 4217)"),
      call("restart('job', 4217)", '.key'),
    ],
    returned: {
      type: 'JobGetResponse',
      calls: [call('stop()'), call('resume()'), call('getOutput()'), call('restart()', '.key')],
    },
  },
  {
    name: 'MaestroProcesses',
    subPath: 'maestro-processes',
    chain: 'maestro.processes',
    calls: [call('getAll()', '.length'), call("getIncidents('process', 'folder')", '.length')],
    returned: { type: 'MaestroProcessGetAllResponse', calls: [call('getIncidents()', '.length')] },
  },
  {
    name: 'ProcessInstances',
    subPath: 'maestro-processes',
    chain: 'maestro.processes.instances',
    calls: [
      call('getAll({ pageSize: 20 })', '.items.length'),
      call("getById('instance', 'folder')", '.latestRunStatus'),
      call("getExecutionHistory('instance')", '.length'),
      call("getBpmn('instance', 'folder')", '.length'),
      call("getVariables('instance', 'folder')", '.instanceId'),
      call("cancel('instance', 'folder', { comment: 'Withdrawn' })", '.success'),
    ],
    returned: {
      type: 'ProcessInstanceGetResponse',
      calls: [call("cancel({ comment: 'Withdrawn' })", '.success'), call('getIncidents()', '.length'), call('getVariables()', '.instanceId'), call('pause()', '.success')],
    },
  },
  {
    name: 'Processes',
    subPath: 'processes',
    chain: 'processes',
    calls: [
      call('getAll({ pageSize: 25 })', '.items.length'),
      call('getById(8, 4217)', '.name'),
      call("getByName('Intake')", '.key'),
      call("start({ processKey: 'process' }, 4217)", '.length'),
    ],
  },
  {
    name: 'Queues',
    subPath: 'queues',
    chain: 'queues',
    calls: [call('getAll({ pageSize: 10 })', '.items.length'), call('getById(2, 4217)', '.name')],
  },
  {
    name: 'Tasks',
    subPath: 'tasks',
    chain: 'tasks',
    calls: [
      call('getAll({ pageSize: 25 })', '.items.length'),
      call('getAll()', '.totalCount'),
      call('getById(12)', '.title'),
      call("create({ title: 'Review' }, 4217)", '.id'),
      call('assign({ taskId: 12, userId: 3 })', '.success'),
      call('getUsers(4217, { pageSize: 10 })', '.items.length'),
      call('unassign(12)', '.success'),
    ],
    returned: {
      type: 'TaskGetResponse',
      calls: [call('assign({ userId: 3 })', '.success'), call('reassign({ userId: 4 })', '.success'), call('unassign()', '.success')],
    },
  },
];
