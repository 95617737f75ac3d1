import type { RuleId } from '#src/domain/core/issue.ts';
import { containerExamples } from './container.examples.ts';
import type { RuleExample } from './example-bodies.ts';
import { podExamples } from './pod.examples.ts';

/** For every rule, a body that breaks only this rule, and the corrected body, which breaks none. */
export const ruleExamples: Readonly<Record<RuleId, RuleExample>> = {
  ...podExamples,
  ...containerExamples,
};
