import type { Path } from '#src/json/path.ts';
import { readQuantity, toCores, toMegabytes } from '../body/amounts.ts';
import type { Mapping } from '../report/mapping.ts';
import { put, type DraftObject } from '../report/carry.ts';
import { entriesOf, entry, textOf, type Source } from '../source/source.ts';

/** Limits and requests in the units of IEF. */
export function mapResources(
  mapping: Mapping,
  source: Source | undefined,
  to: Path,
): DraftObject | undefined {
  const resources: DraftObject = {};
  for (const side of ['limits', 'requests'] as const) {
    const amounts = mapAmounts(mapping, entry(source, side), [...to, side]);
    if (Object.keys(amounts).length > 0) put(resources, side, amounts);
  }
  return Object.keys(resources).length > 0 ? resources : undefined;
}

function mapAmounts(mapping: Mapping, source: Source | undefined, to: Path): DraftObject {
  const amounts: DraftObject = {};
  for (const [key, value] of entriesOf(source)) {
    const chip = chipKey(key, mapping);
    if (key === 'cpu' || key === 'memory') takeAmount(mapping, value, key, [...to, key], amounts);
    else if (chip !== undefined) takeChips(mapping, value, chip, [...to, chip], amounts);
  }
  return amounts;
}

function takeAmount(
  { ledger }: Mapping,
  source: Source,
  key: 'cpu' | 'memory',
  to: Path,
  amounts: DraftObject,
): void {
  const text = textOf(source);
  const quantity = text === undefined ? undefined : readQuantity(text);
  if (quantity === undefined) {
    ledger.lose(source, {
      en: 'this is not an amount that Kubernetes takes.',
      zh: '这不是 Kubernetes 接受的资源量。',
    });
    return;
  }
  const amount = key === 'cpu' ? toCores(quantity) : toMegabytes(quantity);
  amounts[key] = amount.text;
  if (amount.isRounded) ledger.change(source, to, amount.message);
  else ledger.carry(source, to, amount.message);
}

/** The key of IEF for an NPU of Ascend: D310 counts as plain `npu`. */
function chipKey(key: string, { generation }: Mapping): string | undefined {
  if (/^huawei\.com\/Ascend310$/i.test(key)) return 'npu';
  return generation === '2025' && /^huawei\.com\/Ascend310B$/i.test(key) ? 'D310B' : undefined;
}

function takeChips(
  { ledger }: Mapping,
  source: Source,
  key: string,
  to: Path,
  amounts: DraftObject,
): void {
  const text = textOf(source);
  if (text === undefined || !/^\d{1,6}$/.test(text)) return;
  amounts[key] = text;
  ledger.carry(source, to, {
    en: `${text} NPU of type ${key === 'npu' ? 'D310' : key}.`,
    zh: `${key === 'npu' ? 'D310' : key} 型 NPU ${text} 个。`,
  });
}
