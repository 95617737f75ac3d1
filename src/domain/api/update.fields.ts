import { groupField } from '#src/domain/core/spec/structure-fields.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';

const { description, deployment } = deploymentGroup.fields;

/**
 * The body of an update (docs/sources.md, section 5): the pod part, which it replaces entirely, or the description,
 * or both. Name, target and tags cannot be changed. Newer than the page, so the body itself has no table.
 */
export const updateGroup = groupField({
  name: 'DeploymentUpdate',
  label: { en: 'Deployment update', zh: '更新应用部署' },
  fields: {
    description,
    deployment: groupField({
      ...deployment,
      required: false,
      fields: {
        ...deployment.fields,
        // The existing ones stay if it is omitted.
        replicas: { ...deployment.fields.replicas, required: false },
      },
    }),
  },
});
