import type { Text } from '#src/domain/core/text.ts';
import type { TextPlace } from '#src/domain/core/json-text/text-lines.ts';
import { commandLeaf, redirectionLeaf } from '../command/command-leaves.ts';
import { readCommands, type Command, type Word } from '../command/shell-words.ts';
import { detectShell } from '../command/shells.ts';
import { findFile } from '../docker/env-file.ts';
import type { NamedText } from '../request/kinds.ts';
import type { Ledger } from '../report/ledger.ts';
import { isSecretName } from '../secrets/find-secrets.ts';
import { RefusalError } from '../source/refusal.ts';
import type { Leaf } from '../source/source.ts';
import { resolveWord, standardInput, writtenTo, type BodySource } from './standard-input.ts';

/** A curl command in its parts. */
export interface CurlCommand {
  /** The body, as curl would send it. */
  readonly body: string;
  /** Where it is in the text, to name lines; 0 if it came from a file. */
  readonly bodyOffset: number;
  readonly bodyFile?: string;
  /** Why values of the body may not be the intended ones. */
  readonly bodyCaveat?: Text;
  /** Other commands of the text, which print the body or are not read. */
  readonly others: readonly { readonly leaf: Leaf; readonly hasBody: boolean }[];
  readonly leaves: readonly Leaf[];
  readonly credentials: readonly Leaf[];
  /** The address is that of a create or an update. */
  readonly isDeployment: boolean;
  readonly commentOffsets: readonly number[];
}

const dataFlags = new Set([
  '-d',
  '--data',
  '--data-raw',
  '--data-binary',
  '--data-ascii',
  '--json',
]);
const valueFlags = new Set(
  (
    '-X --request -H --header -u --user -o --output -A --user-agent -e --referer -b --cookie -c ' +
    '--cookie-jar -x --proxy -m --max-time --connect-timeout --cacert --cert -E --key --resolve ' +
    '--retry --url -w --write-out -F --form --data-urlencode -T --upload-file --interface ' +
    '-U --proxy-user --proxy-header --oauth2-bearer --pass --proxy-pass --proxy-cert --proxy-key ' +
    '--tlsuser --tlspassword --aws-sigv4 --cert-type --key-type --cacert --capath --ciphers --tls-max ' +
    '--retry-delay --retry-max-time --connect-to --noproxy --limit-rate --dns-servers --socks5 ' +
    '--socks5-hostname --unix-socket --url-query --request-target --max-redirs --trace --trace-ascii'
  ).split(' '),
);

/** Reads the first curl command of a text; undefined if there is none. Throws Refused if it has no body. */
export function readCurl(
  text: string,
  files: readonly NamedText[],
  placeOf: (offset: number) => TextPlace,
): CurlCommand | undefined {
  const { commands, commentOffsets } = readCommands(text);
  const index = commands.findIndex(({ words }) => programAt(words) >= 0);
  const command = commands[index];
  if (command === undefined) return undefined;
  const words = command.words.slice(programAt(command.words) + 1);
  const leaves: Leaf[] = [];
  const credentials: Leaf[] = [];
  const data: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const { label, value, used } = readFlag(words[at]!, words[at + 1]);
    const isUpload = (label === '-T' || label === '--upload-file') && data.length === 0;
    if (value !== undefined && dataFlags.has(label)) data.push(value);
    else if (value !== undefined && isUpload) data.push({ ...value, text: `@${value.text}` });
    else {
      const word = value ?? words[at]!;
      const leaf = commandLeaf(label, { ...word, offset: words[at]!.offset }, word.text, placeOf);
      leaves.push(leaf);
      if (isCredential(label, word.text)) credentials.push(leaf);
    }
    at += used;
  }
  const [first] = data;
  if (first === undefined) throw new RefusalError(command.offset, noBody);
  const read = readBody(data, files, commands, index);
  const others = commands
    .filter((one) => one !== command)
    .map((one) => ({
      leaf: otherCommand(one, text, placeOf),
      hasBody: read.providers?.includes(one) === true,
    }));
  for (const one of command.redirections) leaves.push(redirectionLeaf(one, placeOf));
  leaves.push(...others.map(({ leaf }) => leaf));
  return {
    body: withoutBackslashes(read.word.text, text),
    bodyOffset: read.word.offset,
    others,
    leaves: leaves.sort((a, b) => a.line - b.line),
    credentials,
    isDeployment: leaves.some(({ text }) => /\/edgemgr\/deployments/.test(text)),
    commentOffsets,
    ...(read.word.caveat !== undefined && { bodyCaveat: read.word.caveat }),
    ...(read.file !== undefined && { bodyFile: read.file }),
  };
}

function programAt(words: readonly Word[]): number {
  const index = words.findIndex(
    ({ text }) => !/^(?:[$>%]|PS|[A-Z]:\\.*>|sudo|\w+=.*)$/i.test(text),
  );
  return /^(?:.*[\\/])?curl(?:\.exe)?$/i.test(words[index]?.text ?? '') ? index : -1;
}

/** A flag with its value, in the same word or the next; `used` words after it are taken. */
function readFlag(word: Word, next: Word | undefined) {
  const { text } = word;
  const equals = text.startsWith('--') ? text.indexOf('=') : -1;
  const name = equals < 0 ? text : text.slice(0, equals);
  const takesValue = dataFlags.has(name) || valueFlags.has(name);
  if (takesValue && equals >= 0)
    return { label: name, value: { ...word, text: text.slice(equals + 1) }, used: 0 };
  if (takesValue && next !== undefined) return { label: name, value: next, used: 1 };
  const short = /^-[a-zA-Z]/.exec(text)?.[0];
  if (short !== undefined && text.length > 2 && (dataFlags.has(short) || valueFlags.has(short)))
    return { label: short, value: { ...word, text: text.slice(2) }, used: 0 };
  return { label: text.startsWith('-') ? text : 'url', value: undefined, used: 0 };
}

function isCredential(label: string, value: string): boolean {
  if (credentialOptions.has(label) || hasCredential(value)) return true;
  const [, header = ''] = /^\s*([\w-]+)\s*:/.exec(value) ?? [];
  const isHeader = ['-H', '--header', '--proxy-header'].includes(label);
  return (
    isHeader && (isSecretName(header) || /^(?:(?:proxy-)?authorization|x-sdk-.+)$/i.test(header))
  );
}

const credentialOptions = new Set(
  (
    '-u --user -b --cookie -E --cert --key --pass -U --proxy-user --proxy-pass --proxy-cert ' +
    '--proxy-key --oauth2-bearer --tlspassword --tlsuser'
  ).split(' '),
);

/** True for an address with a user or a secret in it. */
function hasCredential(value: string): boolean {
  if (/^(?:[a-z][\w+.-]*:\/\/)?[^/\s@]*@/i.test(value)) return true;
  return [...value.matchAll(/[?&]([\w.-]+)=/g)].some(([, name = '']) => isSecretName(name));
}

interface ReadBody {
  readonly word: Word;
  readonly file?: string;
  readonly providers?: readonly Command[];
}

function readBody(
  data: readonly Word[],
  files: readonly NamedText[],
  commands: readonly Command[],
  index: number,
): ReadBody {
  const first = data[0]!;
  const isFile = first.text.startsWith('@');
  const name = first.text.slice(1);
  const source: BodySource = !isFile
    ? resolveWord(first, commands)
    : name === '-' || name === '.'
      ? standardInput(commands, index)
      : { file: name, offset: first.offset };
  if (source === undefined) {
    if (isFile) throw new RefusalError(first.offset, fromCommand);
    const caveat = data.find((word) => word.caveat !== undefined)?.caveat;
    const text = data.map((word) => word.text).join('&');
    return { word: { text, offset: first.offset, ...(caveat && { caveat }) } };
  }
  if ('word' in source) return source;
  const file = findFile(files, source.file);
  if (file === undefined) {
    const written = writtenTo(source.file, commands.slice(0, index));
    if (written !== undefined && 'word' in written) return written;
    throw new RefusalError(source.offset, noFile);
  }
  return { word: { text: file.text, offset: first.offset }, file: file.name };
}

/** PowerShell needs `\\"` for a double quote in an argument of a program, even in single quotes. */
function withoutBackslashes(body: string, text: string): string {
  return /^\s*[{[]\s*\\"/.test(body) && detectShell(text) === 'powershell'
    ? body.replaceAll(
        /(?<!\\)(\\+)"/g,
        (_, { length }: string) => `${'\\'.repeat((length - 1) / 2)}"`,
      )
    : body;
}

/** A command beside curl. It may hold a credential, so the report shows no more than its name. */
function otherCommand(
  { words, offset, end }: Command,
  text: string,
  placeOf: (offset: number) => TextPlace,
): Leaf {
  const [label = ''] = words[0]!.text.split('=');
  return commandLeaf(label, { text: label, offset }, text.slice(offset, end), placeOf);
}

/** Claims the values around the body. Credentials are removed and not shown in the report. */
export function claimCurl(ledger: Ledger, { leaves, credentials, others }: CurlCommand): void {
  for (const leaf of credentials) {
    ledger.hide(leaf);
    ledger.lose(leaf, droppedCredential);
  }
  for (const { leaf, hasBody } of others) {
    ledger.hide(leaf);
    if (hasBody) ledger.carry(leaf, '', givesBody);
    else ledger.lose(leaf, otherCommandLost);
  }
  for (const leaf of leaves) {
    if (ledger.isClaimed(leaf)) continue;
    const { label, text } = leaf;
    const isHeader = label === '-H' || label === '--header';
    const isMethod = label === '-X' || label === '--request';
    if (isHeader && /^\s*(?:content-type|accept)\s*:/i.test(text))
      ledger.carry(leaf, null, ownHeader);
    else if (isMethod && /^(?:post|put)$/i.test(text)) ledger.carry(leaf, null, ownHeader);
    else if (isHeader && /^\s*ief-instance-id\s*:/i.test(text)) ledger.lose(leaf, instance);
    else if (label === 'url' || label === '--url') ledger.lose(leaf, address);
    else ledger.lose(leaf, curlOption);
  }
}

const noBody: Text = {
  en: 'This curl command has no body (-d or --data).',
  zh: '此 curl 命令没有请求体（-d 或 --data）。',
};
const noFile: Text = {
  en: 'The body is in a file that is not part of the input. Import that file instead.',
  zh: '请求体在文件中，但未提供该文件。请直接导入该文件。',
};
const fromCommand: Text = {
  en: 'The body comes from a program that is not executed. Paste what it prints instead.',
  zh: '请求体来自其他程序的输出，不会执行该程序。请直接粘贴其输出。',
};
const givesBody: Text = { en: 'contains the request body.', zh: '其中包含请求体。' };
const otherCommandLost: Text = {
  en: 'another command. Only the first curl command is converted.',
  zh: '其他命令。只转换第一条 curl 命令。',
};
const droppedCredential: Text = {
  en: 'credentials are removed. Sign in to a target instead.',
  zh: '凭证已移除，请登录目标环境。',
};
const ownHeader: Text = {
  en: 'set automatically when the request is sent.',
  zh: '发送请求时会自动设置。',
};
const instance: Text = {
  en: 'the instance is part of the target. Choose a target of the platinum edition.',
  zh: '实例属于目标环境，请选择铂金版目标环境。',
};
const address: Text = {
  en: 'the address is part of the target. Choose the target and the project.',
  zh: '地址属于目标环境，请选择目标环境和项目。',
};
const curlOption: Text = {
  en: 'an option of curl, not part of the body.',
  zh: 'curl 的选项，不属于请求体。',
};
