import { deploymentAnswerGroup } from '#src/domain/api/answers/deployment.fields.ts';
import { groupField } from '#src/domain/core/spec/structure-fields.ts';

const answered = deploymentAnswerGroup.fields;

/**
 * The fields of a deployment that the page reads. The rest is not validated: a create has succeeded even if the template
 * in its response is invalid, validating a thousand templates would waste time, and the page shows a template as it is.
 */
export const deploymentFactsGroup = groupField({
  ...deploymentAnswerGroup,
  fields: {
    id: answered.id,
    name: answered.name,
    state: answered.state,
    replicas: answered.replicas,
    ready_replicas: answered.ready_replicas,
    created_at: answered.created_at,
  },
});
