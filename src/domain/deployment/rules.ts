import type { Rule } from '#src/domain/core/rule.ts';
import {
  affinityNeedsGroup,
  affinityNeedsPlatinum,
  valuesFitOperator,
} from './rules/affinity.rules.ts';
import { commandLength, initRunsToEnd, namesOnce } from './rules/containers.rules.ts';
import { envNamesOnce, oneEnvOrigin, oneReference } from './rules/env.rules.ts';
import { deploymentNameOnce, imageFitsNode, nodeHasDevices } from './rules/facts.rules.ts';
import { oneHostSide, portsOnce, rangeOfPorts } from './rules/ports.rules.ts';
import { oneProbeKind } from './rules/probes.rules.ts';
import { referencesExist } from './rules/references.rules.ts';
import { replicasOfEdition, replicasOnOneNode } from './rules/replicas.rules.ts';
import {
  memoryLimitLeast,
  npuTypeNeedsAmount,
  requestsWithinLimits,
  wholeNpus,
} from './rules/resources.rules.ts';
import { dnsFitsNetwork, portsNeedMapping } from './rules/scheduling.rules.ts';
import { tagHasValue, tagsOnce } from './rules/tags.rules.ts';
import { addressesAreAddresses, probePathHasNoBlanks } from './rules/addresses.rules.ts';
import { commandIsWords } from './rules/commands.rules.ts';
import { keysAreKnown, nullIsLeftOut, textsReachTheNode } from './rules/everywhere.rules.ts';
import { shapeIsOurs } from './rules/foreign-shape.ts';
import { hostPortsApart } from './rules/host-ports.rules.ts';
import { imageIsReference } from './rules/image.rules.ts';
import { nodeIdIsUuid } from './rules/node-ids.rules.ts';
import { pathsCanMount } from './rules/paths.rules.ts';
import { targetExists } from './rules/target-exists.rules.ts';
import {
  groupNeedsMigration,
  groupNeedsPlatinum,
  migrationNeedsGroup,
  oneNode,
  oneTarget,
  tolerationNeedsGroup,
  tolerationNeedsMigration,
} from './rules/target.rules.ts';
import {
  modeNeedsReference,
  referencesAreReadOnly,
  sourceFitsType,
} from './rules/volumes.rules.ts';

/** Every rule over two or more fields, or over the edition, in the order of its number. A number is never reused. */
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
  oneEnvOrigin,
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
  // R35 is a type, held by the field specs; R38 says that nothing binds its fields, so it is no rule.
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
