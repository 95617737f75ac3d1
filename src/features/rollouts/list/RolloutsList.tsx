import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { reasonOf } from '#src/client/http/failure-reason.ts';
import { rolloutsQuery } from '#src/client/rollouts/rollouts-query.ts';
import type { ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { useConnection } from '#src/client/connection/connection.ts';
import { placeOf } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import { needsToken, type Target } from '#src/client/targets/targets.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { PageHeading } from '#src/ui/blocks/PageHeading.tsx';
import { LoadingScreen, StatusScreen } from '#src/ui/status/StatusScreen.tsx';
import { AroundForeign } from '#src/ui/words/ForeignText.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTabTitle } from '#src/ui/words/use-tab-title.ts';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { RefusalScreen } from '../state/RolloutScreens.tsx';
import stateStyles from '../state/state.module.css';
import { rolloutListWords as words } from '../words/rollout-list-words.ts';
import { rolloutWords } from '../words/rollout-words.ts';
import { RolloutFilters } from './RolloutFilters.tsx';
import { rollBacksById } from './roll-backs.ts';
import { matchRollouts, pickState } from './rollout-filter.ts';
import { RolloutListTable } from './RolloutListTable.tsx';
import { useRolloutFilter } from './use-rollout-filter.ts';
import styles from './rollouts-list.module.css';

const PAGE = 100;
/** The server answers at most as many at once. */
const MAX_SHOWN = 1000;

interface RolloutsListProps {
  /** Starts a new one. */
  start?: ReactNode;
}

/** The rollouts that this page may see, newest first, or why they cannot be shown. */
export function RolloutsList({ start }: RolloutsListProps) {
  const t = useWords();
  const translate = useTranslate();
  const [limit, setLimit] = useState(PAGE);
  const query = useQuery({
    ...rolloutsQuery(useSession(), limit),
    placeholderData: keepPreviousData,
  });
  const { data, error, refetch } = query;
  const hidden = useHiddenTarget();
  useTabTitle(translate(rolloutWords.title));
  if (data === undefined) {
    if (error) return <RefusalScreen error={error} retry={() => void refetch()} />;
    return <LoadingScreen label={translate(words.loading)} />;
  }
  if (data.count === 0 && data.isUnchecked)
    return (
      <StatusScreen
        title={translate(rolloutWords.failed)}
        action={{ label: t('action.retry'), onClick: () => void refetch() }}
      >
        {translate(words.unchecked)}
      </StatusScreen>
    );
  return (
    <div className={stateStyles.colors}>
      <div className={styles.head}>
        <PageHeading>{translate(rolloutWords.title)}</PageHeading>
        {data.count > 0 && start}
      </div>
      {hidden && <HiddenNote target={hidden} />}
      {error && <StaleList error={error} retry={() => void refetch()} />}
      {data.isUnchecked && <UncheckedNote retry={() => void refetch()} />}
      {data.count === 0 ? (
        <Card
          title={translate(hidden ? words.noneShown : words.none)}
          help={translate(words.noneHelp)}
        >
          {start}
        </Card>
      ) : (
        <Found rollouts={data.rollouts} />
      )}
      {data.count > data.rollouts.length && (
        <div className={styles.more}>
          <span>{translate(words.cut(data.rollouts.length, data.count))}</span>
          {limit < MAX_SHOWN && (
            <Button
              size="small"
              variant="outlined"
              onClick={() => setLimit(Math.min(limit + PAGE, MAX_SHOWN))}
            >
              <span>{translate(words.more)}</span>
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Found({ rollouts }: { rollouts: readonly ShownRollout[] }) {
  const translate = useTranslate();
  const { targets } = useConnection();
  const { filter, change } = useRolloutFilter();
  const labelOf = ({ target }: ShownRollout) =>
    targets.find(({ id }) => id === target)?.label ?? target;
  // A roll back is newer than its rollout, so it is loaded as well.
  const rollBacks = useMemo(() => rollBacksById(rollouts), [rollouts]);
  const matching = matchRollouts(rollouts, filter, labelOf);
  const shown = pickState(matching, filter.state);
  return (
    <Card flush>
      <RolloutFilters matching={matching} filter={filter} onChange={change} />
      {shown.length > 0 ? (
        <RolloutListTable
          rollouts={shown}
          rollBackOf={({ id }) => rollBacks.get(id)}
          labelOf={labelOf}
        />
      ) : (
        <div ref={keepRowFocus} className={styles.none}>
          <p role="status">{translate(words.noMatch)}</p>
          <Button
            size="small"
            variant="outlined"
            onClick={() => change({ text: '', state: 'all' })}
          >
            <span>{translate(words.clear)}</span>
          </Button>
        </div>
      )}
    </Card>
  );
}

/** The target whose rollouts the server leaves out, because it needs a token and the page has none. */
function useHiddenTarget() {
  const { token } = useSession();
  const target = knownTarget(useConnection().targetState);
  return target !== undefined && needsToken(target) && token === '' ? target : undefined;
}

function HiddenNote({ target }: { target: Target }) {
  const translate = useTranslate();
  const session = useSession();
  const { requestSignIn } = useConnection();
  return (
    <div role="status" className={styles.stale}>
      <span>{translate(words.hidden(target.label))}</span>
      <Button
        size="small"
        variant="text"
        onClick={() => void requestSignIn('token', placeOf(target, session))}
      >
        <span>{translate(rolloutWords.signIn)}</span>
      </Button>
    </div>
  );
}

/** The target could not check the token for some project, so there may be more rollouts. */
function UncheckedNote({ retry }: { retry: () => void }) {
  const t = useWords();
  const translate = useTranslate();
  return (
    <div role="status" className={styles.stale}>
      <span>{translate(words.incomplete)}</span>
      <Button size="small" variant="text" onClick={retry}>
        <span>{t('action.retry')}</span>
      </Button>
    </div>
  );
}

function StaleList({ error, retry }: { error: Error; retry: () => void }) {
  const t = useWords();
  const translate = useTranslate();
  return (
    <div role="status" ref={keepRowFocus} className={styles.stale}>
      <span>
        <AroundForeign
          words={(reason) => translate(words.stale(reason))}
          text={reasonOf(error, t('connection.noAnswer'))}
        />
      </span>
      <Button size="small" variant="text" onClick={retry}>
        <span>{t('action.retry')}</span>
      </Button>
    </div>
  );
}
