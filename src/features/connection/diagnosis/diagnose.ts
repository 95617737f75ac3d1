import { pointsToClock } from '#src/domain/api/errors/clock-errors.ts';
import type { ClientError, HttpError } from '#src/client/http/errors.ts';
import type { Probe } from '#src/client/queries/probe.ts';
import { SKEW_MOST_MS } from './clock-skew.ts';
import { serverFindings } from './server-findings.ts';
import { serviceFindings } from './service-findings.ts';
import { signInFindings } from './sign-in-findings.ts';
import { stages, type Finding, type Stage } from './stages.ts';

/** Every finding there is, by its name. */
export const findings = { ...serverFindings, ...serviceFindings, ...signInFindings };

/** The name of a finding. */
export type FindingName = keyof typeof findings;

/** How a part of the way stands; `open`: it was not reached, or nothing tells. */
export type CheckState = 'done' | 'failed' | 'warning' | 'open';

/** What a test of the connection came to. */
export interface Diagnosis {
  readonly checks: readonly { readonly stage: Stage; readonly state: CheckState }[];
  /** The first thing in the way; undefined if the connection is good. */
  readonly finding: FindingName | undefined;
  /** The target's clock minus this machine's, if they differ by more than is good. */
  readonly skewMs: number | undefined;
}

/** What is known of the connection before it is tried. */
interface About {
  readonly kind: 'mock' | 'live';
  /** True if the token's time is over by what is known of it. */
  readonly isTokenOver: boolean;
}

/** Tells from the answers of a {@link probe} how far the connection carries, and what stands in its way. */
export function diagnose(probe: Probe, about: About): Diagnosis {
  const finding = findThe(probe, about);
  const { clockOffsetMs } = probe;
  const skewMs =
    clockOffsetMs !== undefined && Math.abs(clockOffsetMs) > SKEW_MOST_MS
      ? clockOffsetMs
      : undefined;
  const failed = finding === undefined ? undefined : findings[finding].stage;
  const checks = stages
    // The mock is a part of our server: no network, no TLS, no clock of its own.
    .filter((stage) => about.kind === 'live' || !liveOnly.includes(stage) || stage === failed)
    .map((stage) => ({ stage, state: stateOf(stage, finding, probe, skewMs) }));
  return { checks, finding, skewMs };
}

const liveOnly: readonly Stage[] = ['host', 'tls', 'clock', 'signIn', 'permission'];

/** Found by our server, or at IAM, before the service was asked at all: nothing is known of what lies between. */
const beforeAsking: readonly FindingName[] = [
  'token_missing',
  'token_malformed',
  'project_fixed',
  'iam_password',
  'iam_unreachable',
  'iam_tls',
  'iam_odd',
];

function stateOf(
  stage: Stage,
  finding: FindingName | undefined,
  { clockOffsetMs }: Probe,
  skewMs: number | undefined,
): CheckState {
  const found: Finding | undefined = finding && findings[finding];
  if (stage === found?.stage) return 'failed';
  if (stage === 'clock') {
    // Told by the Date of an answer, however far that answer got.
    if (skewMs !== undefined) return 'warning';
    return clockOffsetMs === undefined ? 'open' : 'done';
  }
  if (found === undefined) return 'done';
  if (finding !== undefined && beforeAsking.includes(finding)) {
    return stage === 'server' ? 'done' : 'open';
  }
  return stages.indexOf(stage) < stages.indexOf(found.stage) ? 'done' : 'open';
}

function findThe({ server, target }: Probe, about: About): FindingName | undefined {
  if (server !== undefined) return ofOwnServer(server);
  if (target === undefined) return undefined;
  if (target.kind === 'contract') return 'not_ief';
  if (target.kind !== 'http') return ofOwnServer(target);
  return target.code.startsWith('BUILDER.') ? ofBuilder(target) : ofService(target, about);
}

function ofOwnServer(error: ClientError): FindingName {
  if (error.kind === 'network') return 'server_silent';
  if (error.kind === 'timeout') return 'server_slow';
  if (error.kind === 'http' && error.code.startsWith('BUILDER.')) return ofBuilder(error);
  return 'server_front';
}

/** Codes our server gives in its own name that have one meaning each. */
const builderCodes: Readonly<Record<string, FindingName>> = {
  'BUILDER.host_refused': 'host_refused',
  'BUILDER.origin_refused': 'origin_refused',
  'BUILDER.peer_refused': 'peer_refused',
  'BUILDER.access_needed': 'access_needed',
  'BUILDER.access_refused': 'access_needed',
  'BUILDER.rate_limited': 'rate_limited',
  'BUILDER.busy': 'server_busy',
  'BUILDER.internal': 'server_broken',
  'BUILDER.unknown_target': 'target_gone',
  'BUILDER.not_this_project': 'project_fixed',
  'BUILDER.bad_header': 'token_malformed',
  'BUILDER.token_missing': 'token_missing',
  'BUILDER.upstream_redirect': 'redirect',
  'BUILDER.upstream_contract': 'not_ief',
  'BUILDER.upstream_refused': 'refused_page',
};

/** Why our server got no usable answer, by the reason it gives. */
const reasons: Readonly<Record<string, FindingName>> = {
  refused: 'refused',
  name_not_found: 'name_not_found',
  connect_timeout: 'connect_timeout',
  unreachable: 'unreachable',
  address_refused: 'address_refused',
  proxy_unreachable: 'proxy_unreachable',
  proxy_credentials: 'proxy_credentials',
  proxy_refused: 'proxy_refused',
  certificate: 'certificate',
  tls: 'tls',
  timeout: 'silent',
  reset: 'broken_off',
  closed: 'broken_off',
  cut: 'broken_off',
  bad_answer: 'not_http',
  too_large: 'too_large',
  not_json: 'web_page',
  odd_status: 'odd_status',
  iam_refused: 'iam_unreachable',
  iam_name_not_found: 'iam_unreachable',
  iam_connect_timeout: 'iam_unreachable',
  iam_unreachable: 'iam_unreachable',
  iam_address_refused: 'iam_unreachable',
  iam_proxy_unreachable: 'proxy_unreachable',
  iam_proxy_credentials: 'proxy_credentials',
  iam_proxy_refused: 'proxy_refused',
  iam_certificate: 'iam_tls',
  iam_tls: 'iam_tls',
};

const credentialReasons: Readonly<Record<string, FindingName>> = {
  iam_password: 'iam_password',
  keys: 'keys_refused',
  clock: 'clock_refused',
};

function ofBuilder({ code, reason }: HttpError): FindingName {
  const named = builderCodes[code];
  if (named !== undefined) return named;
  if (code === 'BUILDER.credentials_refused') return credentialReasons[reason] ?? 'token_refused';
  if (code === 'BUILDER.not_sent' || code === 'BUILDER.outcome_unknown') {
    return reasons[reason] ?? (reason.startsWith('iam_') ? 'iam_odd' : 'broken_off');
  }
  return 'server_mismatch';
}

/** What the gateway or IEF itself refuses with, by code where there is one and by status else. */
function ofService(error: HttpError, about: About): FindingName {
  const { status, code, message } = error;
  if (code === 'APIGW.0303' || (status === 401 && pointsToClock(error))) return 'clock_refused';
  if (code === 'IEF.011005') return 'token_other_project';
  if (status === 401) {
    if (about.isTokenOver) return 'token_expired';
    if (/aksk/i.test(message)) return 'keys_refused';
    return /decrypt token/i.test(message) ? 'token_unreadable' : 'token_refused';
  }
  if (status === 403) return 'forbidden';
  if (status === 429) return 'throttled';
  if (code === 'IEF.100001') return 'project_unknown';
  if (status >= 500) return 'service_down';
  if (/instance/i.test(message)) return 'instance_unknown';
  if (status === 404) return 'not_ief';
  return 'refused_otherwise';
}
