import type { RuleId } from '#src/domain/core/issue.ts';
import { containerExamples } from './rules/container.examples.ts';
import type { RuleExample } from './rules/example-bodies.ts';
import { podExamples } from './rules/pod.examples.ts';

/** For every rule a body that breaks it alone, and that body put right, which breaks none. */
export const ruleExamples: Readonly<Record<RuleId, RuleExample>> = {
  ...podExamples,
  ...containerExamples,
};
