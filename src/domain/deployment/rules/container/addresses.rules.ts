import { getIn } from '#src/json/get-in.ts';
import {
  nameCharacter,
  plainCharacter,
  plainText,
  shown,
} from '#src/domain/core/characters/characters.ts';
import type { Complaint } from '#src/domain/core/issue.ts';
import type { ContainerRule, RuleFinding } from '#src/domain/core/rule.ts';
import type { Text } from '#src/domain/core/text.ts';
import { isHostName, isIpv4, isIpv6 } from '#src/domain/deployment/values/host-address.ts';
import { inContainers } from '../base/body-parts.ts';
import { isFilled, objectsIn } from '../base/read.ts';
import { findingOf } from '../base/findings.ts';

const probes = ['readiness_probe', 'liveness_probe'] as const;

/**
 * R41. The API page does not define the format of the address of a network card (`host_ip`) and the host
 * address (`host`).
 */
export const addressesAreAddresses: ContainerRule = {
  id: 'R41',
  title: {
    en: 'A host IP is an IP address; the host of a probe is an IP address or a host name.',
    zh: '主机网卡地址为 IP 地址，探针的主机地址为 IP 地址或主机名。',
  },
  source: 'table 11',
  basis: 'inferred',
  severity: 'warning',
  scope: 'container',
  reads: inContainers('ports[].host_ip', ...probes.map((probe) => `${probe}.http_get.host`)),
  blames: inContainers('ports[].host_ip', ...probes.map((probe) => `${probe}.http_get.host`)),
  check(container): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    for (const [index, port] of objectsIn(getIn(container, ['ports']))) {
      const { host_ip: ip } = port;
      if (isFilled(ip) && !isAddress(ip))
        findings.push(findingOf(['ports', index, 'host_ip'], wrongHost(ip, false)));
    }
    for (const probe of probes) {
      const host = getIn(container, [probe, 'http_get', 'host']);
      if (isFilled(host) && !isHost(host))
        findings.push(findingOf([probe, 'http_get', 'host'], wrongHost(host, true)));
    }
    return findings;
  },
};

function isAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

/** Brackets around an IPv6 address are allowed, as in a URL. */
function isHost(text: string): boolean {
  return isHostName(text) || isIpv6(text.replace(/^\[(.*)\]$/, '$1'));
}

function wrongHost(text: string, takesName: boolean): Complaint {
  const accepts = takesName ? isHost : isAddress;
  const quote = shown(text);
  const reason = oddPart(text) ?? {
    en: takesName
      ? `“${quote}” is not an IP address or a host name.`
      : isHostName(text)
        ? `“${quote}” is a host name, not an IP address.`
        : `“${quote}” is not an IP address.`,
    zh: takesName
      ? `“${quote}”不是有效的 IP 地址或主机名。`
      : isHostName(text)
        ? `“${quote}”是主机名，不是 IP 地址。`
        : `“${quote}”不是有效的 IP 地址。`,
  };
  const meant = hostIn(text);
  if (meant !== undefined && meant !== text && accepts(meant)) {
    return {
      en: `${reason.en} Use ${shown(meant)}.`,
      zh: `${reason.zh}请填写 ${shown(meant)}。`,
      suggestion: meant,
    };
  }
  return takesName
    ? { en: `${reason.en} Enter only the host.`, zh: `${reason.zh}请只填写主机地址。` }
    : {
        en: `${reason.en} Enter the address of a network interface, such as 192.168.0.1.`,
        zh: `${reason.zh}请填写网卡地址，例如 192.168.0.1。`,
      };
}

/** The first part of the text that a host cannot contain. */
function oddPart(text: string): Text | undefined {
  const odd = Array.from(text).find(
    (one) => plainCharacter(one) !== undefined || /[\s\p{C}]/u.test(one),
  );
  if (odd !== undefined) {
    const name = nameCharacter(odd);
    return {
      en: `“${shown(text)}” contains ${name.en}.`,
      zh: `“${shown(text)}”包含 ${name.zh}。`,
    };
  }
  const quote = shown(text);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text))
    return { en: `“${quote}” is a URL, not a host.`, zh: `“${quote}”是 URL，不是主机地址。` };
  if (/^(?:[^:]+|\[.*\]):\d+$/.test(text))
    return { en: `“${quote}” includes a port.`, zh: `“${quote}”带有端口。` };
  if (/\/\d{1,3}$/.test(text))
    return {
      en: `“${quote}” is a network range, not a single address.`,
      zh: `“${quote}”是网段，不是单个地址。`,
    };
  return undefined;
}

/** The host in a URL, in `host:port`, in a network or between brackets. */
function hostIn(text: string): string | undefined {
  const plain = plainText(text.slice(0, 400)).trim();
  const [authority = ''] = plain.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').split(/[/?#]/, 1);
  const found = /^(?:[^@[\]]*@)?(?:\[([^\]]*)\]|([^:[\]]*))(?::\d*)?$/.exec(authority);
  const host = found?.[1] ?? found?.[2] ?? authority;
  const [address = ''] = host.split('%', 1);
  return address === '' ? undefined : address;
}

/** R42. An HTTP request line ends at a blank, so the server would not receive the rest of the path. */
export const probePathHasNoBlanks: ContainerRule = {
  id: 'R42',
  title: {
    en: 'The path of an HTTP probe contains no spaces and no look-alike characters.',
    zh: 'HTTP 探针的请求路径不含空格和形近字符。',
  },
  source: 'table 10',
  basis: 'inferred',
  severity: 'warning',
  scope: 'container',
  reads: inContainers(...probes.map((probe) => `${probe}.http_get.path`)),
  blames: inContainers(...probes.map((probe) => `${probe}.http_get.path`)),
  check(container): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    for (const probe of probes) {
      const path = getIn(container, [probe, 'http_get', 'path']);
      const problem = isFilled(path) && path.startsWith('/') ? pathProblem(path) : undefined;
      if (problem) findings.push(findingOf([probe, 'http_get', 'path'], problem));
    }
    return findings;
  },
};

/** Printable ASCII without spaces, which covers most paths. */
const PLAIN = /^[!-~]*$/;

function pathProblem(path: string): Complaint | undefined {
  if (PLAIN.test(path)) return undefined;
  const odd = Array.from(path).find(
    (one) => plainCharacter(one) !== undefined || /[\s\p{C}]/u.test(one),
  );
  if (odd === undefined) return undefined;
  const name = nameCharacter(odd);
  const meant = plainText(path).trim();
  const reason = { en: `The path contains ${name.en}.`, zh: `请求路径包含 ${name.zh}。` };
  if (!/[\s\p{C}]/u.test(meant) && meant.startsWith('/')) {
    return {
      en: `${reason.en} Use ${shown(meant)}.`,
      zh: `${reason.zh}请填写 ${shown(meant)}。`,
      suggestion: meant,
    };
  }
  return {
    en: `${reason.en} Remove it, or encode spaces as %20.`,
    zh: `${reason.zh}请删除，或将空格写成 %20。`,
  };
}
