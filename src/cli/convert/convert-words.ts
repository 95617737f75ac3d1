import { kinds } from '#src/convert/request/kinds.ts';
import type { Text } from '#src/domain/core/text.ts';

const notations = ['auto', ...Object.keys(kinds)].join('|');

export const convertUsage: Text = {
  en: 'Usage: ief-convert [OPTION]... [FILE]   (see --help)',
  zh: '用法：ief-convert [选项]... [文件]（详见 --help）',
};

/** The output of --help. */
export const convertHelp: Text = {
  en: `Converts what you already have into the body of an IEF deployment.

Usage: ief-convert [OPTION]... [FILE]

Reads standard input if no FILE is given, or if FILE is -.

  --from ${notations}
                                    notation of the input (auto)
  --service NAME                    service, workload or deployment to convert; may be repeated
  --env-file FILE                   an env file that the input refers to; may be repeated
  --edition professional|platinum   edition of the service (professional)
  --generation 2024-04|2025         generation of the API (2024-04)
  --lang en|zh                      language of the messages (en)
  --json                            print body and report as one JSON object
  --verbose                         also list carried values
  -h, --help                        show this help
  -v, --version                     show the version

The body goes to standard output, the report to standard error:
  LEVEL FILE:LINE SOURCE -> POINTER  MESSAGE
LEVEL is changed, lost or note.

Exit code: 0 nothing lost; 1 something lost;
2 the input could not be read or was refused, or an argument is wrong.`,
  zh: `将已有的内容转换为 IEF 应用部署的请求体。

用法：ief-convert [选项]... [文件]

未指定文件，或文件为 - 时，读取标准输入。

  --from ${notations}
                                    输入的格式（默认 auto）
  --service 名称                    要转换的服务、工作负载或应用部署，可重复
  --env-file 文件                   输入中引用的环境变量文件，可重复
  --edition professional|platinum   服务版本（默认 professional）
  --generation 2024-04|2025         API 版本（默认 2024-04）
  --lang en|zh                      提示信息的语言（默认 en）
  --json                            在标准输出中以一个 JSON 对象输出请求体和报告
  --verbose                         报告中也列出已保留的值
  -h, --help                        显示本说明
  -v, --version                     显示版本号

请求体写到标准输出，报告写到标准错误：
  级别 文件:行 来源 -> 指针  说明
级别为 changed、lost 或 note。

退出码：0 没有丢失；1 有内容丢失；
2 输入无法读取或被拒绝，或参数有误。`,
};

export const onlyOneFile: Text = {
  en: 'Only one file can be converted at a time.',
  zh: '一次只能转换一个文件。',
};

/** Options that take any text, with the placeholder that the help shows. */
export const placeholders = {
  service: { en: 'NAME', zh: '名称' },
  'env-file': { en: 'FILE', zh: '文件' },
} as const satisfies Record<string, Text>;
