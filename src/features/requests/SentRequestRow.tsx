import IconButton from '@mui/material/IconButton';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { RequestOutcome, SentRequest } from '#src/client/requests/sent-request.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { StateWord, type StateTone } from '#src/ui/status/StateWord.tsx';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { RequestDetails, type RequestActions } from './RequestDetails.tsx';
import { requestsWords as words } from './requests-words.ts';
import styles from './requests.module.css';

interface SentRequestRowProps {
  request: SentRequest;
  /** Without the name and the place, on the page of one deployment. */
  isShort: boolean;
  actions: RequestActions;
}

const outcomeTones: Record<RequestOutcome, StateTone> = {
  sent: 'quiet',
  done: 'good',
  partly: 'caution',
  notDone: 'bad',
  unknown: 'caution',
};

/** A request as a row that unfolds. On phones it is a block. */
export function SentRequestRow({ request, isShort, actions }: SentRequestRowProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const detailsId = useId();
  const { action, name, place, outcome, sentAt, requestId, deploymentId } = request;
  const Icon = isOpen ? ChevronDown : ChevronRight;
  const columns = isShort ? 5 : 7;
  return (
    <>
      <tr>
        <td className={styles.unfold}>
          <IconButton
            size="small"
            aria-label={translate(words.details(foreignShort(name || deploymentId)))}
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailsId : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon size={16} aria-hidden />
          </IconButton>
        </td>
        <td data-label={translate(words.time)}>{formatDateTime(sentAt, language)}</td>
        <td data-label={translate(words.action)}>{translate(words.actions[action])}</td>
        {!isShort && (
          <>
            <td data-label={translate(words.deployment)}>
              <ForeignName text={name || '–'} />
            </td>
            <td data-label={translate(words.target)}>
              <ForeignName text={place.label} />
            </td>
          </>
        )}
        <td data-label={translate(words.outcome)}>
          <StateWord tone={outcomeTones[outcome]}>{translate(words.outcomes[outcome])}</StateWord>
        </td>
        <td data-label={translate(words.requestId)} className={styles.wire}>
          <ForeignName text={requestId ?? '–'} />
        </td>
      </tr>
      {isOpen && (
        <tr id={detailsId} className={styles.detailsRow}>
          <td colSpan={columns}>
            <RequestDetails request={request} actions={actions} />
          </td>
        </tr>
      )}
    </>
  );
}
