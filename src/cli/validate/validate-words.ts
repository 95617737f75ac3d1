import type { Text } from '#src/domain/core/text.ts';

/** The short reminder behind a mistake in the arguments. */
export const validateUsage: Text = {
  en: 'Usage: ief-validate [OPTION]... [FILE]...   (--help tells more)',
  zh: '用法：ief-validate [选项]... [文件]...（详见 --help）',
};

/** The answer to --help. */
export const validateHelp: Text = {
  en: `Checks bodies of "create an application deployment" of Huawei Cloud IEF.

Usage: ief-validate [OPTION]... [FILE]...

Reads standard input if no FILE is given, or where FILE is -.

  --edition professional|platinum   edition of the service (professional)
  --generation 2024-04|2025         generation of the API (2024-04)
  --lang en|zh                      language of the messages (en)
  --json                            one JSON array in place of lines
  --strict                          warnings count as errors
  -h, --help                        this text
  -v, --version                     the version

Each problem is one line on standard output:
  FILE:LINE:COLUMN PATH MESSAGE (RULE or TABLE)
A message that is no error begins with \`warning: \` or \`note: \`.

Exit code: 0 no errors; 1 errors;
2 a file could not be read or is no JSON, or an argument is wrong.`,
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
不属于错误的说明以“warning: ”或“note: ”开头。

退出码：0 没有错误；1 有错误；
2 文件无法读取或不是 JSON，或参数有误。`,
};

/** Lists and objects stand in each other too deep. */
export function tooDeep(levels: number): Text {
  return {
    en: `Lists and objects are nested too deep here; ${levels} levels are allowed.`,
    zh: `此处列表和对象嵌套过深，最多 ${levels} 层。`,
  };
}

/** There are more values than are judged. */
export function tooManyValues(most: number): Text {
  return {
    en: `The file holds more than ${most} values.`,
    zh: `文件中的值超过 ${most} 个。`,
  };
}

/** What keeps a text from being JSON, at the place where it is. */
export const jsonFaults = {
  symbol: {
    en: 'This is no JSON value. Texts and keys stand in double quotes; the only words are true, false and null.',
    zh: '这不是 JSON 值。文本和键必须使用双引号，单词只能是 true、false 或 null。',
  },
  quotes: {
    en: 'JSON knows double quotes only.',
    zh: 'JSON 只能使用双引号。',
  },
  number: {
    en: 'This number is not complete.',
    zh: '数字不完整。',
  },
  part: {
    en: 'A value is missing here, or a key in double quotes.',
    zh: '此处缺少值，或缺少双引号中的键。',
  },
  lastComma: {
    en: 'JSON allows no comma behind the last entry. Remove it.',
    zh: 'JSON 不允许最后一项后面有逗号，请将其删除。',
  },
  colon: {
    en: 'A colon is missing here, between a key and its value.',
    zh: '此处缺少键与值之间的冒号。',
  },
  comma: {
    en: 'A comma is missing here, between two entries, or a closing bracket.',
    zh: '此处缺少两项之间的逗号，或缺少右括号。',
  },
  end: {
    en: 'The text ends here, before all brackets are closed.',
    zh: '文本到此结束，但括号尚未全部闭合。',
  },
  more: {
    en: 'The JSON value has ended; nothing may follow it.',
    zh: 'JSON 值已经结束，后面不能再有内容。',
  },
  comment: {
    en: 'JSON has no comments. Remove this one.',
    zh: 'JSON 不支持注释，请将其删除。',
  },
  openText: {
    en: 'This text is not closed. Its closing double quote is missing in this line.',
    zh: '此文本没有结束，本行缺少结尾的双引号。',
  },
  escape: {
    en: 'JSON has no such escape. Write a backslash as \\\\.',
    zh: 'JSON 没有这种转义，反斜杠请写成 \\\\。',
  },
  control: {
    en: 'A control character stands in the text. Write it as an escape, such as \\t or \\u0001.',
    zh: '文本中有控制字符，请写成转义形式，例如 \\t 或 \\u0001。',
  },
  other: {
    en: 'This is no JSON.',
    zh: '这不是 JSON。',
  },
} as const satisfies Record<string, Text>;

/** Stands for the problems of a file beyond those that are printed. */
export function unlisted(more: number): Text {
  const count = more.toLocaleString('en-US');
  return {
    en: `${count} more ${more === 1 ? 'problem is' : 'problems are'} not joinLines.`,
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
