import Button from '@mui/material/Button';
import type { SentRequest } from '#src/client/requests/sent-request.ts';
import { isSamePlace } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import { changeSentence } from '#src/convert/diff/change-sentences.ts';
import { formatPath } from '#src/json/path.ts';
import { asObject, type Json } from '#src/json/value.ts';
import { DefinitionList } from '#src/ui/blocks/DefinitionList.tsx';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { DocumentText } from '#src/views/document/DocumentText.tsx';
import { ErrorNote } from '#src/views/errors/ErrorNote.tsx';
import { PodResults } from '#src/views/pods/PodResults.tsx';
import { documentOfRequest } from './request-document.ts';
import { requestsWords as words } from './requests-words.ts';
import { useLiveComparison, type LiveComparison } from './use-live-comparison.ts';
import styles from './requests.module.css';

/** Actions on a request. */
export interface RequestActions {
  /** Opens a document as a new draft in the form. */
  readonly onOpen: (document: Json) => void;
  readonly onView: (deploymentId: string) => void;
  /** Opens the update that goes back to the version before the request. */
  readonly onRollBack: (request: SentRequest) => void;
}

interface RequestDetailsProps {
  request: SentRequest;
  actions: RequestActions;
}

/** Everything about a request, and what can be done with it. */
export function RequestDetails({ request, actions }: RequestDetailsProps) {
  const { action, place, deploymentId, body, before, outcome, error, status, endedAt } = request;
  const translate = useTranslate();
  const language = useLanguage();
  const { comparison, compare } = useLiveComparison(request);
  const isHere = isSamePlace(useSession(), place);
  const document = documentOfRequest(request);
  const canCompare = body !== '' && deploymentId !== '';
  return (
    <div className={styles.details}>
      <DefinitionList
        isSmall
        items={[
          [translate(words.deploymentId), deploymentId],
          [translate(words.target), place.label, 'words'],
          [translate(words.project), place.projectId],
          [translate(words.status), status === undefined ? undefined : String(status)],
          [translate(words.code), error?.code],
          [translate(words.message), error?.message],
          [
            translate(words.ended),
            endedAt === undefined ? undefined : formatDateTime(endedAt, language, 'long'),
            'words',
          ],
        ]}
      />
      <Instances request={request} />
      <div className={styles.actions}>
        {document && (
          <Button size="small" variant="outlined" onClick={() => actions.onOpen(document)}>
            <span>{translate(action === 'delete' ? words.restore : words.open)}</span>
          </Button>
        )}
        {canCompare && isHere && (
          <Button size="small" variant="outlined" onClick={() => void compare()}>
            <span>{translate(words.compare)}</span>
          </Button>
        )}
        {action === 'update' && before && outcome !== 'notDone' && isHere && (
          <Button size="small" variant="outlined" onClick={() => actions.onRollBack(request)}>
            <span>{translate(words.rollBack)}</span>
          </Button>
        )}
        {deploymentId !== '' && action !== 'delete' && isHere && (
          <Button size="small" variant="text" onClick={() => actions.onView(deploymentId)}>
            <span>{translate(words.view)}</span>
          </Button>
        )}
      </div>
      {canCompare && !isHere && <p className={styles.quiet}>{translate(words.otherPlace)}</p>}
      <Comparison comparison={comparison} />
      {body === '' ? (
        <p className={styles.quiet}>{translate(words.noBody)}</p>
      ) : (
        <div className={styles.body}>
          <DocumentText
            document={asObject(JSON.parse(body) as unknown)}
            label={translate(words.body)}
          />
        </div>
      )}
    </div>
  );
}

/** The instances that a request concerns; nothing if it concerns the deployment. */
function Instances({ request: { pods } }: Pick<RequestDetailsProps, 'request'>) {
  const translate = useTranslate();
  if (pods === undefined) return null;
  return (
    <div className={styles.pods}>
      <h3>{translate(words.instances)}</h3>
      <PodResults pods={pods} />
    </div>
  );
}

/** The most differences that are listed. */
const MAX_LISTED = 50;

function Comparison({ comparison }: { comparison: LiveComparison }) {
  const translate = useTranslate();
  return (
    <div aria-live="polite">
      {comparison.state === 'comparing' && <p>{translate(words.comparing)}</p>}
      {comparison.state === 'gone' && <p>{translate(words.goneNow)}</p>}
      {comparison.state === 'failed' && (
        <>
          <p>{translate(words.unread)}</p>
          <ErrorNote error={comparison.error} />
        </>
      )}
      {comparison.state === 'compared' && (
        <>
          <p>{translate(comparison.differences.length === 0 ? words.same : words.differs)}</p>
          <ul className={styles.changes}>
            {comparison.differences.slice(0, MAX_LISTED).map((change) => (
              <li key={`${change.kind} ${formatPath(change.path)}`}>
                {translate(changeSentence(change, comparison.sent, comparison.live))}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
