import { vi } from 'vitest';
import type { Connection } from './connection.ts';
import type { Target } from '../targets/targets.ts';

/** A live target that needs a token. */
export const northTarget: Target = {
  id: 'north',
  label: 'IEF North',
  kind: 'live',
  region: '',
  edition: 'professional',
  projectId: undefined,
  auth: 'token',
};
export const requestSignIn = vi.fn<Connection['requestSignIn']>(async () => true);
/** Connected to {@link northTarget}. */
export const connection: Connection = {
  targets: [northTarget],
  targetState: { state: 'known', target: northTarget },
  access: undefined,
  hasAccessEnded: false,
  lists: {} as Connection['lists'],
  missing: undefined,
  refusal: undefined,
  signInRequest: undefined,
  requestSignIn,
  finishSignIn: () => undefined,
  isOpen: false,
  open: () => undefined,
  close: () => undefined,
};
