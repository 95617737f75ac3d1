import type { Text } from '#src/domain/core/text.ts';
import type { Path } from '#src/json/path.ts';
import type { Ledger } from '../report/ledger.ts';
import type { DraftObject } from '../report/carry.ts';
import type { SourceNode } from '../source/source.ts';

interface Variable {
  readonly value: string;
  readonly sources: readonly SourceNode[];
}

/** The variables of a container by name: a later one with the same name takes the place of an earlier one. */
export function createVariables(ledger: Ledger) {
  const variables = new Map<string, Variable>();
  return {
    set(name: string, value: string, ...sources: SourceNode[]): void {
      const before = variables.get(name);
      for (const source of before?.sources ?? []) ledger.lose(source, overridden(name));
      variables.set(name, { value, sources });
    },
    /** The rows, in the order in which their names came first. */
    rows(to: Path): DraftObject[] {
      return [...variables].map(([name, { value, sources }], index) => {
        for (const source of sources) ledger.carry(source, [...to, index]);
        return { name, value };
      });
    },
  };
}

/** The variables of a container while they are put together. */
export type Variables = ReturnType<typeof createVariables>;

/** Takes `NAME=value`. A name alone has its value in the shell, which is not known here. */
export function addAssignment(
  ledger: Ledger,
  variables: Variables,
  source: SourceNode,
  text: string,
): void {
  const equals = text.indexOf('=');
  if (equals < 1) ledger.lose(source, fromShell);
  else variables.set(text.slice(0, equals), text.slice(equals + 1), source);
}

/** A variable without a value. */
export const fromShell: Text = {
  en: 'its value comes from the shell, which is not known here. Add the variable by hand.',
  zh: '其值来自 shell 环境，此处无法得知，请手动添加该变量。',
};

function overridden(name: string): Text {
  return { en: `${name} is set again later.`, zh: `${name} 在后面被重新设置。` };
}
