import { nameCharacter, plainText, shown } from '#src/domain/core/characters/characters.ts';
import type { Complaint } from '#src/domain/core/issue.ts';
import type { Text } from '#src/domain/core/text.ts';
import { isHostName, isIpv6 } from './host-address.ts';

// The grammar of github.com/distribution/reference: [host[:port]/]path[/path...][:tag][@digest].

export interface ImageReference {
  readonly host?: string;
  /** Without the host: `library/nginx`. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

const MAX_NAME = 255;
const MAX_TAG = 128;
/** Longer text is not a mistyped reference. */
const MAX_REPAIRED = 1_000;
const PLAIN = /^[a-z][a-z0-9]*(?:[._/-][a-z0-9]+)*(?::\w[\w.-]*)?$/;
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]*$/;
const ALGORITHM = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*$/;
/** Hexadecimal digits of the digests that registries use. */
const digestLengths: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };
/** All characters that a reference can contain. */
const CHARACTER = /[A-Za-z0-9._\-/:@[\]+]/;

/** Splits a reference at its separators, without checking the parts. */
export function splitImage(text: string): ImageReference {
  const at = text.indexOf('@');
  const name = at < 0 ? text : text.slice(0, at);
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(slash, 0));
  // As in docker, the first part is a host only if it looks like one. Upper case implies a host, because repositories are lower-case.
  const isHost = slash > 0 && (/[.:A-Z[]/.test(first) || first === 'localhost');
  const rest = isHost ? name.slice(slash + 1) : name;
  const colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
  return {
    ...(isHost && { host: first }),
    repository: colon < 0 ? rest : rest.slice(0, colon),
    ...(colon >= 0 && { tag: rest.slice(colon + 1) }),
    ...(at >= 0 && { digest: text.slice(at + 1) }),
  };
}

/**
 * The reason why a reference is invalid, with the intended reference if it is certain. Undefined for a valid reference.
 * Takes linear time.
 */
export function imageProblem(text: string): Complaint | undefined {
  // Most references have this form and are short enough. 64 characters may be an image ID.
  if (text.length <= MAX_TAG && text.length !== 64 && PLAIN.test(text)) return undefined;
  const reason = oddPart(text) ?? oddCharacter(text) ?? brokenPart(text);
  if (reason === undefined) return undefined;
  const meant = repaired(text);
  if (meant === undefined) return reason;
  return {
    en: `${reason.en} Use ${shown(meant)}.`,
    zh: `${reason.zh}请填写 ${shown(meant)}。`,
    suggestion: meant,
  };
}

const COMMAND =
  /^\s*(?:sudo\s+)?(?:docker|podman|nerdctl|crictl|ctr)\s+(?:images?\s+)?(?:pull|run|push)\s+/i;
const SCHEME = /^\s*[a-z][a-z0-9+.-]*:\/\//i;
const MARKUP = /<\/?[A-Za-z][^<>]*>/g;

/** Text around the reference that does not belong to it. */
function oddPart(text: string): Text | undefined {
  const command = COMMAND.exec(text)?.[0].trim();
  if (command !== undefined) {
    return {
      en: `“${shown(command)}” is a command, not part of the image reference.`,
      zh: `“${shown(command)}”是命令，不属于镜像地址。`,
    };
  }
  const scheme = SCHEME.exec(text)?.[0].trim();
  if (scheme !== undefined) {
    return {
      en: `An image reference has no scheme such as “${shown(scheme)}”.`,
      zh: `镜像地址不带“${shown(scheme)}”等协议前缀。`,
    };
  }
  const markup = text.match(MARKUP)?.[0];
  return markup === undefined
    ? undefined
    : {
        en: `“${shown(markup)}” is markup, not part of the image reference.`,
        zh: `“${shown(markup)}”是标记，不属于镜像地址。`,
      };
}

function oddCharacter(text: string): Text | undefined {
  const characters = Array.from(text);
  const at = characters.findIndex((one) => !CHARACTER.test(one));
  if (at < 0) return undefined;
  const odd = nameCharacter(characters[at]!);
  if (at === 0)
    return { en: `The image reference starts with ${odd.en}.`, zh: `镜像地址以 ${odd.zh} 开头。` };
  if (at === characters.length - 1)
    return { en: `The image reference ends with ${odd.en}.`, zh: `镜像地址以 ${odd.zh} 结尾。` };
  return { en: `An image reference cannot contain ${odd.en}.`, zh: `镜像地址不能包含 ${odd.zh}。` };
}

function brokenPart(text: string): Text | undefined {
  const { host, repository, tag, digest } = splitImage(text);
  return (
    (host === undefined ? undefined : brokenHost(host)) ??
    brokenRepository(repository, host) ??
    (tag === undefined ? undefined : brokenTag(tag)) ??
    (digest === undefined ? undefined : brokenDigest(digest))
  );
}

function brokenHost(host: string): Text | undefined {
  const [, bracketed, plain = '', port] =
    /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(.*))?$/.exec(host) ?? [];
  const isAddress = bracketed === undefined ? isHostName(plain) : isIpv6(bracketed);
  if (!isAddress) {
    return {
      en: `“${shown(host)}” is not a valid registry host.`,
      zh: `“${shown(host)}”不是有效的镜像仓库地址。`,
    };
  }
  if (port !== undefined && !isPort(port)) {
    return {
      en: `“${shown(port)}” is not a valid registry port. Use 1 to 65535.`,
      zh: `“${shown(port)}”不是有效的镜像仓库端口，应为 1~65535。`,
    };
  }
  if (
    bracketed === undefined &&
    port === undefined &&
    /^[^.]*$/.test(plain) &&
    /[A-Z]/.test(plain)
  ) {
    return {
      en: `“${shown(plain)}” contains upper-case letters, so it is treated as a registry host.`,
      zh: `“${shown(plain)}”含有大写字母，会被当作镜像仓库的主机名。`,
    };
  }
  return undefined;
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}

function brokenRepository(repository: string, host: string | undefined): Text | undefined {
  if (repository === '') return { en: 'The image name is missing.', zh: '缺少镜像名称。' };
  if (/[A-Z]/.test(repository)) {
    return {
      en: `“${shown(repository)}” contains upper-case letters. Image names are lower-case.`,
      zh: `“${shown(repository)}”含有大写字母，镜像名称只能使用小写字母。`,
    };
  }
  if (host === undefined && /^[a-f0-9]{64}$/.test(repository))
    return { en: 'This is an image ID, which cannot be pulled.', zh: '这是镜像 ID，无法拉取。' };
  const length = repository.length + (host === undefined ? 0 : host.length + 1);
  if (length > MAX_NAME) {
    return {
      en: `The image name has ${length} characters, ${length - MAX_NAME} too many. The limit is ${MAX_NAME}.`,
      zh: `镜像名称共 ${length} 个字符，超出 ${length - MAX_NAME} 个，最多 ${MAX_NAME} 个。`,
    };
  }
  const broken = repository.split('/').find((component) => !COMPONENT.test(component));
  if (broken === undefined) return undefined;
  return broken === ''
    ? { en: 'The image name has an empty part between slashes.', zh: '镜像名称中两个 / 之间为空。' }
    : {
        en: `“${shown(broken)}” cannot be part of an image name. Use lower-case letters and digits, separated by . _ or -`,
        zh: `“${shown(broken)}”不能用于镜像名称，只能使用小写字母和数字，以 . _ - 连接。`,
      };
}

function brokenTag(tag: string): Text | undefined {
  if (tag === '') return { en: 'The tag after the colon is missing.', zh: '冒号后缺少标签。' };
  if (tag.length > MAX_TAG) {
    return {
      en: `The tag has ${tag.length} characters, ${tag.length - MAX_TAG} too many. The limit is ${MAX_TAG}.`,
      zh: `标签共 ${tag.length} 个字符，超出 ${tag.length - MAX_TAG} 个，最多 ${MAX_TAG} 个。`,
    };
  }
  return TAG.test(tag)
    ? undefined
    : {
        en: `“${shown(tag)}” is not a valid tag. Use letters, digits, and _ . - and start with a letter, digit, or _`,
        zh: `“${shown(tag)}”不是有效的标签，只能使用字母、数字、_ . -，并以字母、数字或 _ 开头。`,
      };
}

function brokenDigest(digest: string): Text | undefined {
  const colon = digest.indexOf(':');
  const algorithm = digest.slice(0, Math.max(colon, 0));
  const hex = digest.slice(colon + 1);
  const wanted = Object.hasOwn(digestLengths, algorithm) ? digestLengths[algorithm] : undefined;
  if (ALGORITHM.test(algorithm) && /^[0-9a-fA-F]{32,}$/.test(hex)) {
    if (wanted === undefined || (hex.length === wanted && !/[A-F]/.test(hex))) return undefined;
  }
  const count = wanted ?? 64;
  const name = wanted === undefined ? 'sha256' : algorithm;
  return {
    en: `“${shown(digest)}” is not a valid digest. Use ${name}: followed by ${count} lower-case hexadecimal digits.`,
    zh: `“${shown(digest)}”不是有效的摘要，应为 ${name}: 加 ${count} 位小写十六进制数字。`,
  };
}

/** Removes text that does not belong to the reference; undefined if the result is not valid. */
function repaired(text: string): string | undefined {
  if (text.length > MAX_REPAIRED) return undefined;
  const plain = plainText(text.replace(COMMAND, '').replaceAll(MARKUP, '').replace(SCHEME, ''))
    .replace(/^[\s"'`]{1,20}/, '')
    .replace(/[\s"'`,;/]{1,20}$/, '');
  for (const candidate of [
    plain,
    plain.replaceAll(/\s{0,9}([:/@])\s{0,9}/g, '$1'),
    lowerName(plain),
  ]) {
    const isWhole =
      candidate !== text && oddCharacter(candidate) === undefined && !brokenPart(candidate);
    if (isWhole && candidate !== '') return candidate;
  }
  return undefined;
}

/** Lower-cases the name, but not the case-sensitive tag and digest. */
function lowerName(text: string): string {
  const { host, repository, tag, digest } = splitImage(text);
  const name = host === undefined ? repository : `${host}/${repository}`;
  return (
    name.toLowerCase() +
    (tag === undefined ? '' : `:${tag}`) +
    (digest === undefined ? '' : `@${digest}`)
  );
}
