import { getIn } from '#src/json/get-in.ts';
import { shown } from '#src/domain/core/characters/characters.ts';
import { compareDecimals, isDecimal } from '#src/domain/core/limits/decimal.ts';
import type { ContainerRule, RuleFinding } from '#src/domain/core/rule.ts';
import {
  allAmounts,
  amountsOf,
  requestedAt,
  npuAmounts,
  npuAmountsOf,
  withUnit,
} from '../base/amounts.ts';
import { inContainers } from '../base/body-parts.ts';
import { isFilled } from '../base/read.ts';

const limitsOf = (amounts: readonly string[]) =>
  amounts.flatMap((amount) => inContainers(`resources.limits.${amount}`));
const requestsOf = (amounts: readonly string[]) =>
  amounts.flatMap((amount) => inContainers(`resources.requests.${amount}`));

/** The amount if it is a valid decimal; the field check reports any other value. */
function decimalAt(container: unknown, side: 'limits' | 'requests', amount: string) {
  return decimalIn(getIn(container, ['resources', side]), amount);
}

function decimalIn(amounts: unknown, amount: string) {
  const value = getIn(amounts, [amount]);
  return typeof value === 'string' && isDecimal(value) ? value : undefined;
}

/** R24. Compares each amount that has both a request and a limit. */
export const requestsWithinLimits: ContainerRule = {
  id: 'R24',
  title: { en: 'A request does not exceed its limit.', zh: '资源申请量不允许大于资源限制量。' },
  source: 'table 14',
  basis: 'stated',
  severity: 'error',
  scope: 'container',
  reads: [...limitsOf(allAmounts), ...requestsOf(allAmounts)],
  blames: requestsOf(allAmounts),
  check(container, { generation }): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    const limits = getIn(container, ['resources', 'limits']);
    const requests = getIn(container, ['resources', 'requests']);
    if (limits === undefined || requests === undefined) return findings;
    for (const amount of amountsOf(generation)) {
      const request = decimalIn(requests, amount);
      const limit = request === undefined ? undefined : decimalIn(limits, amount);
      if (request === undefined || limit === undefined) continue;
      if (compareDecimals(request, limit) <= 0) continue;
      const asked = withUnit(amount, shown(request));
      const allowed = withUnit(amount, shown(limit));
      findings.push({
        path: ['resources', 'requests', amount],
        message: {
          en: `The request of ${asked.en} exceeds the limit of ${allowed.en}. Lower the request or raise the limit.`,
          zh: `申请量 ${asked.zh} 大于限制量 ${allowed.zh}。请调低申请量或调高限制量。`,
        },
      });
    }
    return findings;
  },
};

/** MB (table 15). */
const MIN_MEMORY_LIMIT = '4';
/** MB. The field check reports smaller values. */
const MIN_MEMORY = '0.01';

/** R25. Only requests can be as small as 0.01 MB. */
export const memoryLimitLeast: ContainerRule = {
  id: 'R25',
  title: { en: 'A memory limit is at least 4 MB.', zh: '内存限制量最小为 4 MB。' },
  source: 'table 15',
  basis: 'stated',
  severity: 'error',
  scope: 'container',
  reads: inContainers('resources.limits.memory'),
  blames: inContainers('resources.limits.memory'),
  check(container): readonly RuleFinding[] {
    const limit = decimalAt(container, 'limits', 'memory');
    if (limit === undefined || compareDecimals(limit, MIN_MEMORY) < 0) return [];
    if (compareDecimals(limit, MIN_MEMORY_LIMIT) >= 0) return [];
    return [
      {
        path: ['resources', 'limits', 'memory'],
        message: {
          en: `The memory limit is ${shown(limit)} MB, but must be at least ${MIN_MEMORY_LIMIT} MB.`,
          zh: `内存限制量为 ${shown(limit)} MB，最小为 ${MIN_MEMORY_LIMIT} MB。`,
        },
      },
    ];
  },
};

/** R26. Inferred: the page says "count", and an older API had an integer. `1.0` is allowed. */
export const wholeNpus: ContainerRule = {
  id: 'R26',
  title: { en: 'The number of NPUs is an integer.', zh: 'NPU 个数为整数。' },
  source: 'table 15',
  basis: 'inferred',
  severity: 'warning',
  scope: 'container',
  reads: [...limitsOf(npuAmounts), ...requestsOf(npuAmounts)],
  blames: [...limitsOf(npuAmounts), ...requestsOf(npuAmounts)],
  check(container, { generation }): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    for (const side of ['limits', 'requests'] as const) {
      for (const amount of npuAmountsOf(generation)) {
        const count = decimalAt(container, side, amount);
        if (count === undefined || isWhole(count)) continue;
        findings.push({
          path: ['resources', side, amount],
          message: {
            en: `${shown(count)} is not a valid number of NPUs. Enter an integer such as 1.`,
            zh: `NPU 个数 ${shown(count)} 不是整数。请填写整数，例如 1。`,
          },
        });
      }
    }
    return findings;
  },
};

function isWhole(decimal: string): boolean {
  const [whole = ''] = decimal.split('.', 1);
  return compareDecimals(decimal, whole) === 0;
}

/** R27. Inferred: the type selects the chip that the amount counts. */
export const npuTypeNeedsAmount: ContainerRule = {
  id: 'R27',
  title: {
    en: 'An NPU type takes effect only with an NPU amount.',
    zh: 'NPU 类型只在设置了 NPU 个数时生效。',
  },
  source: 'table 6',
  basis: 'inferred',
  severity: 'warning',
  scope: 'container',
  reads: [...inContainers('npu_type'), ...limitsOf(npuAmounts), ...requestsOf(npuAmounts)],
  blames: inContainers('npu_type'),
  check(container, { generation }): readonly RuleFinding[] {
    const type = getIn(container, ['npu_type']);
    if (!isFilled(type)) return [];
    if (npuAmountsOf(generation).some((amount) => requestedAt(container, amount))) return [];
    return [
      {
        path: ['npu_type'],
        message: {
          en: `NPU type “${shown(type)}” has no effect without an NPU amount. Set the amount, or remove the type.`,
          zh: `未设置 NPU 个数时，NPU 类型“${shown(type)}”不生效。请设置 NPU 个数，或删除 NPU 类型。`,
        },
      },
    ];
  },
};
