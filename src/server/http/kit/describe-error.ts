import { HttpProblem } from './problem.ts';

/** One of our codes, or the class and first location of a bug. A bug's message could contain data of a caller. */
export function describeError(error: Error): string {
  if (error instanceof HttpProblem && error.code !== 'BUILDER.internal') return error.code;
  const bug = error instanceof HttpProblem ? error.cause : error;
  if (!(bug instanceof Error)) return 'unknown';
  const location = /\(?([^\s(/\\]+:\d+:\d+)\)?$/m.exec(bug.stack ?? '')?.[1] ?? 'unknown place';
  return `${bug.name} at ${location}`;
}
