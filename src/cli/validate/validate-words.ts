import type { Text } from '#src/domain/core/text.ts';

export const validateUsage: Text = {
  en: 'Usage: ief-validate [OPTION]... [FILE]...   (see --help)',
  zh: '用法：ief-validate [选项]... [文件]...（详见 --help）',
};

/** The output of --help. */
export const validateHelp: Text = {
  en: `Checks request bodies for creating an application deployment in Huawei Cloud IEF.

Usage: ief-validate [OPTION]... [FILE]...

Reads standard input if no FILE is given, or if FILE is -.

  --edition professional|platinum   edition of the service (professional)
  --generation 2024-04|2025         generation of the API (2024-04)
  --lang en|zh                      language of the messages (en)
  --json                            print a JSON array instead of lines
  --strict                          warnings count as errors
  -h, --help                        show this help
  -v, --version                     show the version

Each problem is one line on standard output:
  FILE:LINE:COLUMN PATH MESSAGE (RULE or TABLE)
Warnings and notes begin with \`warning: \` or \`note: \`.

Exit code: 0 no errors; 1 errors;
2 a file could not be read or is not JSON, or an argument is wrong.`,
  zh: `检查华为云 IEF“创建应用部署”的请求体。

用法：ief-validate [选项]... [文件]...

未指定文件，或文件为 - 时，读取标准输入。

  --edition professional|platinum   服务版本（默认 professional）
  --generation 2024-04|2025         API 版本（默认 2024-04）
  --lang en|zh                      提示信息的语言（默认 en）
  --json                            输出一个 JSON 数组，而不是逐行文本
  --strict                          警告也算作错误
  -h, --help                        显示本说明
  -v, --version                     显示版本号

每个问题在标准输出中占一行：
  文件:行:列 路径 说明 (规则或表)
警告和提示以“warning: ”或“note: ”开头。

退出码：0 没有错误；1 有错误；
2 文件无法读取或不是 JSON，或参数有误。`,
};

export function tooDeep(levels: number): Text {
  return {
    en: `Lists and objects are nested too deeply here. The maximum is ${levels} levels.`,
    zh: `此处列表和对象嵌套过深，最多 ${levels} 层。`,
  };
}

export function tooManyValues(limit: number): Text {
  return {
    en: `The file contains more than ${limit} values.`,
    zh: `文件中的值超过 ${limit} 个。`,
  };
}

/** Syntax errors of JSON. */
export const jsonFaults = {
  symbol: {
    en: 'This is not a JSON value. Texts and keys need double quotes; the only words are true, false and null.',
    zh: '这不是 JSON 值。文本和键必须使用双引号，单词只能是 true、false 或 null。',
  },
  quotes: {
    en: 'JSON only allows double quotes.',
    zh: 'JSON 只能使用双引号。',
  },
  number: {
    en: 'This number is not complete.',
    zh: '数字不完整。',
  },
  part: {
    en: 'A value or a key in double quotes is missing here.',
    zh: '此处缺少值，或缺少双引号中的键。',
  },
  lastComma: {
    en: 'JSON does not allow a trailing comma. Remove it.',
    zh: 'JSON 不允许最后一项后面有逗号，请将其删除。',
  },
  colon: {
    en: 'A colon between key and value is missing here.',
    zh: '此处缺少键与值之间的冒号。',
  },
  comma: {
    en: 'A comma between two entries or a closing bracket is missing here.',
    zh: '此处缺少两项之间的逗号，或缺少右括号。',
  },
  end: {
    en: 'The text ends before all brackets are closed.',
    zh: '文本到此结束，但括号尚未全部闭合。',
  },
  more: {
    en: 'Nothing may follow the JSON value.',
    zh: 'JSON 值已经结束，后面不能再有内容。',
  },
  comment: {
    en: 'JSON has no comments. Remove this one.',
    zh: 'JSON 不支持注释，请将其删除。',
  },
  openText: {
    en: 'The closing double quote of this text is missing on this line.',
    zh: '此文本没有结束，本行缺少结尾的双引号。',
  },
  escape: {
    en: 'JSON has no such escape. Write a backslash as \\\\.',
    zh: 'JSON 没有这种转义，反斜杠请写成 \\\\。',
  },
  control: {
    en: 'A text cannot contain control characters. Write an escape, such as \\t or \\u0001.',
    zh: '文本中有控制字符，请写成转义形式，例如 \\t 或 \\u0001。',
  },
  other: {
    en: 'This is not JSON.',
    zh: '这不是 JSON。',
  },
} as const satisfies Record<string, Text>;

export function unlisted(more: number): Text {
  const count = more.toLocaleString('en-US');
  return {
    en: `${count} more ${more === 1 ? 'problem is' : 'problems are'} not listed.`,
    zh: `另有 ${count} 个问题未列出。`,
  };
}

/** The last line of a run. */
export function validateSummary(count: {
  readonly files: number;
  readonly error: number;
  readonly warning: number;
  readonly note: number;
  readonly unreadable: number;
}): Text {
  const { files, error, warning, note, unreadable: bad } = count;
  const en = [many(files, 'file'), many(error, 'error'), many(warning, 'warning')];
  const zh = [`${files} 个文件`, `${error} 个错误`, `${warning} 个警告`];
  if (note > 0) {
    en.push(many(note, 'note'));
    zh.push(`${note} 个提示`);
  }
  if (bad > 0) {
    en.push(`${bad} unreadable`);
    zh.push(`${bad} 个无法读取`);
  }
  return { en: en.join(', '), zh: zh.join('，') };
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
