import { schemaOf, type ValueOf } from '#src/domain/core/schema.ts';
import { deploymentGroup } from './deployment.fields.ts';

/** A complete request body (table 3) as TypeScript sees it. Unknown keys may stand beside the known ones. */
export type DeploymentBody = ValueOf<typeof deploymentGroup>;

/** The payload schema: the fields of tables 3 to 20, 33 and 34, without the rules over several fields. */
export const deploymentSchema = schemaOf(deploymentGroup);
