import type { Text } from '#src/domain/core/text.ts';
import type { Amounts, DeploymentUse } from './deployment-use.ts';
import type { Meter, PreflightResult } from './preflight-result.ts';

const resources = ['deployment', 'template', 'containers', 0, 'resources'];

/** Whether the requests of a deployment fit beside those of the others. Empty if the capacity is not known. */
export function capacityResult(
  amount: keyof Amounts,
  capacity: number | undefined,
  own: Amounts,
  others: readonly DeploymentUse[] | undefined,
): readonly PreflightResult[] {
  if (capacity === undefined || capacity <= 0) return [];
  const requested = others && sum(others.map(({ amounts }) => amounts[amount]));
  const meter: Meter = { amount, requested, added: own[amount], capacity };
  const isOver = own[amount] > 0 && exceeds((requested ?? 0) + own[amount], capacity);
  return [
    {
      check: amount,
      state: isOver ? 'warning' : 'passed',
      message: isOver ? tooMuch(meter, others?.length) : fits(meter, others?.length),
      path: [...resources, 'requests', amount],
      evidence: [`${amount} = ${capacity}`],
      meter,
    },
  ];
}

/** Whether a sum of amounts is above a capacity, apart from rounding: 1.12 + 1.45 + 0.43 is a little more than 3. */
export function exceeds(sum: number, capacity: number): boolean {
  return sum - capacity > 1e-6;
}

const labels = { cpu: { en: 'CPU', zh: 'CPU' }, memory: { en: 'Memory', zh: '内存' } };
const units = { cpu: { en: 'cores', zh: '核' }, memory: { en: 'MB', zh: 'MB' } };

function tooMuch(meter: Meter, count = 0): Text {
  const { amount, requested = 0, added, capacity } = meter;
  const [unit, label] = [units[amount], labels[amount]];
  if (requested === 0) {
    return {
      en: `${label.en}: this deployment requests ${english(added)} ${unit.en}, but the node has ${english(capacity)}.`,
      zh: `${label.zh}：该应用部署申请 ${chinese(added)} ${unit.zh}，而节点共有 ${chinese(capacity)} ${unit.zh}。`,
    };
  }
  return {
    en: `${label.en}: ${others(count)} ${english(requested)} of ${english(capacity)} ${unit.en}, and this one adds ${english(added)}.`,
    zh: `${label.zh}：节点上的 ${count} 个应用部署已申请 ${chinese(requested)} / ${chinese(capacity)} ${unit.zh}，本次再申请 ${chinese(added)} ${unit.zh}。`,
  };
}

function fits(meter: Meter, count: number | undefined): Text {
  const { amount, requested, added, capacity } = meter;
  const [unit, label] = [units[amount], labels[amount]];
  const total = english((requested ?? 0) + added);
  return {
    en: `${label.en}: ${total} of ${english(capacity)} ${unit.en} requested${count === undefined ? ' by this deployment' : ''}.`,
    zh: `${label.zh}：${count === undefined ? '该应用部署' : '共'}申请 ${chinese((requested ?? 0) + added)} / ${chinese(capacity)} ${unit.zh}。`,
  };
}

function others(count: number): string {
  return count === 1 ? '1 other deployment requests' : `${count} other deployments request`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Two decimals are enough for cores. */
function english(number: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(number);
}

function chinese(number: number): string {
  return String(Math.round(number * 100) / 100);
}
