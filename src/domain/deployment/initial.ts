import type { ValueOf } from '#src/domain/core/spec/value-of.ts';
import type { deploymentGroup } from './fields/deployment.fields.ts';

/** A new document (docs/sources.md, section 7): complete except for name, node, and image. */
export const initialBody = {
  name: '',
  node_ids: [],
  deployment: {
    replicas: 1,
    template: {
      configs: { host_network: false, restart_policy: 'Always' },
      containers: [{ name: 'container-0', image_url: '' }],
    },
  },
} satisfies ValueOf<typeof deploymentGroup>;
