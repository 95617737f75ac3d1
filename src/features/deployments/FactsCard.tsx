import type { ShownDeployment } from '#src/client/queries/one-deployment.ts';
import { useSession } from '#src/client/session/session.ts';
import { parseTimestamp } from '#src/domain/api/answers/timestamp.ts';
import { imagesOf } from '#src/domain/health/record-facts.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { DefinitionList } from '#src/ui/blocks/DefinitionList.tsx';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { RunsOn } from './use-deployment.ts';
import styles from './deployments.module.css';
import { deploymentsWords as words } from './words/deployments-words.ts';
import { projectWords } from './words/project-words.ts';

interface FactsCardProps {
  deployment: ShownDeployment;
  runsOn: RunsOn;
}

/** Facts of the deployment. */
export function FactsCard({ deployment, runsOn }: FactsCardProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const { edition, instanceId } = useSession();
  const { id, replicas, readyReplicas, createdAt, raw } = deployment;
  const created = parseTimestamp(createdAt);
  return (
    <Card title={translate(words.facts)}>
      <div className={styles.facts}>
        <DefinitionList
          items={[
            [
              translate(words.ready),
              translate(words.readyOf(readyReplicas ?? 0, replicas ?? 1)),
              'words',
            ],
            [translate(words[runsOn.kind]), runsOn.names.join(', ')],
            [translate(words.images), imagesOf(raw).join(', ')],
            [
              translate(words.createdAt),
              created === undefined ? createdAt : formatDateTime(created, language, 'long'),
              'words',
            ],
            [translate(words.id), id],
            [translate(projectWords.instance), edition === 'platinum' ? instanceId : undefined],
          ]}
        />
      </div>
    </Card>
  );
}
