import { shown } from '#src/domain/core/characters/characters.ts';
import type { Text } from '#src/domain/core/text.ts';

/** A text with its variables replaced. */
export interface Interpolated {
  readonly text: string;
  /** Every use of a variable, in order. */
  readonly uses: readonly VariableUse[];
  /** The first variable without a value, or syntax error. */
  readonly problem?: Text;
}

/** One `$NAME` or `${NAME...}`. */
export interface VariableUse {
  readonly name: string;
  /** The default value, before variables in it are replaced. */
  readonly fallback?: string;
  /** True for `:?` and `?`: Compose refuses the file without it. */
  readonly isRequired: boolean;
}

type Lookup = (name: string) => string | undefined;

/** Replaces variables as Compose does: `$V`, `${V}`, `:-`, `-`, `:?`, `?`, `:+`, `+`, nested, and `$$`. */
export function interpolate(text: string, lookup: Lookup): Interpolated {
  if (!text.includes('$')) return { text, uses: [] };
  const state: State = { uses: [], problem: undefined, lookup };
  return finish(state, replace(text, state, 0));
}

interface State {
  readonly uses: VariableUse[];
  problem: Text | undefined;
  readonly lookup: Lookup;
}

function finish({ uses, problem }: State, text: string): Interpolated {
  return { text, uses, ...(problem !== undefined && { problem }) };
}

/** Variables nested deeper are not replaced. */
const MAX_NESTING = 64;

function replace(text: string, state: State, depth: number): string {
  let result = '';
  let position = 0;
  while (position < text.length) {
    const next = text.indexOf('$', position);
    if (next < 0) return result + text.slice(position);
    result += text.slice(position, next);
    const following = text[next + 1];
    if (following === '$') {
      result += '$';
      position = next + 2;
      continue;
    }
    if (following === '{') {
      const end = depth < MAX_NESTING ? closingBrace(text, next + 2) : -1;
      if (end < 0) {
        state.problem ??= invalid(text.slice(next));
        return result + text.slice(next);
      }
      result += replaceBraced(text.slice(next + 2, end), state, depth);
      position = end + 1;
      continue;
    }
    const [name] = /^[A-Za-z_]\w*/.exec(text.slice(next + 1, next + 257)) ?? [];
    if (name === undefined) {
      state.problem ??= invalid(text.slice(next));
      result += '$';
      position = next + 1;
      continue;
    }
    result += valueOf(state, { name, isRequired: false });
    position = next + 1 + name.length;
  }
  return result;
}

/** The brace that closes one before `start`; variables in between have braces of their own. */
function closingBrace(text: string, start: number): number {
  let open = 1;
  for (let position = start; position < text.length; position++) {
    if (text[position] === '$' && text[position + 1] === '{') {
      open += 1;
      position += 1;
    } else if (text[position] === '}') {
      open -= 1;
      if (open === 0) return position;
    }
  }
  return -1;
}

function replaceBraced(inner: string, state: State, depth: number): string {
  const [, name, operator = '', rest = ''] =
    /^([A-Za-z_]\w*)(?:(:?[-?+])([^]*))?$/.exec(inner) ?? [];
  if (name === undefined) {
    state.problem ??= invalid(`\${${inner}}`);
    return `\${${inner}}`;
  }
  const value = state.lookup(name);
  const isSet = value !== undefined && (value !== '' || !operator.startsWith(':'));
  const kind = operator.at(-1);
  if (kind === '+') {
    state.uses.push({ name, fallback: '', isRequired: false });
    return isSet ? replace(rest, state, depth + 1) : '';
  }
  const fallback = kind === '-' ? { fallback: rest } : {};
  if (isSet || kind === undefined) return valueOf(state, { name, ...fallback, isRequired: false });
  if (kind === '-') {
    state.uses.push({ name, fallback: rest, isRequired: false });
    return replace(rest, state, depth + 1);
  }
  state.uses.push({ name, isRequired: true });
  state.problem ??= required(name, rest);
  return '';
}

function valueOf(state: State, use: VariableUse): string {
  state.uses.push(use);
  const value = state.lookup(use.name);
  if (value === undefined) state.problem ??= unset(use.name);
  return value ?? '';
}

function unset(name: string): Text {
  return {
    en: `the variable ${shown(name)} has no value and was replaced by an empty text. Set it in an env file.`,
    zh: `变量 ${shown(name)} 没有取值，已替换为空文本。请在环境变量文件中设置。`,
  };
}

function required(name: string, reason: string): Text {
  const why = reason === '' ? '' : `: ${shown(reason)}`;
  return {
    en: `the variable ${shown(name)} is required${why}. Set it in an env file.`,
    zh: `变量 ${shown(name)} 为必填${why}。请在环境变量文件中设置。`,
  };
}

function invalid(text: string): Text {
  return {
    en: `${shown(text)} is not valid variable syntax. Write $$ for a dollar sign.`,
    zh: `${shown(text)} 不是有效的变量写法，美元符号请写成 $$。`,
  };
}
