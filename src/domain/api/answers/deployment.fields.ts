import { choiceField, integerField, textField } from '#src/domain/core/spec/leaf-fields.ts';
import { groupField } from '#src/domain/core/spec/structure-fields.ts';
import type { FieldSpec } from '#src/domain/core/spec/field.ts';
import type { Text } from '#src/domain/core/text.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { timestampForm } from './timestamp.ts';
import { withTables } from './with-tables.ts';

/**
 * The responses of the API page, tables 21 to 41. Responses of the mock must satisfy `schemaOf` of these specs;
 * responses of a service are read by `readValue` (core/check/read-value.ts), which tolerates deviations.
 *
 * Most rows repeat a row of the request verbatim, so they use its spec with the table number of the response.
 * Table 21 requires the keys that the API Explorer requires of a response; the tables below it require the keys
 * of the request, because the service returns the request that it accepted.
 */

/** The response table that repeats a request table. Tables 33 and 34 serve both. */
const answerTables: Readonly<Record<number, number>> = {
  3: 21,
  4: 21,
  5: 22,
  6: 23,
  7: 24,
  8: 25,
  9: 27,
  10: 26,
  11: 28,
  12: 29,
  13: 30,
  14: 31,
  15: 32,
  16: 35,
  17: 36,
  18: 37,
  19: 38,
  20: 39,
  33: 33,
  34: 34,
};

/** Part of the request, as the response repeats it. */
function answered<const S extends FieldSpec>(spec: S) {
  return withTables(spec, (table) => answerTables[table]);
}

const sent = deploymentGroup.fields;
const sentDeployment = sent.deployment.fields;

function timestamp(label: Text) {
  return textField({
    table: 21,
    label,
    pattern: timestampForm,
    placeholder: '2020-09-23 02:38:17.894471458 +0000 UTC',
  });
}

/**
 * A deployment in the responses of create, show, list and update (table 21): flat, with `replicas` and `template` at
 * the root.
 */
export const deploymentAnswerGroup = groupField({
  name: 'DeploymentAnswer',
  table: 21,
  label: { en: 'Deployment', zh: '应用部署' },
  fields: {
    id: textField({
      table: 21,
      required: true,
      label: { en: 'Deployment ID', zh: '应用部署 ID' },
    }),
    name: answered(sent.name),
    description: answered(sent.description),
    replicas: answered({ ...sentDeployment.replicas, required: false }),
    ready_replicas: integerField({
      table: 21,
      label: { en: 'Ready replicas', zh: '正常副本数' },
      min: 0,
    }),
    // Empty in node mode.
    group_id: answered({ ...sent.group_id, takesNull: false }),
    node_ids: answered({ ...sent.node_ids, takesNull: false, required: true }),
    tags: answered(sent.tags),
    api_version: textField({
      table: 21,
      label: { en: 'API version', zh: '应用部署版本' },
      placeholder: 'v3',
    }),
    source: choiceField({
      ...answered(sent.source),
      allowsEmpty: true,
      options: [
        ...sent.source.options,
        // Spelled like this, without the last letter, in the vendor's list and show responses.
        { value: 'userdefine', label: { en: 'User-defined', zh: '自定义（userdefine）' } },
      ],
    }),
    project_id: textField({ table: 21, label: { en: 'Project ID', zh: '项目 ID' } }),
    created_at: timestamp({ en: 'Created at', zh: '创建时间' }),
    updated_at: timestamp({ en: 'Updated at', zh: '更新时间' }),
    template: answered(sentDeployment.template),
    // Absent from update responses.
    annotations: answered(sentDeployment.annotations),
    state: choiceField({
      table: 21,
      allowsEmpty: true,
      label: { en: 'State', zh: '应用状态' },
      help: {
        en: 'Reserved and usually empty. Check the replicas and the pods to see whether it runs.',
        zh: '保留字段，通常为空。运行情况请查看副本数和应用实例。',
      },
      options: [
        { value: 'FREEZE', label: { en: 'Frozen', zh: '冻结' } },
        { value: 'PENDING_DELETE', label: { en: 'Being deleted', zh: '删除中' } },
        { value: 'DELETE_FAILED', label: { en: 'Deletion failed', zh: '删除失败' } },
      ],
    }),
    source_id: textField({
      table: 21,
      minLength: 0,
      label: { en: 'Source ID', zh: '来源 ID' },
      help: { en: 'Reserved.', zh: '预留字段。' },
    }),
  },
});

function errorGroup(table: number, name: string, label: Text) {
  return groupField({
    name,
    table,
    label,
    fields: {
      error_code: textField({
        table,
        required: true,
        label: { en: 'Error code', zh: '错误码' },
        placeholder: 'IEF.100001',
      }),
      error_msg: textField({
        table,
        required: true,
        label: { en: 'Error message', zh: '错误描述信息' },
      }),
    },
  });
}

/** An error response: status 400 (table 40), and the other statuses from 401 to 499 with the same shape. */
export const errorAnswerGroup = errorGroup(40, 'ErrorAnswer', {
  en: 'Request error',
  zh: '请求错误',
});

/** An error response with status 500 (table 41). */
export const failureAnswerGroup = errorGroup(41, 'FailureAnswer', {
  en: 'Service error',
  zh: '服务错误',
});
