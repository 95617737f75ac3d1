import {
  choiceField,
  integerField,
  stringsField,
  textField,
} from '#src/domain/core/spec/leaf-fields.ts';
import { groupField, rowsField } from '#src/domain/core/spec/structure-fields.ts';
import { affinityGroup } from './affinity.fields.ts';
import { containerGroup } from './container.fields.ts';
import { descriptionText, resourceName, tagKey, tagValue } from './patterns.ts';
import { configsGroup } from './scheduling.fields.ts';

/** The maximum number of tags in a create request (table 17, checked by R29); the tag API later allows 20. */
export const MAX_TAGS = 10;

const tagGroup = groupField({
  name: 'Attribute',
  table: 17,
  label: { en: 'Tag', zh: '标签' },
  fields: {
    key: textField({
      table: 17,
      required: true,
      label: { en: 'Tag key', zh: '标签键' },
      maxLength: 36,
      pattern: tagKey,
    }),
    value: textField({
      table: 17,
      // The tag service returns 400 for null (docs/sources.md).
      refusesNull: true,
      minLength: 0,
      label: { en: 'Tag value', zh: '标签值' },
      maxLength: 43,
      pattern: tagValue,
    }),
  },
});

/** The body of a create request (table 3), with its members in the order in which they are checked. */
export const deploymentGroup = groupField({
  name: 'Deployment',
  table: 3,
  label: { en: 'Deployment', zh: '应用部署' },
  oneOf: ['node_ids', 'group_id'],
  fields: {
    name: textField({
      table: 3,
      required: true,
      label: { en: 'Deployment name', zh: '应用部署名称' },
      maxLength: 32,
      pattern: resourceName,
    }),
    description: textField({
      table: 3,
      minLength: 0,
      multiline: true,
      label: { en: 'Description', zh: '描述' },
      maxLength: 255,
      pattern: descriptionText,
    }),
    source: choiceField({
      table: 3,
      label: { en: 'Source', zh: '来源' },
      help: {
        en: 'Where the deployment comes from. Usually not set.',
        zh: '应用部署来源，通常无需填写。',
      },
      options: [
        { value: 'userdefined', label: { en: 'User-defined', zh: '自定义（userdefined）' } },
        {
          value: 'iem',
          label: { en: 'Edge market', zh: '边缘市场（iem）' },
          generation: '2025',
        },
      ],
    }),
    tags: rowsField({
      table: 17,
      label: { en: 'Tags', zh: '标签' },
      limit: {
        en: `Up to ${MAX_TAGS} tags with unique keys`,
        zh: `最多 ${MAX_TAGS} 个，键不允许重复`,
      },
      item: { en: 'Tag', zh: '标签' },
      row: tagGroup,
    }),
    node_ids: stringsField({
      table: 3,
      takesNull: true,
      refusesEmptyItems: true,
      label: { en: 'Edge node', zh: '边缘节点' },
      help: {
        en: 'The service currently supports exactly one edge node.',
        zh: '当前只支持一个边缘节点。',
      },
      item: { en: 'Node ID', zh: '节点 ID' },
    }),
    group_id: textField({
      table: 3,
      minLength: 0,
      takesNull: true,
      edition: 'platinum',
      label: { en: 'Node group', zh: '节点组' },
      help: {
        en: 'The service selects a node of the group.',
        zh: '应用部署到节点组，由平台选择组内节点。',
      },
    }),
    deployment: groupField({
      name: 'CreateAppsInDeploymentV3',
      table: 4,
      required: true,
      label: { en: 'Deployment settings', zh: '部署参数配置' },
      fields: {
        replicas: integerField({
          table: 4,
          required: true,
          label: { en: 'Replicas', zh: '副本数' },
          // The range depends on the edition: R08.
          limit: {
            en: 'Professional edition: 1. Platinum edition: 0 to 99',
            zh: '专业版只允许为 1，铂金版为 0~99',
          },
        }),
        annotations: groupField({
          name: 'Annotations',
          generation: '2025',
          implied: true,
          label: { en: 'Annotations', zh: '注解' },
          fields: {
            ring_controller: choiceField({
              label: { en: 'Ring controller', zh: 'Ring 控制器' },
              help: {
                en: 'For Ascend chips that work together.',
                zh: '用于昇腾芯片协同工作。',
              },
              options: [{ value: 'ascend-1980', label: { en: 'ascend-1980', zh: 'ascend-1980' } }],
            }),
            autonomy_edge_selector: textField({
              label: { en: 'Group for offline recovery', zh: '离线自愈节点组' },
              help: {
                en: 'ID of the node group that recovers the application while it is offline.',
                zh: '用于离线自愈的节点组 ID。',
              },
            }),
          },
        }),
        template: groupField({
          name: 'PodRequest',
          table: 5,
          required: true,
          label: { en: 'Template', zh: '应用部署模板' },
          fields: {
            configs: configsGroup,
            affinity: affinityGroup,
            init_containers: rowsField({
              table: 6,
              label: { en: 'Init containers', zh: 'Init 容器' },
              help: {
                en: 'Run one after another before the containers start.',
                zh: '在业务容器启动前依次运行。',
              },
              item: { en: 'Init container', zh: 'Init 容器' },
              row: containerGroup,
            }),
            containers: rowsField({
              table: 6,
              required: true,
              minItems: 1,
              label: { en: 'Containers', zh: '业务容器' },
              item: { en: 'Container', zh: '容器' },
              row: containerGroup,
            }),
          },
        }),
      },
    }),
  },
});
