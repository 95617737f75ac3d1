import '../zod-config.ts';
import type { core } from 'zod/mini';
import type { Complaint } from '../issue.ts';

/** Any zod schema. The core type, because the full types with their methods slow down type checking. */
export type Schema = core.$ZodType;

/** A zod check that rejects a value with a complaint, which is in the `params` of the zod issue in both languages. */
export function refuseWhen<T>(judge: (value: T) => Complaint | undefined): core.CheckFn<T> {
  return (payload) => {
    const complaint = judge(payload.value);
    if (complaint !== undefined) payload.issues.push(refusal(complaint, payload.value));
  };
}

export function refusal(complaint: Complaint, input: unknown): core.$ZodRawIssue {
  return {
    code: 'custom',
    message: complaint.en,
    params: { complaint },
    input,
    continue: false,
  };
}
