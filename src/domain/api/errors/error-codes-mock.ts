import { quotaWords } from './quota-errors.ts';
import { words, type ErrorTable, type ErrorWords } from './error-words.ts';

const fromMock = [
  'The mock follows the rules of the API page. The real service may use another code.',
  '模拟服务按 API 文档的规则判断，真实服务可能使用其他错误码。',
] as const;
const correctField = [
  'Correct the field that the message names and submit again.',
  '请修改错误信息指出的字段后重新提交。',
] as const;
const byFault = [
  'A fault was requested by a tag in the body or in the connection settings.',
  '通过标签或连接设置请求了模拟故障。',
] as const;
const dropFault = [
  'Remove the tag mock-fault, or choose no fault, and submit again.',
  '请删除标签 mock-fault 或取消模拟故障后重新提交。',
] as const;

const makeRoom = [
  'Nothing was changed. Delete deployments, or ask the operator to raise the limit or restart the mock.',
  '没有任何更改。请删除应用部署，或请运维人员提高上限或重启模拟服务。',
] as const;

const broken = (en: string, zh: string, field?: string): ErrorWords =>
  words(
    [`${en} of the body breaks the rules.`, `请求体的${zh}不符合规则。`],
    fromMock,
    correctField,
    field,
  );

/** Codes of the mock where the vendor's number is not documented (docs/mock.md). */
export const mockCodes: ErrorTable = {
  'MOCK.400001': words(
    ['The body is not JSON in UTF-8.', '请求体不是 UTF-8 编码的 JSON。'],
    fromMock,
    correctField,
  ),
  'MOCK.400002': words(
    ['The body is nested deeper than 64 levels.', '请求体嵌套超过 64 层。'],
    fromMock,
    correctField,
  ),
  'MOCK.400003': words(
    ['The body has more than 50,000 values or keys.', '请求体的值或键超过 50,000 个。'],
    fromMock,
    correctField,
  ),
  'MOCK.400004': words(['A key is not allowed.', '存在不允许的键。'], fromMock, correctField),
  'MOCK.400005': broken('A field', '某个字段'),
  'MOCK.400006': words(
    ['A deployment with this name already exists.', '已存在同名的应用部署。'],
    [
      'It was created earlier, perhaps by you. The API documentation does not say whether the real service rejects duplicate names.',
      '该应用部署此前已创建，可能由您创建。API 文档未说明真实服务是否拒绝重名。',
    ],
    ['Choose another name.', '请使用其他名称。'],
    'name',
  ),
  'MOCK.400007': words(
    ['The list cannot be sorted this way.', '列表不支持该排序方式。'],
    fromMock,
    correctField,
  ),
  'MOCK.400008': words(
    ['The filters cannot be combined.', '筛选条件相互冲突。'],
    fromMock,
    correctField,
  ),
  'MOCK.400009': words(
    ['The mock has no fault with this name.', '没有该名称的模拟故障。'],
    byFault,
    dropFault,
    'tags',
  ),
  'MOCK.400010': words(
    [
      'The body refers to something that does not exist in the project.',
      '请求体引用了项目中不存在的对象。',
    ],
    [
      'A node, group, configmap or secret was mistyped or deleted.',
      '节点、节点组、配置项或密钥输入有误或已删除。',
    ],
    correctField,
  ),
  'MOCK.400011': words(
    ['An update needs a deployment or a description.', '更新需要部署参数或描述。'],
    fromMock,
    correctField,
  ),
  'MOCK.400101': broken('The target', '部署对象', 'node_ids'),
  'MOCK.400102': broken('A tag', '标签', 'tags'),
  'MOCK.400103': broken('The number of replicas', '副本数', 'replicas'),
  'MOCK.400104': broken('The restart or network setting', '重启或网络配置', 'configs'),
  'MOCK.400105': broken('The affinity', '亲和性', 'affinity'),
  'MOCK.400106': broken('An image reference', '镜像地址', 'image_url'),
  'MOCK.400107': broken('A resource amount', '资源量', 'resources'),
  'MOCK.400108': broken('A port mapping', '端口映射', 'ports'),
  'MOCK.400109': broken('A probe', '探针'),
  'MOCK.400110': broken('A container', '容器', 'containers'),
  'MOCK.403001': quotaWords,
  'MOCK.404001': words(['No record has this ID.', '没有该 ID 的记录。'], fromMock, correctField),
  'MOCK.409001': words(
    ['Another request is changing the record.', '该记录正在被其他请求修改。'],
    byFault,
    dropFault,
  ),
  'MOCK.413001': words(
    ['The body is larger than 1 MiB.', '请求体超过 1 MiB。'],
    fromMock,
    correctField,
  ),
  'MOCK.429001': words(['Too many requests.', '请求过多。'], byFault, [
    'Nothing was created. Wait, then submit again without the fault.',
    '没有创建任何资源，请稍后去掉模拟故障再提交。',
  ]),
  'MOCK.429002': words(
    ['The mock has reached its limit of creates per second.', '模拟服务已达到每秒创建次数的上限。'],
    [
      'The number of creates per second is limited (MOCK_CREATES_PER_SECOND).',
      '每秒创建次数受限（MOCK_CREATES_PER_SECOND）。',
    ],
    ['Nothing was created. Submit again in a second.', '没有创建任何资源，请一秒后重新提交。'],
  ),
  'MOCK.429003': words(
    ['The mock has no memory left for deployments.', '模拟服务用于应用部署的内存已用完。'],
    [
      'The deployments of all users of this mock have reached its limit (MOCK_MAX_MB).',
      '该模拟服务中所有用户的应用部署已达到内存上限（MOCK_MAX_MB）。',
    ],
    makeRoom,
  ),
  'MOCK.429004': words(
    ['The mock holds no more deployments.', '模拟服务中的应用部署数量已达上限。'],
    [
      'The total number of deployments in all projects is limited (MOCK_MAX_DEPLOYMENTS).',
      '所有项目的应用部署总数受限（MOCK_MAX_DEPLOYMENTS）。',
    ],
    makeRoom,
  ),
  'MOCK.500001': words(
    ['The mock itself failed.', '模拟服务自身出错。'],
    ['This is a bug in the mock.', '模拟服务的错误。'],
    [
      'Give the request ID to the operator of this server.',
      '请将请求 ID 提供给本服务器的运维人员。',
    ],
  ),
  'MOCK.503001': words(['The service is busy.', '服务繁忙。'], byFault, dropFault),
};
