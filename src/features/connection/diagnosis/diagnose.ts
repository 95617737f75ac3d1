import { pointsToClock } from '#src/domain/api/errors/clock-errors.ts';
import type { ClientError, HttpError } from '#src/client/http/errors.ts';
import type { Probe } from '#src/client/queries/probe.ts';
import { MAX_SKEW_MS } from './clock-skew.ts';
import { findingStages, type FindingName } from './findings.ts';
import { stages, type Stage } from './stages.ts';

/** `open`: not reached, or unknown. */
export type CheckState = 'done' | 'failed' | 'warning' | 'open';

/** The result of a connection test. */
export interface Diagnosis {
  readonly checks: readonly { readonly stage: Stage; readonly state: CheckState }[];
  /** The first problem; undefined if the connection works. */
  readonly finding: FindingName | undefined;
  /** The target's clock minus this machine's, if they differ by more than MAX_SKEW_MS. */
  readonly skewMs: number | undefined;
}

/** Facts about the connection that the probe does not return. */
interface TestedConnection {
  readonly kind: 'mock' | 'live';
  /** True if the known expiry of the token has passed. */
  readonly isTokenExpired: boolean;
}

/** Finds out from the responses of a {@link probe} which stages work, and what the first problem is. */
export function diagnose(probe: Probe, connection: TestedConnection): Diagnosis {
  const finding = firstProblem(probe, connection);
  const { clockOffsetMs } = probe;
  const skewMs =
    clockOffsetMs !== undefined && Math.abs(clockOffsetMs) > MAX_SKEW_MS
      ? clockOffsetMs
      : undefined;
  const failed = finding && findingStages[finding];
  const checks = stages
    // The mock is part of our server: it has no network, no TLS and no clock of its own.
    .filter((stage) => connection.kind === 'live' || !liveOnly.includes(stage) || stage === failed)
    .map((stage) => ({ stage, state: stateOf(stage, finding, probe, skewMs) }));
  return { checks, finding, skewMs };
}

const liveOnly: readonly Stage[] = ['host', 'tls', 'clock', 'signIn', 'permission'];

/** Found by our server or by IAM before any request to the service: the stages in between are unknown. */
const foundBeforeService: readonly FindingName[] = [
  'tokenMissing',
  'tokenMalformed',
  'projectFixed',
  'iamPassword',
  'iamUnreachable',
  'iamTls',
  'iamUnusable',
];

function stateOf(
  stage: Stage,
  finding: FindingName | undefined,
  { clockOffsetMs }: Probe,
  skewMs: number | undefined,
): CheckState {
  const failed: Stage | undefined = finding && findingStages[finding];
  if (stage === failed) return 'failed';
  if (stage === 'clock') {
    // Known from the Date of a response, whatever its status.
    if (skewMs !== undefined) return 'warning';
    return clockOffsetMs === undefined ? 'open' : 'done';
  }
  if (failed === undefined) return 'done';
  if (finding !== undefined && foundBeforeService.includes(finding)) {
    return stage === 'server' ? 'done' : 'open';
  }
  return stages.indexOf(stage) < stages.indexOf(failed) ? 'done' : 'open';
}

function firstProblem(
  { server, target }: Probe,
  connection: TestedConnection,
): FindingName | undefined {
  if (server !== undefined) return findingOfPageServer(server);
  if (target === undefined) return undefined;
  if (target.kind === 'contract') return 'notIef';
  if (target.kind !== 'http') return findingOfPageServer(target);
  return target.code.startsWith('BUILDER.')
    ? findingOfBuilderCode(target)
    : findingOfService(target, connection);
}

function findingOfPageServer(error: ClientError): FindingName {
  if (error.kind === 'network') return 'serverSilent';
  if (error.kind === 'timeout') return 'serverSlow';
  if (error.kind === 'http' && error.code.startsWith('BUILDER.'))
    return findingOfBuilderCode(error);
  return 'serverFront';
}

/** Codes of our own server that each have a single meaning. */
const builderCodes: Readonly<Record<string, FindingName>> = {
  'BUILDER.host_refused': 'hostRefused',
  'BUILDER.origin_refused': 'originRefused',
  'BUILDER.peer_refused': 'peerRefused',
  'BUILDER.access_needed': 'accessNeeded',
  'BUILDER.access_refused': 'accessNeeded',
  'BUILDER.rate_limited': 'rateLimited',
  'BUILDER.busy': 'serverBusy',
  'BUILDER.internal': 'serverFailed',
  'BUILDER.unknown_target': 'targetGone',
  'BUILDER.not_this_project': 'projectFixed',
  'BUILDER.bad_header': 'tokenMalformed',
  'BUILDER.token_missing': 'tokenMissing',
  'BUILDER.upstream_redirect': 'redirect',
  'BUILDER.upstream_contract': 'notIef',
  'BUILDER.upstream_refused': 'refusedByPage',
};

/** By our server's reason for having no usable response. */
const reasons: Readonly<Record<string, FindingName>> = {
  refused: 'connectionRefused',
  name_not_found: 'nameNotFound',
  connect_timeout: 'connectTimeout',
  unreachable: 'unreachable',
  address_refused: 'addressRefused',
  proxy_unreachable: 'proxyUnreachable',
  proxy_credentials: 'proxyCredentials',
  proxy_refused: 'proxyRefused',
  certificate: 'certificate',
  tls: 'tls',
  timeout: 'serviceSilent',
  reset: 'connectionLost',
  closed: 'connectionLost',
  cut: 'connectionLost',
  bad_answer: 'notHttp',
  too_large: 'tooLarge',
  not_json: 'webPage',
  odd_status: 'oddStatus',
  iam_refused: 'iamUnreachable',
  iam_name_not_found: 'iamUnreachable',
  iam_connect_timeout: 'iamUnreachable',
  iam_unreachable: 'iamUnreachable',
  iam_address_refused: 'iamUnreachable',
  iam_proxy_unreachable: 'proxyUnreachable',
  iam_proxy_credentials: 'proxyCredentials',
  iam_proxy_refused: 'proxyRefused',
  iam_certificate: 'iamTls',
  iam_tls: 'iamTls',
};

const credentialReasons: Readonly<Record<string, FindingName>> = {
  iam_password: 'iamPassword',
  keys: 'keysRefused',
  clock: 'clockRefused',
};

function findingOfBuilderCode({ code, reason }: HttpError): FindingName {
  const finding = builderCodes[code];
  if (finding !== undefined) return finding;
  if (code === 'BUILDER.credentials_refused') return credentialReasons[reason] ?? 'tokenRefused';
  if (code === 'BUILDER.not_sent' || code === 'BUILDER.outcome_unknown') {
    return reasons[reason] ?? (reason.startsWith('iam_') ? 'iamUnusable' : 'connectionLost');
  }
  return 'serverMismatch';
}

/** A refusal by the gateway or IEF: by code if it has one, otherwise by status. */
function findingOfService(error: HttpError, { isTokenExpired }: TestedConnection): FindingName {
  const { status, code, message } = error;
  if (code === 'APIGW.0303' || (status === 401 && pointsToClock(error))) return 'clockRefused';
  if (code === 'IEF.011005') return 'tokenOtherProject';
  if (status === 401) {
    if (isTokenExpired) return 'tokenExpired';
    if (/aksk/i.test(message)) return 'keysRefused';
    return /decrypt token/i.test(message) ? 'tokenUnreadable' : 'tokenRefused';
  }
  if (status === 403) return 'forbidden';
  if (status === 429) return 'throttled';
  if (code === 'IEF.100001') return 'projectUnknown';
  if (status >= 500) return 'serviceDown';
  if (/instance/i.test(message)) return 'instanceUnknown';
  if (status === 404) return 'notIef';
  return 'refusedOtherwise';
}
