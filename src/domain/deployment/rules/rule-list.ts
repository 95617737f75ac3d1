import type { RuleId } from '#src/domain/core/issue.ts';
import type { Rule } from '#src/domain/core/rule.ts';
import {
  affinityNeedsGroup,
  affinityNeedsPlatinum,
  valuesFitOperator,
} from './target/affinity.rules.ts';
import { commandLength, initRunsToEnd, namesOnce } from './container/containers.rules.ts';
import { envNamesOnce, oneEnvSource, oneReference } from './container/env.rules.ts';
import { deploymentNameOnce, imageFitsNode, nodeHasDevices } from './target/facts.rules.ts';
import { oneHostSide, portsOnce, rangeOfPorts } from './container/ports.rules.ts';
import { oneProbeKind } from './container/probes.rules.ts';
import { referencesExist } from './container/references.rules.ts';
import { replicasOfEdition, replicasOnOneNode } from './target/replicas.rules.ts';
import {
  memoryLimitLeast,
  npuTypeNeedsAmount,
  requestsWithinLimits,
  wholeNpus,
} from './container/resources.rules.ts';
import { dnsFitsNetwork, portsNeedMapping } from './body/scheduling.rules.ts';
import { tagHasValue, tagsOnce } from './body/tags.rules.ts';
import { addressesAreAddresses, probePathHasNoBlanks } from './container/addresses.rules.ts';
import { commandIsWords } from './container/commands.rules.ts';
import { keysAreKnown, nullIsLeftOut, textsReachTheNode } from './body/everywhere.rules.ts';
import { shapeIsOurs } from './body/foreign-shape.rules.ts';
import { hostPortsApart } from './container/host-ports.rules.ts';
import { imageIsReference } from './container/image.rules.ts';
import { nodeIdIsUuid } from './target/node-ids.rules.ts';
import { pathsCanMount } from './container/paths.rules.ts';
import { targetExists } from './target/target-exists.rules.ts';
import {
  groupNeedsMigration,
  groupNeedsPlatinum,
  migrationNeedsGroup,
  oneNode,
  oneTarget,
  tolerationNeedsGroup,
  tolerationNeedsMigration,
} from './target/target.rules.ts';
import {
  modeNeedsReference,
  referencesAreReadOnly,
  sourceFitsType,
} from './container/volumes.rules.ts';

/**
 * Numbers that must not be used: R35 describes a type, which the field specs define, and R38 states that some
 * fields have no rule.
 */
export const retiredRules: readonly RuleId[] = ['R35', 'R38'];

/** All rules over several fields or the edition, by number. Numbers are never reused. */
export const rules: readonly Rule[] = [
  oneTarget,
  oneNode,
  groupNeedsPlatinum,
  groupNeedsMigration,
  migrationNeedsGroup,
  tolerationNeedsGroup,
  tolerationNeedsMigration,
  replicasOfEdition,
  replicasOnOneNode,
  affinityNeedsPlatinum,
  affinityNeedsGroup,
  valuesFitOperator,
  portsNeedMapping,
  oneHostSide,
  rangeOfPorts,
  portsOnce,
  oneEnvSource,
  oneReference,
  envNamesOnce,
  sourceFitsType,
  referencesAreReadOnly,
  modeNeedsReference,
  oneProbeKind,
  requestsWithinLimits,
  memoryLimitLeast,
  wholeNpus,
  npuTypeNeedsAmount,
  nodeHasDevices,
  tagsOnce,
  deploymentNameOnce,
  namesOnce,
  initRunsToEnd,
  commandLength,
  dnsFitsNetwork,
  imageFitsNode,
  referencesExist,
  targetExists,
  imageIsReference,
  addressesAreAddresses,
  probePathHasNoBlanks,
  hostPortsApart,
  commandIsWords,
  pathsCanMount,
  nullIsLeftOut,
  tagHasValue,
  textsReachTheNode,
  nodeIdIsUuid,
  keysAreKnown,
  shapeIsOurs,
];
