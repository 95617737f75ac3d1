import { groupField, rowsField } from '#src/domain/core/spec/structure-fields.ts';
import { nodeGroup } from './nodes.fields.ts';
import {
  idField,
  nameField,
  descriptionField,
  projectIdField,
  timeFields,
  countField,
  totalField,
} from './record.fields.ts';

/** A node group. Its members are whole node records. */
const edgeGroupGroup = groupField({
  name: 'EdgeGroup',
  label: { en: 'Node group', zh: '节点组' },
  fields: {
    id: idField,
    name: nameField,
    description: descriptionField,
    project_id: projectIdField,
    cpu: countField({ en: 'CPU cores', zh: 'CPU 核数' }),
    memory: nodeGroup.fields.memory,
    gpu_num: nodeGroup.fields.gpu_num,
    nodes: rowsField({
      label: { en: 'Edge nodes', zh: '边缘节点' },
      item: { en: 'Edge node', zh: '边缘节点' },
      row: nodeGroup,
    }),
    ...timeFields,
  },
});

/** `{count, edge_groups}`. */
export const groupsAnswerGroup = groupField({
  name: 'GroupsAnswer',
  label: { en: 'Node groups', zh: '节点组列表' },
  fields: {
    count: totalField,
    edge_groups: rowsField({
      required: true,
      label: { en: 'Node groups', zh: '节点组列表' },
      item: edgeGroupGroup.label,
      row: edgeGroupGroup,
    }),
  },
});

/** One node group, not wrapped in an object. */
export const groupAnswerGroup = edgeGroupGroup;
