import Button from '@mui/material/Button';
import { useState } from 'react';
import { deleteRequests } from '#src/client/requests/request-database.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { PageHeading } from '#src/ui/blocks/PageHeading.tsx';
import { downloadText } from '#src/ui/clipboard/copy-and-download.ts';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { FormDialog } from '#src/ui/forms/FormDialog.tsx';
import { useTabTitle } from '#src/ui/words/use-tab-title.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { matchesRequest } from './request-document.ts';
import type { RequestActions } from './RequestDetails.tsx';
import { RequestTable } from './RequestTable.tsx';
import { requestsWords as words } from './requests-words.ts';
import { useRequests } from './use-requests.ts';
import styles from './requests.module.css';

/** All requests of this browser, with a search. */
export function AllRequests({ actions }: { actions: RequestActions }) {
  const translate = useTranslate();
  const list = useRequests();
  const [search, setSearch] = useState('');
  const [isClearing, setClearing] = useState(false);
  useTabTitle(translate(words.title));
  const all = list.state === 'read' ? list.requests : [];
  const found = all.filter((request) => matchesRequest(request, search));
  const clear = async () => {
    setClearing(false);
    await deleteRequests(all.map(({ key }) => key)).catch(() => undefined);
  };
  return (
    <>
      <div className={styles.head}>
        <PageHeading>{translate(words.title)}</PageHeading>
        {all.length > 0 && (
          <div ref={keepRowFocus} className={styles.tools}>
            <Button
              size="small"
              variant="outlined"
              onClick={() => downloadText(JSON.stringify(all, null, 2), 'requests.json')}
            >
              <span>{translate(words.export)}</span>
            </Button>
            <Button size="small" variant="text" onClick={() => setClearing(true)}>
              <span>{translate(words.clear)}</span>
            </Button>
          </div>
        )}
      </div>
      <p className={styles.purpose}>{translate(words.purpose)}</p>
      {list.state === 'refused' && <p role="status">{translate(words.unavailable)}</p>}
      {list.state === 'read' && all.length === 0 && (
        <Card title={translate(words.none)}>
          <p className={styles.noneHelp}>{translate(words.noneHelp)}</p>
        </Card>
      )}
      {all.length > 0 && (
        <Card flush>
          <div className={styles.search}>
            <TextInput
              type="search"
              aria-label={translate(words.search)}
              placeholder={translate(words.searchHint)}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </div>
          {found.length > 0 ? (
            <RequestTable requests={found} actions={actions} />
          ) : (
            <div ref={keepRowFocus} className={styles.none}>
              <p role="status">{translate(words.noneFound)}</p>
              <Button size="small" variant="outlined" onClick={() => setSearch('')}>
                <span>{translate(words.clearSearch)}</span>
              </Button>
            </div>
          )}
        </Card>
      )}
      {isClearing && (
        <FormDialog
          title={translate(words.clearTitle)}
          submit={translate(words.clear)}
          isDanger
          onSubmit={() => void clear()}
          onCancel={() => setClearing(false)}
        >
          <div>{translate(words.clearHelp)}</div>
        </FormDialog>
      )}
    </>
  );
}
