import {
  failureCauses,
  rareCauses,
  type FailureCause,
  type FailureKind,
} from './failure-causes.ts';
import { commandFacts, logsOf } from './node-commands.ts';

/** An instance's report of its failure. */
export interface FailureReport {
  readonly podName: string;
  readonly state: string;
  readonly reason: string;
  readonly message: string;
  readonly containers: readonly {
    readonly name: string;
    readonly image: string;
    readonly containerId: string;
    readonly reason: string;
  }[];
  /** The last report that pointed to a cause, if this one does not. */
  readonly earlier?: EarlierReport | undefined;
}

export interface EarlierReport {
  readonly reason: string;
  readonly message: string;
}

export interface ExplainedCause {
  readonly cause: FailureCause;
  /** True if reason or message point to it, of this report or the earlier one. */
  readonly isLikely: boolean;
  readonly commands: readonly string[];
}

export interface Explanation {
  readonly kind: FailureKind;
  /** The container that the reason is about; empty if it is about all of them. */
  readonly container: string;
  /** Likely ones first. */
  readonly causes: readonly ExplainedCause[];
  /** For the node, whatever the cause. */
  readonly diagnose: string;
  /** Show the log of each container on the node: the API offers no logs. */
  readonly logs: readonly string[];
}

/** Parts of a reason or message, in lower case, that tell the kind. The first kind that matches wins. */
const kindSigns: readonly (readonly [FailureKind, readonly string[]])[] = [
  ['evicted', ['evicted', 'disk pressure', 'diskpressure', 'memory pressure']],
  [
    'pull',
    [
      'imagepull',
      'errimage',
      'invalidimagename',
      'pulling image',
      'pull image',
      'manifest unknown',
    ],
  ],
  [
    'mount',
    [
      'failedmount',
      'mountvolume',
      'createcontainerconfigerror',
      'failedattach',
      "couldn't find key",
    ],
  ],
  [
    'schedule',
    [
      'failedscheduling',
      'unschedulable',
      'outofcpu',
      'outofmemory',
      'insufficient',
      'nodelost',
      'nodeaffinity',
      'hostport',
      'free ports',
    ],
  ],
  [
    'crash',
    ['crashloopbackoff', 'oomkilled', 'back-off restarting', 'exit code', 'liveness', 'unhealthy'],
  ],
  [
    'create',
    [
      'runcontainererror',
      'createcontainererror',
      'startcontainer',
      'oci runtime',
      'exec format error',
      'port is already allocated',
      'address already in use',
      'executable file not found',
    ],
  ],
];

type Report = Omit<FailureReport, 'podName' | 'containers'>;
type HasSign = (signs: readonly string[]) => boolean;

function signsIn({ reason, message }: EarlierReport): HasSign {
  const text = `${reason}\n${message}`.toLowerCase();
  return (signs) => signs.some((sign) => text.includes(sign));
}

/** An instance whose image is still being pulled has not failed yet. */
function isPulling({ state, reason }: Report): boolean {
  return state === 'PENDING' && reason === 'ContainerCreating';
}

function kindOf(report: Report): FailureKind {
  const has = signsIn(report);
  const named = isPulling(report) ? undefined : kindSigns.find(([, signs]) => has(signs))?.[0];
  return named ?? (report.state === 'PENDING' ? 'waiting' : 'other');
}

function causesOf(kind: FailureKind, has: HasSign): readonly FailureCause[] {
  return [...failureCauses[kind], ...(rareCauses[kind] ?? []).filter(({ signs }) => has(signs))];
}

/** True if reason or message of the report itself point to one of the causes. */
export function pointsToCause(report: Report): boolean {
  const has = signsIn(report);
  return causesOf(kindOf(report), has).some(({ signs }) => has(signs));
}

/** Leads from the reason and the message of an instance to causes and their next checks. */
export function explainFailure(report: FailureReport): Explanation {
  const kind = kindOf(report);
  const { earlier } = report;
  const has = signsIn(earlier && !pointsToCause(report) ? earlier : report);
  const container = blamed(report);
  const facts = commandFacts(report.podName, container ?? report.containers[0]);
  const explained = causesOf(kind, has).map((cause): ExplainedCause => ({
    cause,
    isLikely: has(cause.signs) || (isPulling(report) && cause.id === 'slow'),
    commands: (cause.commands?.(facts) ?? []).filter((command) => command !== ''),
  }));
  const ids = report.containers.map(({ containerId }) => containerId).filter((id) => id !== '');
  return {
    kind,
    container: container?.name ?? '',
    causes: [
      ...explained.filter((one) => one.isLikely),
      ...explained.filter((one) => !one.isLikely),
    ],
    diagnose: `edgectl diagnose pod ${facts.podName}`,
    logs: ids.length > 0 ? ids.map(logsOf) : [`docker ps -a --filter name=${facts.podName}`],
  };
}

function blamed({ containers }: FailureReport) {
  const only = containers.length === 1 ? containers[0] : undefined;
  const withReason = containers.filter(({ reason }) => reason !== '');
  return only ?? (withReason.length === 1 ? withReason[0] : undefined);
}
