import Button from '@mui/material/Button';
import { RefreshCw } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { ShownDeployment } from '#src/client/queries/one-deployment.ts';
import { documentOfRecord } from '#src/domain/api/record-document.ts';
import { deploymentTones, type DeploymentState } from '#src/domain/health/deployment-state.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { PageHeading } from '#src/ui/blocks/PageHeading.tsx';
import { StateWord } from '#src/ui/status/StateWord.tsx';
import { formatClockTime } from '#src/ui/words/format-time.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { DocumentText } from '#src/views/document/DocumentText.tsx';
import { DrawingCard } from '#src/views/drawing/DrawingCard.tsx';
import { FactsCard } from './FactsCard.tsx';
import type { DeploymentSlots } from './deployment-slots.ts';
import { HealthNotes } from './HealthNotes.tsx';
import { PodsCard } from './pods/PodsCard.tsx';
import { StaleNote } from './state/StaleNote.tsx';
import { usePods, useRunsOn, type useDeployment } from './use-deployment.ts';
import { useHealth } from './use-health.ts';
import { deploymentsWords as words } from './words/deployments-words.ts';
import styles from './deployments.module.css';

interface DeploymentViewProps {
  deployment: ShownDeployment;
  query: ReturnType<typeof useDeployment>;
  slots: DeploymentSlots;
}

/** A deployment: its state, instances, drawing and body. */
export function DeploymentView({ deployment, query, slots }: DeploymentViewProps) {
  const translate = useTranslate();
  const pods = usePods(deployment.id);
  const runsOn = useRunsOn(deployment);
  const health = useHealth(deployment, pods.data, runsOn.isOffline, pods.dataUpdatedAt);
  const { raw } = deployment;
  // Every poll returns a new record; its JSON tells whether anything in it changed.
  const text = JSON.stringify(documentOfRecord(raw));
  const body = useMemo(() => JSON.parse(text) as ReturnType<typeof documentOfRecord>, [text]);
  return (
    <>
      <Head
        deployment={deployment}
        query={query}
        state={health.state}
        actions={slots.actions?.(deployment)}
      />
      {query.error !== null && (
        <StaleNote error={query.error} retry={() => void query.refetch()} words={words} />
      )}
      <HealthNotes health={health} runsOn={runsOn} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <FactsCard deployment={deployment} runsOn={runsOn} />
          <PodsCard
            deployment={deployment}
            query={pods}
            now={deployment.readAtMs}
            nodeName={runsOn.nodeName}
          />
        </div>
        <div className={styles.column}>
          <DrawingCard body={body} targetName={runsOn.names[0]} targetFacts={runsOn.facts} />
          <Card flush title={translate(words.body)} help={translate(words.bodyHelp)}>
            <div className={styles.body}>
              <DocumentText document={body} label={translate(words.body)} />
            </div>
          </Card>
          {slots.requests?.(deployment)}
        </div>
      </div>
    </>
  );
}

interface HeadProps extends Omit<DeploymentViewProps, 'slots'> {
  state: DeploymentState;
  actions: ReactNode;
}

function Head({ deployment, query, state, actions }: HeadProps) {
  const translate = useTranslate();
  const language = useLanguage();
  return (
    <div className={styles.head}>
      <div aria-live="polite" className={styles.now}>
        <div className={styles.title}>
          <PageHeading>
            <span translate="no">
              <ForeignName text={deployment.name} />
            </span>
          </PageHeading>
          <StateWord tone={deploymentTones[state]}>{translate(words.states[state])}</StateWord>
        </div>
        <p>{translate(words.stateHelp[state])}</p>
      </div>
      <div className={styles.refresh}>
        <span className={styles.quietText}>
          {translate(words.updated(formatClockTime(query.dataUpdatedAt, language)))}
        </span>
        <Button
          size="small"
          variant="outlined"
          startIcon={<RefreshCw size={16} aria-hidden />}
          onClick={() => void query.refetch()}
        >
          <span>{translate(words.refresh)}</span>
        </Button>
        {actions}
      </div>
    </div>
  );
}
