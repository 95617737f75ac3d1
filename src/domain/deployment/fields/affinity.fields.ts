import { choiceField, stringsField, textField } from '#src/domain/core/spec/leaf-fields.ts';
import { groupField, rowsField } from '#src/domain/core/spec/structure-fields.ts';
import { nodeAffinityGroup, podAffinityGroup } from './kubernetes-affinity.fields.ts';

const matchGroup = groupField({
  name: 'MatchExpression',
  table: 34,
  label: { en: 'Affinity rule', zh: '亲和规则' },
  fields: {
    key: textField({ table: 34, required: true, label: { en: 'Label key', zh: '标签键' } }),
    operator: choiceField({
      table: 34,
      required: true,
      label: { en: 'Operator', zh: '操作符' },
      options: [
        { value: 'In', label: { en: 'In (attracts)', zh: 'In（亲和）' } },
        { value: 'NotIn', label: { en: 'NotIn (repels)', zh: 'NotIn（反亲和）' } },
        { value: 'Exists', label: { en: 'Exists (attracts)', zh: 'Exists（亲和）' } },
        {
          value: 'DoesNotExist',
          label: { en: 'DoesNotExist (repels)', zh: 'DoesNotExist（反亲和）' },
        },
        { value: 'Gt', label: { en: 'Gt (greater than)', zh: 'Gt（大于）' }, generation: '2025' },
        { value: 'Lt', label: { en: 'Lt (less than)', zh: 'Lt（小于）' }, generation: '2025' },
      ],
    }),
    values: stringsField({
      table: 34,
      label: { en: 'Values', zh: '值' },
      item: { en: 'Value', zh: '值' },
    }),
  },
});

const affinityItem = { en: 'Affinity rule', zh: '亲和规则' };

/**
 * Node and application affinity: two lists on the API page (tables 33 and 34), the Kubernetes format with camelCase keys
 * in generation 2025.
 */
export const affinityGroup = groupField({
  name: 'PodAffinity',
  table: 33,
  implied: true,
  edition: 'platinum',
  label: { en: 'Affinity', zh: '亲和性规则' },
  fields: {
    node_affinity: rowsField({
      generation: '2024-04',
      table: 34,
      label: { en: 'Node affinity', zh: '节点亲和性' },
      help: {
        en: 'Which nodes of the group can run the instances.',
        zh: '应用实例可以运行在哪些节点上。',
      },
      item: affinityItem,
      row: matchGroup,
    }),
    pod_affinity: rowsField({
      generation: '2024-04',
      table: 34,
      label: { en: 'Application affinity', zh: '应用亲和性' },
      help: {
        en: 'Which applications to place the instances with or away from.',
        zh: '与哪些应用部署在一起或分开部署。',
      },
      item: affinityItem,
      row: matchGroup,
    }),
    nodeAffinity: nodeAffinityGroup,
    podAffinity: podAffinityGroup(
      { en: 'Application affinity', zh: '应用亲和性' },
      { en: 'Which applications to place the instances with.', zh: '与哪些应用部署在一起。' },
    ),
    podAntiAffinity: podAffinityGroup(
      { en: 'Application anti-affinity', zh: '应用反亲和性' },
      { en: 'Which applications to keep the instances away from.', zh: '与哪些应用分开部署。' },
    ),
  },
});
