import { amountField } from '#src/domain/core/spec/leaf-fields.ts';
import { groupField } from '#src/domain/core/spec/structure-fields.ts';
import type { Text } from '#src/domain/core/text.ts';

const megabytes = { en: 'MB', zh: 'MB' };

/** NPUs of one type, which are newer than the API page. No source states their range; that of `npu` is assumed. */
function chips(type: string) {
  return amountField({
    generation: '2025',
    label: { en: `NPU ${type}`, zh: `${type} 型 NPU` },
    unit: { en: 'pieces', zh: '个' },
    quantity: 'pieces',
    min: '0',
    aboveMin: true,
    max: '1000',
  });
}

/** The amounts that limits and requests have, in the order of the form. */
export const amountFields = {
  cpu: amountField({
    table: 15,
    label: { en: 'CPU', zh: 'CPU' },
    unit: { en: 'cores', zh: '核' },
    quantity: 'cores',
    min: '0.01',
    max: '1000',
    placeholder: '0.25',
  }),
  memory: amountField({
    table: 15,
    label: { en: 'Memory', zh: '内存' },
    unit: megabytes,
    quantity: 'megabytes',
    min: '0.01',
    max: '1024000',
    placeholder: '500',
  }),
  gpu: amountField({
    table: 15,
    label: { en: 'GPU memory', zh: 'GPU 显存' },
    unit: megabytes,
    quantity: 'megabytes',
    min: '0.01',
    max: '1024000',
  }),
  npu: amountField({
    table: 15,
    label: { en: 'NPU', zh: 'NPU' },
    unit: { en: 'pieces', zh: '个' },
    quantity: 'pieces',
    min: '0',
    aboveMin: true,
    max: '1000',
  }),
  D310: chips('D310'),
  D310B: chips('D310B'),
};

function amounts(label: Text, help: Text) {
  return groupField({
    name: 'Res',
    table: 15,
    implied: true,
    label,
    help,
    fields: amountFields,
  });
}

/** Limits and requests of a container (tables 14 and 15). */
export const resourceFields = groupField({
  name: 'ResQuest',
  table: 14,
  implied: true,
  label: { en: 'Resources', zh: '容器资源量' },
  fields: {
    limits: amounts(
      { en: 'Limits', zh: '资源限制量' },
      {
        en: 'The maximum the container can use. The memory limit must be at least 4 MB.',
        zh: '容器最多可使用的资源，内存限制量最小为 4 MB。',
      },
    ),
    requests: amounts(
      { en: 'Requests', zh: '资源申请量' },
      {
        en: 'Reserved for the container. Must not exceed the limit.',
        zh: '为容器预留的资源，不允许大于限制量。',
      },
    ),
  },
});
