import { useDeferredValue, useMemo } from 'react';
import { Card } from '#src/ui/blocks/Card.tsx';
import { useDocument } from '#src/ui/editing/editor.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { DrawingCard } from '#src/views/drawing/DrawingCard.tsx';
import { toDrawnDeployment } from '#src/views/drawing/model/drawn-deployment.ts';
import { describeDeployment } from '#src/views/sentences/describe-deployment.ts';
import styles from './picture.module.css';
import { useDrawnTarget } from './use-drawn-target.ts';

const title = { en: 'What will happen', zh: '创建后的效果' };

/** The deployment as a drawing, and what a create does in sentences. */
export function Picture({ isUpdate }: { isUpdate: boolean }) {
  const translate = useTranslate();
  const body = useDeferredValue(useDocument((document) => document));
  const deployment = useMemo(() => toDrawnDeployment(body), [body]);
  const { nodeId, groupId } = deployment;
  const { facts, ...names } = useDrawnTarget(nodeId, groupId);
  return (
    <div>
      <DrawingCard
        body={body}
        targetName={groupId === '' ? names.node : names.group}
        targetFacts={facts}
      />
      {!isUpdate && (
        <Card title={translate(title)}>
          <ol className={styles.sentences}>
            {describeDeployment(deployment, names).map((sentence, index) => (
              <li key={index}>{translate(sentence)}</li>
            ))}
          </ol>
        </Card>
      )}
    </div>
  );
}
