import { expect, test } from 'vitest';
import { makeNodeJson, makeRolloutJson } from '#src/client/rollouts/rollouts.testing.ts';
import { toRolloutNode, toShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { placeNodes } from './node-filter.ts';
import { rolloutCsv, rolloutJson } from './rollout-report.ts';

const rollout = toShownRollout(makeRolloutJson({ waves: [1, 3], total: 3 }));
const nodes = [
  makeNodeJson(1, { state: 'ready', tries: 1, deploymentId: 'd1' }),
  makeNodeJson(2, {
    state: 'failed',
    tries: 2,
    nodeName: '=HYPERLINK("http://x")',
    error: { code: 'other', message: '@SUM(1), "quoted"\nsecond line' },
  }),
  makeNodeJson(3, { state: 'failed', error: { code: 'name_taken', message: 'taken' } }),
].map(toRolloutNode);
const placed = placeNodes(nodes, rollout.waves);

test('the CSV has a row per node, quotes what must be, and no cell is a formula', () => {
  const [head, first, second, continued, third, end] = rolloutCsv(placed, 'en')
    .split('\r\n')
    .flatMap((line) => line.split('\n'));
  expect(head).toBe(
    '\uFEFFposition,wave,nodeId,nodeName,deployment,deploymentId,state,since,tries,errorCode,errorMessage,reason',
  );
  expect(first).toBe('1,1,node-1,gateway-1,edge-web-1,d1,ready,2026-11-29T08:00:00.000Z,1,,,');
  expect(second).toContain(`2,2,node-2,"'=HYPERLINK(""http://x"")",edge-web-2`);
  expect(second).toContain(`"'@SUM(1), ""quoted""`);
  expect(continued).toContain('second line"');
  expect(third).toMatch(/name_taken,taken,A deployment of this name already existed\.$/);
  expect(end).toBe('');
});

test('reasons are in the language of the page', () => {
  expect(rolloutCsv(placed, 'zh')).toContain('同名应用部署在此之前已存在。');
});

test('the JSON has the rollout and its nodes', () => {
  const report = JSON.parse(rolloutJson(rollout, placed, 'en')) as Record<string, unknown>;
  expect(report).toMatchObject({
    id: 'rollout-1',
    createdAt: '2026-11-29T08:00:00.000Z',
    history: [],
    plan: { stopAt: 1 },
  });
  expect(report.nodes).toHaveLength(3);
});
