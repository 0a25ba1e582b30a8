/**
 * Methods that generated programs call: of services that are made with `new Service(client)`. The arguments only have to compile. What a
 * method needs is not written here: it is the catalog's word, and the catalog is not what is tried.
 */
const METHODS = {
  assets: { Assets: { getAll: '', getById: '1, 2' } },
  attachments: { Attachments: { getById: "'a'" } },
  cases: { Cases: { getAll: '' }, CaseInstances: { getAll: '', close: "'a', 'b'", getActionTasks: "'a'", getStages: "'a', 'b'" } },
  entities: {
    Entities: {
      getAll: '', getById: "'a'", getAllRecords: "'a'", insertRecordById: "'a', {}", deleteRecordsById: "'a', ['b']", getRecordById: "'a', 'b'",
    },
    ChoiceSets: { getAll: '', getById: "'a'" },
  },
  feedback: { Feedback: { getAll: '', submit: "'a', true, never" } },
  jobs: { Jobs: { getAll: '', getById: "'a', 1", stop: "['a'], 1", resume: "'a', 1", restart: "'a', 1" } },
  'maestro-processes': {
    MaestroProcesses: { getAll: '', getIncidents: "'a', 'b'" },
    ProcessInstances: { getAll: '', cancel: "'a', 'b'", pause: "'a', 'b'" },
  },
  processes: { Processes: { getAll: '', getById: '1, 2', start: 'never, 1' } },
  queues: { Queues: { getAll: '', getById: '1, 2' } },
  tasks: { Tasks: { getAll: '', getById: '1', getUsers: '1', create: 'never, 1', assign: 'never', complete: 'never, 1' } },
};

/** Methods of what other methods return: two calls in one expression. */
const RETURNED = [
  { service: 'Tasks', first: 'getById', then: 'task.complete', arguments: 'never' },
  { service: 'Tasks', first: 'getById', then: 'task.assign', arguments: 'never' },
  { service: 'Entities', first: 'getById', then: 'entity.getAllRecords', arguments: '' },
  { service: 'Entities', first: 'getById', then: 'entity.insertRecord', arguments: '{}' },
  { service: 'Jobs', first: 'getById', then: 'job.stop', arguments: '' },
  { service: 'Jobs', first: 'getById', then: 'job.resume', arguments: '' },
];

const ENDPOINTS = [
  'GET /odata/Alerts', 'GET /odata/Assets', 'POST /odata/Assets', 'DELETE /odata/Assets({key})', 'PUT /odata/Assets({key})', 'GET /odata/AuditLogs',
  'GET /odata/Folders', 'POST /odata/Folders', 'GET /odata/Jobs', 'GET /odata/Jobs({key})', 'GET /odata/Machines', 'POST /odata/Machines',
  'GET /odata/QueueDefinitions', 'POST /odata/QueueDefinitions', 'PUT /odata/QueueDefinitions({key})', 'GET /odata/Releases', 'POST /odata/Releases',
  'PATCH /odata/Releases({key})', 'DELETE /odata/Releases({key})', 'GET /odata/Robots', 'POST /odata/Robots', 'GET /odata/Settings',
  'GET /odata/Users', 'POST /odata/Users', 'GET /odata/Webhooks', 'POST /odata/Webhooks', 'GET /odata/Tasks({key})',
];

/**
 * @param {object} index of the catalog of UiPath
 * @returns {{ methods: Method[], returned: object[], endpoints: object[] }} each with `requires`: a list of any-of lists
 */
export function operationsOf(index) {
  const requires = ({ label, verb, path, rows }) => {
    const [row, ...others] = rows;
    if (row === undefined || others.length > 0 || row.confidence !== 'exact' || !(row.requires?.length > 0)) {
      throw new Error(`${label ?? `${verb} ${path}`} has no single, certain requirement any more: take another one`);
    }
    return row.requires;
  };
  const labelled = (label) => requires(index.catalog.methods.find((method) => method.label === label) ?? { label, rows: [] });
  const methods = Object.entries(METHODS).flatMap(([module, services]) =>
    Object.entries(services).flatMap(([service, members]) =>
      Object.entries(members).map(([member, parameters]) => ({
        module, service, member, arguments: compilable(parameters), requires: labelled(`${service}.${member}`),
      })),
    ),
  );
  const returned = RETURNED.map((one) => ({
    ...one,
    method: methods.find(({ service, member }) => service === one.service && member === one.first),
    arguments: compilable(one.arguments),
    requires: labelled(one.then),
  }));
  const endpoints = ENDPOINTS.map((label) => {
    const [verb, path] = label.split(' ');
    const rows = index.catalog.endpoints.find((one) => one.service === 'orchestrator_' && one.verb === verb && one.path === path)?.rows ?? [];
    return { verb, path: path.replace('{key}', '7'), requires: requires({ label, rows }) };
  });
  return { methods, returned, endpoints };
}

function compilable(parameters) {
  return parameters.replaceAll('never', 'undefined as never');
}
