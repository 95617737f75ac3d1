import type { Ledger } from '../report/ledger.ts';
import { dockerDefault } from '../report/loss-reasons.ts';
import { entriesOf, entryAt, itemsOf, textOf, type SourceNode } from '../source/source.ts';

/** Settings of a service, with the values that Compose assumes without them. */
const defaults: readonly (readonly [path: readonly string[], values: readonly string[]])[] = [
  [['logging', 'driver'], ['json-file']],
  [['healthcheck', 'disable'], ['false']],
  [['tty'], ['false']],
  [['stdin_open'], ['false']],
  [['init'], ['false']],
  [['read_only'], ['false']],
  [['oom_kill_disable'], ['false']],
  [['pull_policy'], ['missing', 'if_not_present']],
  [['ipc'], ['private', 'shareable']],
  [['cgroup'], ['private']],
  [['network_mode'], ['bridge', 'default']],
  [['runtime'], ['runc']],
  [['stop_signal'], ['SIGTERM']],
  [['stop_grace_period'], ['10s']],
  [['deploy', 'mode'], ['replicated']],
];

/** Claims the settings of a service that only repeat a default: without them nothing would change. */
export function carryDefaults(ledger: Ledger, service: SourceNode): void {
  for (const [[first = '', ...rest], values] of defaults) {
    const setting = entryAt(service, first, ...rest);
    const isDefault = values.includes(textOf(setting) ?? '');
    if (setting?.kind === 'leaf' && isDefault && !ledger.isClaimed(setting))
      ledger.carry(setting, null, dockerDefault);
  }
  const networks = entryAt(service, 'networks');
  const [only, ...others] = itemsOf(networks);
  if (textOf(only) === 'default' && others.length === 0) ledger.carry(only, null, dockerDefault);
}

/** Reports the values that `!reset` removes. */
export function loseResets(ledger: Ledger, source: SourceNode): void {
  if (source.kind === 'list') for (const item of source.items) loseResets(ledger, item);
  if (source.kind !== 'object') return;
  for (const [, part] of entriesOf(source)) loseResets(ledger, part);
  for (const part of source.resets?.values() ?? []) ledger.lose(part, resetReason);
}

const resetReason = {
  en: 'the tag !reset removes this setting.',
  zh: '!reset 标签移除了此设置。',
};
