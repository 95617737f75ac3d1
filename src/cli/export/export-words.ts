import { exportKinds } from '#src/convert/export/request/export-request.ts';
import type { Text } from '#src/domain/core/text.ts';

const notations = Object.keys(exportKinds).join('|');

export const exportUsage: Text = {
  en: 'Usage: ief-export [OPTION]... [FILE]   (see --help)',
  zh: '用法：ief-export [选项]... [文件]（详见 --help）',
};

/** The output of --help. */
export const exportHelp: Text = {
  en: `Writes the body of an IEF deployment in another notation.

Usage: ief-export [OPTION]... [FILE]

Reads standard input if no FILE is given, or if FILE is -.

  --to ${notations}
                                    notation of the output (json)
  --target ID                       a target of the file named by IEF_TARGETS, or mock
  --secrets keep|omit|variable      what to do with values that look like secrets (keep)
  --lang en|zh                      language of the messages (en)
  -h, --help                        show this help
  -v, --version                     show the version

Snippets take $IEF_TOKEN (with an SDK: $HUAWEICLOUD_SDK_AK and $HUAWEICLOUD_SDK_SK) and, without --target, $IEF_ENDPOINT (with its scheme),
$IEF_PROJECT_ID and, for the platinum edition, $IEF_INSTANCE_ID.

The text goes to standard output. Kubernetes, compose and docker-run report on standard error:
  LEVEL FILE:LINE SOURCE -> TARGET  MESSAGE

Exit code: 0; 2 the input could not be read or is not JSON, or an argument is wrong.`,
  zh: `将 IEF 应用部署的请求体转换为其他格式。

用法：ief-export [选项]... [文件]

未指定文件，或文件为 - 时，读取标准输入。

  --to ${notations}
                                    输出的格式（默认 json）
  --target ID                       IEF_TARGETS 所指文件中的目标，或 mock
  --secrets keep|omit|variable      疑似密钥的值：保留、留空或改为变量（默认 keep）
  --lang en|zh                      提示信息的语言（默认 en）
  -h, --help                        显示本说明
  -v, --version                     显示版本号

脚本使用 $IEF_TOKEN（SDK 使用 $HUAWEICLOUD_SDK_AK 和 $HUAWEICLOUD_SDK_SK）。未指定 --target 时，还使用 $IEF_ENDPOINT（含协议）、
$IEF_PROJECT_ID，以及铂金版的 $IEF_INSTANCE_ID。

转换结果写到标准输出。kubernetes、compose 和 docker-run 的报告写到标准错误：
  级别 文件:行 来源 -> 目标  说明

退出码：0；2 输入无法读取或不是 JSON，或参数有误。`,
};

export const onlyOneExport: Text = {
  en: 'Only one file can be exported at a time.',
  zh: '一次只能导出一个文件。',
};

export const targetPlaceholder: Text = { en: 'ID', zh: 'ID' };

export function unknownTarget(id: string): Text {
  return {
    en: `The file named by IEF_TARGETS has no target ${id}. The text uses variables instead.`,
    zh: `IEF_TARGETS 所指的文件中没有目标 ${id}，改用变量。`,
  };
}

export function hiddenSecrets(count: number): Text {
  return {
    en: `note: ${count} ${count === 1 ? 'value looks' : 'values look'} like a secret. Use --secrets omit or variable, or store it as an IEF secret.`,
    zh: `note: 有 ${count} 个值疑似密钥，可使用 --secrets omit 或 variable，或保存为 IEF 密钥。`,
  };
}
