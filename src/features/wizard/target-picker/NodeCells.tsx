import clsx from 'clsx';
import visuallyHidden from '@mui/utils/visuallyHidden';
import type { NodeRecord } from '#src/client/queries/resources.ts';
import type { Amounts } from '#src/domain/preflight/deployment-use.ts';
import { nodeStateWords } from '#src/domain/deployment/values/node-states.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { formatAge } from '#src/ui/words/format-age.ts';
import { UsageBar } from '../preflight/UsageBar.tsx';
import { pickerWords as words } from './picker-words.ts';
import styles from './picker.module.css';

interface NodeCellsProps {
  node: NodeRecord;
  /** Requested by the deployments on the node; undefined if they are not known. */
  requested: Amounts | undefined;
  /** Requested by the document. */
  added: Amounts;
  now: number;
}

/** State, hardware, capacity and age of a node, as the cells of its row. */
export function NodeCells({ node, requested, added, now }: NodeCellsProps) {
  const language = useLanguage();
  const translate = useTranslate();
  const { arch, hasGpu, gpuCount, hasNpu, npuType, hostIps } = node;
  return (
    <>
      <span className={styles.main}>
        <span translate="no" className={styles.name}>
          <ForeignName text={node.name} />
        </span>
        <span className={styles.details}>
          {arch && <ForeignName text={arch} />}
          {hasGpu && <span>{gpuCount > 1 ? `${gpuCount} × GPU` : 'GPU'}</span>}
          {hasNpu && <ForeignName text={npuType === '' ? 'NPU' : `NPU ${npuType}`} />}
          {hostIps[0] && <ForeignName text={hostIps[0]} />}
          <span className={styles.id}>
            <ForeignName text={node.id} />
          </span>
        </span>
      </span>
      <span className={styles.stateCell}>
        {node.state !== '' && (
          <State isUp={node.state === 'RUNNING'} word={translate(nodeStateWords(node.state))} />
        )}
      </span>
      <Usage
        label={translate(words.columns.cpu)}
        capacity={node.cpu}
        requested={requested?.cpu}
        added={added.cpu}
      />
      <Usage
        label={translate(words.columns.memory)}
        capacity={inGigabytes(node.memory)}
        requested={inGigabytes(requested?.memory)}
        added={inGigabytes(added.memory) ?? 0}
      />
      <span className={styles.age} title={translate(words.updatedHelp)}>
        <span style={visuallyHidden}>{translate(words.columns.updated)} </span>
        {node.updatedMs === undefined ? '' : formatAge(now - node.updatedMs, language)}
      </span>
    </>
  );
}

function State({ isUp, word }: { isUp: boolean; word: string }) {
  return (
    <span className={clsx(styles.state, isUp ? styles.up : styles.down)}>
      <span aria-hidden>{isUp ? '● ' : '◆ '}</span>
      <ForeignName text={word} />
    </span>
  );
}

interface UsageProps {
  label: string;
  capacity: number | undefined;
  requested: number | undefined;
  added: number;
}

/** `1.8 + 1 / 4` under a bar. */
function Usage({ label, capacity, requested = 0, added }: UsageProps) {
  if (capacity === undefined || capacity <= 0) return <span className={styles.usage} />;
  const parts = [requested > 0 && short(requested), added > 0 && short(added)].filter(Boolean);
  return (
    <span className={styles.usage}>
      <UsageBar requested={requested} added={added} capacity={capacity} />
      <span style={visuallyHidden}>{label} </span>
      <span>
        {parts.length === 0 ? short(capacity) : `${parts.join(' + ')} / ${short(capacity)}`}
      </span>
    </span>
  );
}

/** One decimal is enough to compare nodes. */
function short(amount: number): string {
  return String(amount < 0.1 ? Math.round(amount * 100) / 100 : Math.round(amount * 10) / 10);
}

function inGigabytes(megabytes: number | undefined): number | undefined {
  return megabytes === undefined ? undefined : megabytes / 1024;
}
