import { expect, test } from 'vitest';
import {
  areNodesOffline,
  deploymentState,
  podTone,
  type DeploymentState,
  type HealthFacts,
} from './deployment-state.ts';

const record = (readyReplicas: number | undefined, replicas = 2, state = ''): HealthFacts => ({
  state,
  replicas,
  readyReplicas,
});
const pods = (...states: string[]) => states.map((state) => ({ state }));

test.each<[string, HealthFacts, ReturnType<typeof pods> | undefined, DeploymentState]>([
  ['without pods it is only created', record(0), [], 'created'],
  ['while the pods are not known it is not ready', record(undefined), undefined, 'notReady'],
  ['with waiting pods it starts', record(0), pods('PENDING', 'PENDING'), 'starting'],
  ['with some ready pods it runs partly', record(1), pods('RUNNING', 'PENDING'), 'partly'],
  ['with all pods ready it runs', record(2), pods('RUNNING', 'RUNNING'), 'running'],
  [
    'a pod that failed counts more than a ready one',
    record(1),
    pods('RUNNING', 'FAILED'),
    'failing',
  ],
  ['a pod that could not be created is a failure', record(0), pods('CREATE_FAIL'), 'failing'],
  [
    'an old failed pod is no failure once enough run',
    record(2),
    pods('FAILED', 'RUNNING'),
    'running',
  ],
  [
    'a record that still counts an instance as ready does not hide that it failed',
    record(1, 1),
    pods('FAILED'),
    'failing',
  ],
  ['without wanted instances it is empty', record(0, 0), [], 'empty'],
  [
    'a record without a count wants one instance',
    { state: '', replicas: undefined, readyReplicas: 1 },
    undefined,
    'running',
  ],
  ['the service says that it is being deleted', record(2, 2, 'PENDING_DELETE'), [], 'deleting'],
  ['the service says that its deletion failed', record(2, 2, 'DELETE_FAILED'), [], 'deleteFailed'],
  ['the service says that it is frozen', record(2, 2, 'FREEZE'), [], 'frozen'],
  ['an unknown state of the service is judged by the pods', record(2, 2, 'Paused'), [], 'running'],
])('%s', (_case, shown, known, expected) => {
  expect(deploymentState(shown, known)).toBe(expected);
});

test('an unknown state of a pod is neither good nor bad', () => {
  expect(['RUNNING', 'CREATE_FAIL', 'PENDING', 'NEWER'].map(podTone)).toEqual([
    'good',
    'bad',
    'busy',
    'caution',
  ]);
});

test('the numbers of an offline node are not trusted, but what the service says about a deletion is', () => {
  expect(deploymentState(record(2), pods('RUNNING', 'RUNNING'), true)).toBe('offline');
  expect(deploymentState(record(0, 0), [], true)).toBe('empty');
  expect(deploymentState(record(2, 2, 'PENDING_DELETE'), [], true)).toBe('deleting');
});

test.each([
  ['all of its nodes are known to be unconnected', ['down', 'stopped'], true],
  ['one of its nodes runs', ['down', 'up'], false],
  ['the state of a node is not known', ['down', 'unknown'], false],
  ['it lists no nodes', [], false],
])('whether a deployment is offline if %s', (_case, nodeIds, expected) => {
  const states = new Map([
    ['down', 'UNCONNECTED'],
    ['stopped', 'STOPPED'],
    ['up', 'RUNNING'],
  ]);
  expect(areNodesOffline(nodeIds, (id) => states.get(id))).toBe(expected);
});
