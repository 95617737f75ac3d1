import type { Text } from '#src/domain/core/text.ts';

export function unknownOption(option: string): Text {
  return { en: `Unknown option ${option}.`, zh: `未知选项 ${option}。` };
}

/** A choice without a value. */
export function missingChoice(option: string, values: readonly string[]): Text {
  return {
    en: `${option} needs a value: ${values.join(' or ')}.`,
    zh: `${option} 缺少取值，可选值为 ${values.join('、')}。`,
  };
}

export function badChoice(option: string, value: string, values: readonly string[]): Text {
  return {
    en: `${option} cannot be “${value}”. Use ${values.join(' or ')}.`,
    zh: `${option} 的取值不能是“${value}”，可选值为 ${values.join('、')}。`,
  };
}

/** An option that takes any text, without one. */
export function missingText(option: string, placeholder: Text): Text {
  return {
    en: `${option} needs a value: ${placeholder.en}.`,
    zh: `${option} 缺少取值：${placeholder.zh}。`,
  };
}

/** A switch with a value, as in `--json=1`. */
export function unwantedValue(option: string): Text {
  return { en: `${option} takes no value.`, zh: `${option} 不带取值。` };
}

/** Why a file could not be read, by Node’s error code. */
export function unreadable(code: string | undefined): Text {
  switch (code) {
    case 'ENOENT':
      return { en: 'File not found.', zh: '文件不存在。' };
    case 'EISDIR':
      return { en: 'This is a directory, not a file.', zh: '这是目录，不是文件。' };
    case 'EACCES':
    case 'EPERM':
      return { en: 'No permission to read this file.', zh: '没有读取此文件的权限。' };
    default:
      return {
        en: `This file could not be read (${code ?? 'unknown error'}).`,
        zh: `无法读取此文件（${code ?? '未知错误'}）。`,
      };
  }
}

export function fileTooLarge(bytes: number): Text {
  const size = `${bytes / 1024 / 1024} MiB`;
  return { en: `This file is larger than ${size}.`, zh: `文件超过 ${size}。` };
}

export const notUtf8: Text = {
  en: 'This is not UTF-8. Save the file as UTF-8.',
  zh: '此处不是 UTF-8 编码，请将文件保存为 UTF-8。',
};

export const emptyFile: Text = {
  en: 'The file is empty.',
  zh: '文件为空。',
};

/** Shown when a person is expected to type the input. */
export const waitingForInput: Text = {
  en: 'Reading standard input. Press Ctrl-D to end it.',
  zh: '正在读取标准输入，按 Ctrl-D 结束。',
};

/** The results could not be written, for example to a full disk. */
export function lostOutput(code: string): Text {
  return {
    en: `The results could not be written (${code}).`,
    zh: `无法写出结果（${code}）。`,
  };
}
