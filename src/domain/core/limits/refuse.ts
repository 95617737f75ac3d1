import '../zod-config.ts';
import type { core } from 'zod/mini';
import type { Complaint } from '../issue.ts';

/** Any zod schema. Its core type: the full types with all their methods slow the type check down. */
export type Schema = core.$ZodType;

/** A zod check that refuses a value with a complaint. Both languages travel in the `params` of zod's issue. */
export function refuseWhen<T>(judge: (value: T) => Complaint | undefined): core.CheckFn<T> {
  return (payload) => {
    const complaint = judge(payload.value);
    if (complaint !== undefined) payload.issues.push(refusal(complaint, payload.value));
  };
}

/** The zod issue that carries a complaint. */
export function refusal(complaint: Complaint, input: unknown): core.$ZodRawIssue {
  return {
    code: 'custom',
    message: complaint.en,
    params: { complaint },
    input,
    continue: false,
  };
}
