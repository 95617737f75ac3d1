import { everyTable } from '../../support/every-table.ts';
import { expect, test as base, WizardDriver } from '../../support/fixtures.ts';

const test = base.extend<{ wizard: WizardDriver }>({
  wizard: async ({ page }, use) => use(new WizardDriver(page, 'zh')),
});
test.use({ locale: 'zh-CN' });

test('用到所有表的请求体：从空表单到模拟服务中的应用部署', async ({ page, wizard, projectId }) => {
  await wizard.openWith(projectId);
  await wizard.changeConnection({ edition: 'platinum' });

  await page.getByLabel('应用部署名称').fill('edge-vision');
  await page.getByLabel('描述').fill('视觉检测,三班倒');
  await page.getByLabel('来源').selectOption({ label: '自定义（userdefined）' });
  for (const [index, [key, value]] of [
    ['site', 'sz-1'],
    ['owner', 'team.a'],
  ].entries()) {
    await page.getByRole('button', { name: '添加标签' }).click();
    await wizard
      .row(`标签 ${index + 1}`)
      .getByLabel('标签键')
      .fill(key!);
    await wizard
      .row(`标签 ${index + 1}`)
      .getByLabel('标签值')
      .fill(value!);
  }

  await wizard.goTo('部署对象');
  await page.getByText('节点组', { exact: true }).first().click();
  await page.getByRole('group', { name: '实例中的节点组' }).getByRole('button').first().click();
  const groupId = await page.getByRole('textbox', { name: '节点组' }).inputValue();
  await page.getByLabel('副本数').fill('2');

  await wizard.goTo('容器');
  await page.getByLabel('容器名称').fill('vision');
  await page.getByLabel('容器版本').fill('2.1');
  await page.getByLabel('容器镜像').fill('swr.cn-north-4.myhuaweicloud.com/vision/infer:2.1');
  await page.getByRole('button', { name: '添加命令项' }).click();
  await page.getByRole('textbox', { name: '命令项 1' }).fill('/bin/sh');
  for (const [index, text] of ['-c', 'exec infer --model "a b"', ''].entries()) {
    await page.getByRole('button', { name: '添加参数' }).click();
    await page.getByRole('textbox', { name: `参数 ${index + 1}` }).fill(text);
  }
  await page.getByLabel('特权容器').check();
  await page.getByLabel('NPU 类型').selectOption('D310');

  await page.getByText('环境变量', { exact: true }).click();
  for (let count = 0; count < 4; count++)
    await page.getByRole('button', { name: '添加变量' }).click();
  await wizard.row('变量 1').getByLabel('变量名').fill('LOG_LEVEL');
  await wizard.row('变量 1').getByLabel('变量值').fill('debug=1 #x');
  await wizard.row('变量 2').getByLabel('变量名').fill('CONFIG');
  await wizard.row('变量 2').getByLabel('类型').selectOption({ label: '配置项' });
  await wizard.row('变量 2').getByLabel('配置项名称').fill('app-config');
  await wizard.row('变量 2').getByLabel('属性名').fill('app.yaml');
  await wizard.row('变量 3').getByLabel('变量名').fill('PASSWORD');
  await wizard.row('变量 3').getByLabel('类型').selectOption({ label: '密钥' });
  await wizard.row('变量 3').getByLabel('密钥名称').fill('db-secret');
  await wizard.row('变量 3').getByLabel('属性名').fill('password');
  await wizard.row('变量 4').getByLabel('变量名').fill('NODE_IP');
  await wizard.row('变量 4').getByLabel('类型').selectOption({ label: '节点 IP' });

  await page.getByText('端口映射', { exact: true }).click();
  for (let count = 0; count < 2; count++)
    await page.getByRole('button', { name: '添加端口' }).click();
  await wizard.row('端口 1').getByLabel('容器端口').fill('8080');
  await wizard.row('端口 1').getByLabel('主机端口', { exact: true }).fill('18080');
  await wizard.row('端口 1').getByLabel('主机网卡地址').fill('192.168.0.1');
  await wizard.row('端口 2').getByLabel('容器端口').fill('9090');
  await wizard.row('端口 2').getByLabel('主机端口类型').selectOption({ label: '端口范围' });
  await wizard.row('端口 2').getByLabel('主机端口下限').fill('30000');
  await wizard.row('端口 2').getByLabel('主机端口上限').fill('30010');

  await page.getByRole('button', { name: '添加 Init 容器' }).click();
  await page.getByLabel('容器名称').fill('prepare');
  await page.getByLabel('容器镜像').fill('busybox:1.36');
  await page.getByRole('button', { name: '添加命令项' }).click();
  await page.getByRole('textbox', { name: '命令项 1' }).fill('/bin/true');

  await wizard.goTo('数据卷');
  await page.getByRole('button', { name: 'vision', exact: true }).click();
  const volumes = [
    {
      name: 'logs',
      type: '主机路径',
      field: '主机路径',
      source: '/var/log/vision',
      destination: '/logs',
    },
    {
      name: 'conf',
      type: '配置项',
      field: '配置项名称',
      source: 'app-config',
      destination: '/etc/app',
    },
    {
      name: 'cred',
      type: '密钥',
      field: '密钥名称',
      source: 'db-secret',
      destination: '/etc/cred',
    },
    { name: 'cache', type: '临时目录', field: '', source: '', destination: '/cache' },
  ];
  for (const [index, volume] of volumes.entries()) {
    await page.getByRole('button', { name: '添加卷' }).click();
    const row = wizard.row(`卷 ${index + 1}`);
    await row.getByLabel('卷名称').fill(volume.name);
    await row.getByLabel('类型').selectOption({ label: volume.type });
    if (volume.field) await row.getByLabel(volume.field).fill(volume.source);
    else await row.getByLabel('存储介质').selectOption('memory');
    await row.getByLabel('挂载路径').fill(volume.destination);
  }
  const readOnly = wizard.row('卷 1').getByRole('switch', { name: '只读' });
  await readOnly.uncheck();
  await wizard.row('卷 2').getByRole('switch', { name: '只读' }).uncheck();
  await wizard.row('卷 2').getByRole('switch', { name: '只读' }).check();

  await wizard.goTo('健康检查');
  const readiness = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: '业务探针' }) });
  await readiness.getByText('HTTP 请求检查', { exact: true }).click();
  await readiness.getByLabel('协议类型').selectOption('HTTPS');
  await readiness.getByLabel('主机地址').fill('127.0.0.1');
  await readiness.getByLabel('端口').fill('8080');
  await readiness.getByLabel('请求路径').fill('/healthz');
  await readiness.getByLabel('延迟时间').fill('20');
  await readiness.getByLabel('超时时间').fill('3');
  const liveness = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: '存活探针' }) });
  await liveness.getByText('执行命令检查', { exact: true }).click();
  await liveness.getByLabel('探针执行命令').fill('cat /tmp/alive');
  await liveness.getByLabel('延迟时间').fill('30');

  await wizard.goTo('资源');
  const amounts = { CPU: '2', 内存: '2048', 'GPU 显存': '1024', NPU: '1' };
  for (const [label, amount] of Object.entries(amounts)) {
    await page
      .getByRole('group', { name: '资源限制量' })
      .getByLabel(label, { exact: true })
      .fill(amount);
  }
  await page.getByRole('group', { name: '资源申请量' }).getByLabel('CPU').fill('0.50');
  await page
    .getByRole('group', { name: '资源申请量' })
    .getByLabel('内存', { exact: true })
    .fill('512');

  await wizard.goTo('调度');
  await page.getByLabel('重启策略').selectOption('OnFailure');
  await page.getByLabel('主机 PID 命名空间').check();
  await page.getByLabel('故障迁移').check();
  await page.getByLabel('容忍时间').fill('60');
  const nodeRules = page.getByRole('group', { name: '节点亲和性' });
  await nodeRules.getByRole('button', { name: '添加亲和规则' }).click();
  await nodeRules.getByLabel('标签键').fill('zone');
  await nodeRules.getByRole('button', { name: '添加值' }).click();
  await nodeRules.getByRole('textbox', { name: '值 1' }).fill('z1');
  const applicationRules = page.getByRole('group', { name: '应用亲和性' });
  await applicationRules.getByRole('button', { name: '添加亲和规则' }).click();
  await applicationRules.getByLabel('标签键').fill('app');
  await applicationRules.getByLabel('操作符').selectOption('DoesNotExist');

  expect(await wizard.preview()).toEqual(everyTable(groupId));

  await wizard.goTo('确认');
  await page.getByRole('button', { name: /^创建到/ }).click();
  await expect(page.getByText('应用部署 edge-vision 已创建。')).toBeVisible();
  const answer = await page.request.get(`/ief/mock/v3/${projectId}/edgemgr/deployments`);
  const body = everyTable(groupId);
  expect(await answer.json()).toMatchObject({
    count: 1,
    deployments: [
      { name: 'edge-vision', group_id: groupId, replicas: 2, template: body.deployment.template },
    ],
  });
});
