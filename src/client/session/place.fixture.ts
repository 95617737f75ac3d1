import type { NamedPlace } from './place.ts';

/** A live target that needs a token. */
export const northPlace: NamedPlace = {
  targetId: 'north',
  label: 'IEF North',
  kind: 'live',
  region: '',
  needsToken: true,
  projectId: 'a'.repeat(32),
  edition: 'professional',
  instanceId: '',
};
