import type { Path } from '#src/json/path.ts';
import { readQuantity, toCores, toMegabytes } from '../body/amounts.ts';
import type { MappingContext } from '../report/mapping-context.ts';
import { setIfPresent, type DraftObject } from '../report/carry.ts';
import { entriesOf, entry, textOf, type SourceNode } from '../source/source.ts';

/** Limits and requests in the units of IEF. */
export function mapResources(
  context: MappingContext,
  source: SourceNode | undefined,
  to: Path,
): DraftObject | undefined {
  const resources: DraftObject = {};
  for (const side of ['limits', 'requests'] as const) {
    const amounts = mapAmounts(context, entry(source, side), [...to, side]);
    if (Object.keys(amounts).length > 0) setIfPresent(resources, side, amounts);
  }
  return Object.keys(resources).length > 0 ? resources : undefined;
}

function mapAmounts(
  context: MappingContext,
  source: SourceNode | undefined,
  to: Path,
): DraftObject {
  const amounts: DraftObject = {};
  for (const [key, value] of entriesOf(source)) {
    const chip = npuKey(key, context);
    if (key === 'cpu' || key === 'memory') mapAmount(context, value, key, [...to, key], amounts);
    else if (chip !== undefined) mapNpus(context, value, chip, [...to, chip], amounts);
  }
  return amounts;
}

function mapAmount(
  { ledger }: MappingContext,
  source: SourceNode,
  key: 'cpu' | 'memory',
  to: Path,
  amounts: DraftObject,
): void {
  const text = textOf(source);
  const quantity = text === undefined ? undefined : readQuantity(text);
  if (quantity === undefined) {
    ledger.lose(source, {
      en: 'this is not a valid Kubernetes quantity.',
      zh: '不是有效的 Kubernetes 资源量。',
    });
    return;
  }
  const amount = key === 'cpu' ? toCores(quantity) : toMegabytes(quantity);
  amounts[key] = amount.text;
  if (amount.isRounded) ledger.change(source, to, amount.message);
  else ledger.carry(source, to, amount.message);
}

/** The key of IEF for an NPU of Ascend: D310 counts as plain `npu`. */
function npuKey(key: string, { generation }: MappingContext): string | undefined {
  if (/^huawei\.com\/Ascend310$/i.test(key)) return 'npu';
  return generation === '2025' && /^huawei\.com\/Ascend310B$/i.test(key) ? 'D310B' : undefined;
}

function mapNpus(
  { ledger }: MappingContext,
  source: SourceNode,
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
