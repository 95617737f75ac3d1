import { expect, test } from 'vitest';
import { explainFailure, type FailureReport } from './explain-failure.ts';
import { failureCauses, failureTitles } from './failure-causes.ts';

function report(reason: string, message = '', more: Partial<FailureReport> = {}): FailureReport {
  return {
    podName: 'web-69f9dc4b67-wfwn6',
    state: 'FAILED',
    reason,
    message,
    containers: [
      {
        name: 'main',
        image: 'swr.cn-north-4.myhuaweicloud.com/plant/web:1.4.2',
        containerId: '',
        reason,
      },
    ],
    ...more,
  };
}

test('a failed pull has the seven causes of the vendor, in its order', () => {
  expect(failureCauses.pull.map(({ id }) => id)).toEqual([
    'address',
    'permission',
    'names',
    'route',
    'disk',
    'slow',
    'engine',
  ]);
});

test.each([
  ['ErrImagePull', 'manifest for web:1 not found: manifest unknown', 'pull', 'address'],
  ['InvalidImageName', '', 'pull', 'address'],
  ['ErrImagePull', 'pull access denied, repository may require login', 'pull', 'permission'],
  ['ErrImagePull', 'dial tcp: lookup swr.example on 10.0.0.2:53: no such host', 'pull', 'names'],
  ['ImagePullBackOff', 'dial tcp 10.1.1.1:443: i/o timeout', 'pull', 'route'],
  ['ErrImagePull', 'dial tcp 10.1.1.1:443: connect: connection timed out', 'pull', 'route'],
  ['ErrImagePull', 'x509: certificate has expired or is not yet valid', 'pull', 'route'],
  ['ErrImagePull', 'no matching manifest for linux/arm64/v8', 'pull', 'architecture'],
  ['ErrImagePull', 'write /var/lib/docker/tmp: no space left on device', 'pull', 'disk'],
  ['ImagePullBackOff', 'image pull is taking too long, still trying', 'pull', 'slow'],
  [
    'ErrImagePull',
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock',
    'pull',
    'engine',
  ],
  [
    'CrashLoopBackOff',
    'back-off 10s restarting failed container=main: exit code 1',
    'crash',
    'program',
  ],
  ['OOMKilled', 'exit code 137', 'crash', 'memory'],
  ['Unhealthy', 'Liveness probe failed: HTTP 500', 'crash', 'probe'],
  ['RunContainerError', 'exec: "serve": executable file not found in $PATH', 'create', 'command'],
  ['', 'driver failed: Bind for 0.0.0.0:80 failed: port is already allocated', 'create', 'port'],
  ['', 'standard_init_linux.go: exec format error', 'create', 'architecture'],
  ['CreateContainerConfigError', 'configmap "line-settings" not found', 'mount', 'reference'],
  ['FailedMount', 'hostPath type check failed: /data is not a directory', 'mount', 'path'],
  ['FailedScheduling', '0/1 nodes are available: 1 Insufficient memory', 'schedule', 'resources'],
  ['Evicted', 'The node was low on resource: ephemeral-storage', 'evicted', 'disk'],
])('%s “%s” is %s, most likely %s', (reason, message, kind, likely) => {
  const explained = explainFailure(report(reason, message));
  expect(explained.kind).toBe(kind);
  expect(explained.causes[0]).toMatchObject({ isLikely: true, cause: { id: likely } });
});

test('an instance that waits without a reason, and one that failed without one, still get checks', () => {
  const waiting = explainFailure(report('', '', { state: 'PENDING' }));
  expect([waiting.kind, waiting.causes[0]?.isLikely]).toEqual(['waiting', false]);
  expect(explainFailure(report('SomethingNew')).kind).toBe('other');
});

test('a failed lookup of a name does not also mean that the route is broken', () => {
  const { causes } = explainFailure(
    report('ErrImagePull', 'dial tcp: lookup swr.example on 10.0.0.2:53: no such host'),
  );
  expect(causes.filter(({ isLikely }) => isLikely).map(({ cause }) => cause.id)).toEqual(['names']);
});

test('an instance whose image is still being pulled has not failed, and the pull is slow', () => {
  const pulling = explainFailure(
    report('ContainerCreating', 'pulling image', { state: 'PENDING' }),
  );
  expect(pulling.kind).toBe('waiting');
  expect(pulling.causes.filter(({ isLikely }) => isLikely)).toMatchObject([
    { cause: { id: 'slow' } },
  ]);
});

test('a back-off says that a pull failed, not why', () => {
  const { kind, causes } = explainFailure(report('ImagePullBackOff', 'Back-off pulling image "a"'));
  expect(kind).toBe('pull');
  expect(causes.map(({ isLikely }) => isLikely)).toEqual(Array(7).fill(false));
});

test('while a pull backs off, the cause comes from the report before', () => {
  const backOff = report('ImagePullBackOff', 'Back-off pulling image "a"', {
    earlier: { reason: 'ErrImagePull', message: 'pull access denied' },
  });
  const { kind, causes } = explainFailure(backOff);
  expect(kind).toBe('pull');
  expect(causes.map(({ isLikely }) => isLikely)).toEqual([true, ...Array<boolean>(6).fill(false)]);
  expect(causes[0]?.cause.id).toBe('permission');
});

test('a report that points to a cause itself does not need the one before', () => {
  const { causes } = explainFailure(
    report('ErrImagePull', 'manifest unknown', {
      earlier: { reason: 'ErrImagePull', message: 'pull access denied' },
    }),
  );
  expect(causes.filter(({ isLikely }) => isLikely)).toMatchObject([{ cause: { id: 'address' } }]);
});

test('commands contain the real names', () => {
  const pull = explainFailure(report('ErrImagePull', 'no such host'));
  expect(pull.diagnose).toBe('edgectl diagnose pod web-69f9dc4b67-wfwn6');
  expect(pull.logs).toEqual(['docker ps -a --filter name=web-69f9dc4b67-wfwn6']);
  expect(pull.causes[0]?.commands).toEqual([
    'ping -c 3 swr.cn-north-4.myhuaweicloud.com',
    'ping -c 3 obs.cn-north-4.myhuaweicloud.com',
    'grep lookup /var/IEF/sys/log/edge_core.log',
  ]);
});

test('the log is asked of the engine that runs the container', () => {
  const withId = (containerId: string) =>
    explainFailure(
      report('CrashLoopBackOff', '', {
        containers: [{ name: 'a', image: 'nginx', containerId, reason: '' }],
      }),
    ).logs;
  expect(withId('docker://4f8a')).toEqual(['docker logs --tail 200 4f8a']);
  expect(withId('containerd://4f8a')).toEqual(['crictl logs --tail 200 4f8a']);
});

test('the container is named if the reason is about one of several', () => {
  const containers = [
    { name: 'a', image: 'nginx', containerId: '', reason: '' },
    { name: 'b', image: 'redis:7', containerId: '', reason: 'ErrImagePull' },
  ];
  const explained = explainFailure(report('ErrImagePull', 'denied', { containers }));
  expect(explained.container).toBe('b');
  expect(explained.causes[0]?.commands).toEqual(['docker pull redis:7']);
});

test('a name from outside cannot add a command', () => {
  const { diagnose } = explainFailure(report('', '', { podName: "x'; rm -rf /" }));
  expect(diagnose).toBe(String.raw`edgectl diagnose pod 'x'\''; rm -rf /'`);
});

test('every kind has a title and causes in both languages', () => {
  expect(Object.keys(failureTitles)).toEqual(Object.keys(failureCauses));
  for (const { title, check } of Object.values(failureCauses).flat())
    for (const text of [title, check])
      for (const words of [text.en, text.zh]) expect(words).not.toBe('');
});
