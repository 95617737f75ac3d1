import type { Text } from '#src/domain/core/text.ts';
import type { Path } from '#src/json/path.ts';
import type { Ledger } from '../report/ledger.ts';
import type { DraftObject } from '../report/carry.ts';
import type { SourceNode } from '../source/source.ts';

interface Variable {
  readonly value: string;
  readonly source: SourceNode;
  readonly message: Text | undefined;
}

/** The variables of a container by name: a later one with the same name takes the place of an earlier one. */
export function createVariables(ledger: Ledger) {
  const variables = new Map<string, Variable>();
  return {
    /** Without a message, the value is as written. */
    set(name: string, value: string, source: SourceNode, message?: Text): void {
      const before = variables.get(name);
      if (before !== undefined) ledger.replace(before.source, overridden(name));
      variables.set(name, { value, source, message });
    },
    /** The rows, in the order in which the names first occur. */
    rows(to: Path): DraftObject[] {
      return [...variables].map(([name, { value, source, message }], index) => {
        ledger.carry(source, [...to, index], message);
        return { name, value };
      });
    },
  };
}

/** The variables of a container under construction. */
export type Variables = ReturnType<typeof createVariables>;

/** Adds `NAME=value`. A name without a value refers to the shell’s environment. */
export function addAssignment(
  ledger: Ledger,
  variables: Variables,
  source: SourceNode,
  text: string,
): void {
  const equals = text.indexOf('=');
  if (equals === 0) ledger.lose(source, noName);
  else if (equals < 0) ledger.lose(source, fromShell);
  else variables.set(text.slice(0, equals), text.slice(equals + 1), source);
}

/** A variable without a value. */
export const fromShell: Text = {
  en: 'the value comes from the shell and is unknown. Add the variable manually.',
  zh: '变量值来自 shell 环境，无法获取，请手动添加该变量。',
};

const noName: Text = { en: 'no name before the =.', zh: '等号前没有变量名。' };

function overridden(name: string): Text {
  return { en: `${name} is set again later.`, zh: `${name} 在后面重新设置。` };
}
