import {
  choiceField,
  integerField,
  stringsField,
  textField,
} from '#src/domain/core/spec/leaf-fields.ts';
import { entriesField, groupField, rowsField } from '#src/domain/core/spec/structure-fields.ts';
import type { Text } from '#src/domain/core/text.ts';

// These fields exist only in generation 2025. The three members of the affinity that contain them are marked so.

const words = [
  { value: 'In', label: { en: 'In', zh: 'In（在列表中）' } },
  { value: 'NotIn', label: { en: 'NotIn', zh: 'NotIn（不在列表中）' } },
  { value: 'Exists', label: { en: 'Exists', zh: 'Exists（存在）' } },
  { value: 'DoesNotExist', label: { en: 'DoesNotExist', zh: 'DoesNotExist（不存在）' } },
  { value: 'Gt', label: { en: 'Gt (greater than)', zh: 'Gt（大于）' } },
  { value: 'Lt', label: { en: 'Lt (less than)', zh: 'Lt（小于）' } },
] as const;

const expressions = rowsField({
  label: { en: 'Match expressions', zh: '匹配条件' },
  help: { en: 'All expressions must match.', zh: '需同时满足所有条件。' },
  item: { en: 'Expression', zh: '条件' },
  row: groupField({
    name: 'KubernetesMatchExpression',
    label: { en: 'Match expression', zh: '匹配条件' },
    fields: {
      key: textField({ required: true, label: { en: 'Label key', zh: '标签键' } }),
      operator: choiceField({
        required: true,
        label: { en: 'Operator', zh: '操作符' },
        options: words,
      }),
      values: stringsField({
        label: { en: 'Values', zh: '值' },
        item: { en: 'Value', zh: '值' },
      }),
    },
  }),
});

const weight = integerField({
  label: { en: 'Weight', zh: '权重' },
  help: { en: 'Higher weights are preferred.', zh: '权重越高，优先级越高。' },
  min: 1,
  max: 100,
});

const required = {
  en: 'Must hold',
  zh: '必须满足',
};
const preferred = {
  en: 'Should hold',
  zh: '尽量满足',
};

/** Node affinity in the Kubernetes format. */
export const nodeAffinityGroup = groupField({
  name: 'KubernetesNodeAffinity',
  generation: '2025',
  implied: true,
  label: { en: 'Node affinity', zh: '节点亲和性' },
  help: {
    en: 'Which nodes of the group can run the instances.',
    zh: '应用实例可以运行在哪些节点上。',
  },
  fields: {
    requiredDuringSchedulingIgnoredDuringExecution: groupField({
      name: 'KubernetesNodeSelector',
      implied: true,
      label: required,
      fields: {
        nodeSelectorTerms: rowsField({
          label: { en: 'Terms', zh: '条件组' },
          help: { en: 'At least one term must match.', zh: '满足其中一组即可。' },
          item: { en: 'Term', zh: '条件组' },
          row: groupField({
            name: 'KubernetesNodeSelectorTerm',
            label: { en: 'Term', zh: '条件组' },
            fields: { matchExpressions: expressions },
          }),
        }),
      },
    }),
    preferredDuringSchedulingIgnoredDuringExecution: rowsField({
      label: preferred,
      item: { en: 'Preference', zh: '偏好' },
      row: groupField({
        name: 'KubernetesPreferredSchedulingTerm',
        label: { en: 'Preference', zh: '偏好' },
        fields: {
          weight,
          preference: groupField({
            name: 'KubernetesNodeSelectorTerm',
            implied: true,
            label: { en: 'Term', zh: '条件组' },
            fields: { matchExpressions: expressions },
          }),
        },
      }),
    }),
  },
});

const podTermFields = {
  labelSelector: groupField({
    name: 'KubernetesLabelSelector',
    implied: true,
    label: { en: 'Applications', zh: '应用' },
    fields: {
      matchExpressions: expressions,
      matchLabels: entriesField({
        label: { en: 'Match labels', zh: '匹配标签' },
        help: { en: 'The application must have all these labels.', zh: '需同时具有所有标签。' },
        key: { en: 'Label key', zh: '标签键' },
        value: { en: 'Label value', zh: '标签值' },
      }),
    },
  }),
  namespaces: stringsField({
    label: { en: 'Namespaces', zh: '命名空间' },
    item: { en: 'Namespace', zh: '命名空间' },
  }),
  topologyKey: textField({
    label: { en: 'Topology key', zh: '拓扑域' },
    help: {
      en: 'The node label that defines a location: nodes with the same value are in the same location.',
      zh: '节点标签的键，值相同的节点视为同一位置。',
    },
    placeholder: 'kubernetes.io/hostname',
  }),
};

/** Application affinity or anti-affinity in the Kubernetes format. */
export function podAffinityGroup(label: Text, help: Text) {
  return groupField({
    name: 'KubernetesPodAffinity',
    generation: '2025',
    implied: true,
    label,
    help,
    fields: {
      requiredDuringSchedulingIgnoredDuringExecution: rowsField({
        label: required,
        item: { en: 'Term', zh: '条件组' },
        row: groupField({
          name: 'KubernetesPodAffinityTerm',
          label: { en: 'Term', zh: '条件组' },
          fields: podTermFields,
        }),
      }),
      preferredDuringSchedulingIgnoredDuringExecution: rowsField({
        label: preferred,
        item: { en: 'Preference', zh: '偏好' },
        row: groupField({
          name: 'KubernetesWeightedPodAffinityTerm',
          label: { en: 'Preference', zh: '偏好' },
          fields: {
            weight,
            podAffinityTerm: groupField({
              name: 'KubernetesPodAffinityTerm',
              implied: true,
              label: { en: 'Term', zh: '条件组' },
              fields: podTermFields,
            }),
          },
        }),
      }),
    },
  });
}
