/** One error of the mock. `form` is the format of IEF itself, of the gateway in front of it, or of IAM. */
interface ErrorSpec {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly form: 'ief' | 'gateway' | 'iam';
}

/**
 * Every error of the mock. Codes `IEF.` and `APIGW.` are the vendor's (docs/sources.md, section 4). Where no vendor
 * code is known, the mock uses its own: `MOCK.`, the HTTP status and three more digits.
 */
const mockErrors = {
  noSuchApi: error(
    404,
    'APIGW.0101',
    'The API does not exist or has not been published',
    'gateway',
  ),
  unauthorized: error(401, 'APIGW.0301', 'Incorrect IAM authentication information', 'gateway'),
  forbidden: error(403, 'APIGW.0302', 'The IAM user is not allowed to access the API', 'gateway'),
  backendDown: error(502, 'APIGW.0201', 'Backend unavailable', 'gateway'),
  backendTimeout: error(504, 'APIGW.0201', 'Backend timeout', 'gateway'),
  unavailable: error(503, 'MOCK.503001', 'The service is busy, try again later', 'gateway'),
  throttled: error(429, 'MOCK.429001', 'Too many requests', 'gateway'),
  wrongPassword: error(401, '401', 'The username or password is wrong.', 'iam'),
  badTokenRequest: error(400, '400', 'The request body is invalid', 'iam'),

  projectNotFound: error(400, 'IEF.100001', 'PROJECT_ID not found'),
  badOffset: error(400, 'IEF.100004', 'offset must be a whole number, at least 0'),
  badLimit: error(400, 'IEF.100005', 'limit is out of range'),
  badVolume: error(400, 'IEF.100009', 'volume is invalid'),
  badVersion: error(400, 'IEF.100010', 'version is invalid'),
  badName: error(400, 'IEF.100012', 'name is invalid'),
  badEnv: error(400, 'IEF.100013', 'environment variable is invalid'),
  badForceDelete: error(400, 'IEF.100100', 'query force delete error'),
  database: error(500, 'IEF.120001', 'the database operation has error'),

  notJson: error(400, 'MOCK.400001', '$: the body is not JSON in UTF-8'),
  tooDeep: error(400, 'MOCK.400002', '$: the body is nested deeper than 64 levels'),
  tooManyValues: error(400, 'MOCK.400003', '$: the body has more than 50000 values or keys'),
  forbiddenKey: error(400, 'MOCK.400004', 'this key is not allowed'),
  badField: error(400, 'MOCK.400005', 'field is invalid'),
  nameTaken: error(400, 'MOCK.400006', 'name: a deployment with this name already exists'),
  badSort: error(400, 'MOCK.400007', 'sort must be created_at:desc or created_at:asc'),
  badFilter: error(400, 'MOCK.400008', 'the filters cannot be combined'),
  unknownFault: error(400, 'MOCK.400009', 'unknown fault'),
  unknownReference: error(400, 'MOCK.400010', 'no such object'),
  nothingToUpdate: error(400, 'MOCK.400011', '$: deployment or description is required'),
  badTarget: error(400, 'MOCK.400101', 'node_ids or group_id is invalid'),
  badTag: error(400, 'MOCK.400102', 'tag is invalid'),
  badReplicas: error(400, 'MOCK.400103', 'replicas is invalid'),
  badConfigs: error(400, 'MOCK.400104', 'configs is invalid'),
  badAffinity: error(400, 'MOCK.400105', 'affinity is invalid'),
  badImage: error(400, 'MOCK.400106', 'image_url is invalid'),
  badResources: error(400, 'MOCK.400107', 'resources is invalid'),
  badPort: error(400, 'MOCK.400108', 'port mapping is invalid'),
  badProbe: error(400, 'MOCK.400109', 'probe is invalid'),
  badContainer: error(400, 'MOCK.400110', 'container is invalid'),
  quotaUsedUp: error(403, 'MOCK.403001', 'the deployment quota of the project is used up'),
  noSuchRecord: error(404, 'MOCK.404001', 'no record with this id'),
  conflict: error(409, 'MOCK.409001', 'the record is being changed by another request'),
  tooLarge: error(413, 'MOCK.413001', '$: the body is larger than 1 MiB'),
  tooManyCreates: error(429, 'MOCK.429002', 'too many creates per second'),
  memoryFull: error(429, 'MOCK.429003', 'the mock has no memory left for deployments'),
  tooManyDeployments: error(429, 'MOCK.429004', 'the mock has too many deployments'),
  internal: error(500, 'MOCK.500001', 'the mock failed'),
} as const satisfies Record<string, ErrorSpec>;

function error(
  status: number,
  code: string,
  message: string,
  form: ErrorSpec['form'] = 'ief',
): ErrorSpec {
  return { status, code, message, form };
}

export type MockErrorName = keyof typeof mockErrors;

/** Thrown by handlers of the mock; {@link makeErrorResponse} turns it into the response. */
export class MockError extends Error {
  readonly spec: ErrorSpec;
  readonly headers: Readonly<Record<string, string>>;

  /** `message` overrides the message in the table. */
  constructor(
    name: MockErrorName,
    message?: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message ?? mockErrors[name].message);
    this.name = 'MockError';
    this.spec = mockErrors[name];
    this.headers = headers;
  }
}

/** Formats an error as IEF, the gateway or IAM would (docs/sources.md, sections 3 and 4). */
export function makeErrorResponse(
  { spec, message, headers }: MockError,
  requestId: string,
): Response {
  const bodies = {
    ief: { error_code: spec.code, error_msg: message },
    gateway: { error_msg: message, error_code: spec.code, request_id: requestId },
    iam: {
      error: {
        code: spec.status,
        message,
        title: spec.status === 401 ? 'Unauthorized' : 'Bad Request',
      },
    },
  };
  return Response.json(bodies[spec.form], { status: spec.status, headers });
}
