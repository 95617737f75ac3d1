import { groupField, rowsField } from '#src/domain/core/spec/structure-fields.ts';
import { deploymentAnswerGroup } from './deployment.fields.ts';
import { totalField } from './record.fields.ts';

/** `{count, deployments}`, each as in table 21. */
export const deploymentsAnswerGroup = groupField({
  name: 'DeploymentsAnswer',
  label: { en: 'Deployments', zh: '应用部署列表' },
  fields: {
    count: totalField,
    deployments: rowsField({
      required: true,
      label: { en: 'Deployments', zh: '应用部署列表' },
      item: deploymentAnswerGroup.label,
      row: deploymentAnswerGroup,
    }),
  },
});
