import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '#src/testing/runs.ts';
import { describePlan } from './describe-plan.ts';
import { planTextsSchema, readPlanTexts, toPlanTexts, type PlanTexts } from './plan-texts.ts';
import { rolloutPlanSchema } from './rollout-plan.ts';
import { planDefaults, waveEnds } from './waves.ts';

const number = fc.oneof(
  fc.integer({ min: -2, max: 6001 }).map(String),
  fc.constantFrom('', '1.5', '64', '65', '0', '10080', '10081', '2160', '2161', 'x', '１'),
);
const share = fc.oneof(
  number,
  fc.integer({ min: 0, max: 120 }).map((percent) => `${percent}%`),
);
const texts: fc.Arbitrary<PlanTexts> = fc.record({
  waves: fc.array(share, { maxLength: 4 }).map((waves) => [...waves, '100%'].join(', ')),
  goOnAt: share,
  stopAt: share,
  gate: fc.constantFrom('auto', 'manual'),
  readyWithin: number,
  offlineWithin: number,
  inFlight: number,
  perMinute: number,
});

test('settings that the form reads are those that the server accepts', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 10_000 }), (typed, total) => {
      const { plan } = readPlanTexts(typed, total);
      expect(planTextsSchema(total).safeParse(typed).success).toBe(plan !== undefined);
      if (plan === undefined) return;
      expect(rolloutPlanSchema.parse(plan)).toEqual(plan);
      expect(waveEnds(plan.waves, total)).toBeDefined();
      expect(readPlanTexts(toPlanTexts(plan), total).plan).toEqual(plan);
    }),
    { numRuns: runs(500) },
  );
});

test.each<[Partial<PlanTexts>, keyof PlanTexts]>([
  [{ waves: '5, 3, 100%' }, 'waves'],
  [{ waves: '1, 50%' }, 'waves'],
  [{ waves: '' }, 'waves'],
  [{ stopAt: '0' }, 'stopAt'],
  [{ goOnAt: '101' }, 'goOnAt'],
  [{ readyWithin: '0' }, 'readyWithin'],
  [{ offlineWithin: '2161' }, 'offlineWithin'],
  [{ inFlight: '65' }, 'inFlight'],
  [{ perMinute: '1.5' }, 'perMinute'],
])('%j is wrong at its field only', (change, field) => {
  const { problems } = readPlanTexts({ ...toPlanTexts(), ...change }, 100);
  expect(Object.keys(problems ?? {})).toEqual([field]);
});

test('Chinese separators, full-width percent signs and a missing percent sign are understood', () => {
  const typed = { ...toPlanTexts(), waves: '1、10％，100%', goOnAt: '90' };
  expect(readPlanTexts(typed, 300).plan).toMatchObject({
    waves: [1, '10%', '100%'],
    goOnAt: '90%',
  });
});

test('a plan is described with its waves, its limit and its time, in both languages', () => {
  const described = { action: 'create', kind: 'node', total: 300, plan: planDefaults } as const;
  expect(describePlan(described).map(({ en }) => en)).toEqual([
    'Creates 300 deployments, one for each node, in 3 waves: 1, 29, 270.',
    'When every deployment of a wave is ready, the next wave starts by itself.',
    'It stops at the first failure.',
    'Sending takes about 3 minutes at 120 a minute. Each wave also waits until its containers are ready. In all it takes at most 33 minutes, without the time for offline nodes.',
  ]);
  const careful = { ...planDefaults, gate: 'manual', stopAt: '5%', waves: ['100%'] } as const;
  expect(
    describePlan({ ...described, action: 'delete', kind: 'deployment', plan: careful })
      .map(({ zh }) => zh)
      .join(''),
  ).toBe(
    '删除 300 个应用部署，不分批次。失败达到 5% 即停止。按每分钟 120 个发送，约需 3 分钟；每批还需等待应用部署删除完成，总计最长 13 分钟（不含等待离线节点的时间）。',
  );
});
