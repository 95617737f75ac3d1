import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState, useSyncExternalStore } from 'react';
import { useConnection } from '#src/client/connection/connection.ts';
import { useMissingForLists, type MissingForLists } from '#src/client/queries/missing-for-lists.ts';
import type { KeptPlan, PlannedDraft } from '#src/client/rollouts/plan-store.ts';
import { readRolloutsOff } from '#src/client/rollouts/start-rollout.ts';
import { placeOf } from '#src/client/session/place.ts';
import { getSession, useSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import type { PreflightNode } from '#src/domain/preflight/preflight.ts';
import type { PlannedRollout, PlannedRow } from '#src/domain/rollout/planned-rollout.ts';
import type { RolloutPlan } from '#src/domain/rollout/waves.ts';
import { describePlan } from '#src/domain/rollout/describe-plan.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { LoadingScreen } from '#src/ui/status/StatusScreen.tsx';
import { useTabTitle } from '#src/ui/words/use-tab-title.ts';
import { PageHeading } from '#src/ui/blocks/PageHeading.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { UpdateChangesCard } from './changes/UpdateChangesCard.tsx';
import { DocumentCard } from './DocumentCard.tsx';
import { FileCard } from './FileCard.tsx';
import { DraftNote } from './notes/DraftNote.tsx';
import { EarlierStops } from './notes/EarlierStops.tsx';
import { PlaceNote } from './notes/PlaceNote.tsx';
import { NamesCard } from './NamesCard.tsx';
import { newPlan, planOfFile } from './new-plan.ts';
import { NodesCard } from './nodes/NodesCard.tsx';
import { NothingToPlan } from './NothingToPlan.tsx';
import { openPlan, type OpenPlan } from './open-plan.ts';
import { PaceCard } from './PaceCard.tsx';
import { planWords as words } from './plan-words.ts';
import styles from './plan.module.css';
import {
  newProjectId,
  offlineBody,
  toRehearsal,
  type RehearsedFaults,
} from './rehearse/rehearsal.ts';
import { RehearseCard } from './rehearse/RehearseCard.tsx';
import { useRehearsal } from './rehearse/use-rehearsal.ts';
import { RowsCard } from './rows/RowsCard.tsx';
import { StartRollout } from './StartRollout.tsx';
import { commonErrors, usePlanned } from './use-planned.ts';
import { useStart } from './use-start.ts';
import { createPlanWorker, type PlanWorker } from './worker/create-plan-worker.ts';

interface PlanPageProps {
  /** Reads the draft of this tab. */
  readDraft: () => Promise<PlannedDraft | undefined>;
  onStarted: (id: string) => void;
}

/** Plans a rollout and starts it. */
export function PlanPage({ readDraft, onStarted }: PlanPageProps) {
  const translate = useTranslate();
  const [open] = useState(() =>
    openPlan(async () => {
      const draft = await readDraft();
      return draft && newPlan(draft, getSession());
    }),
  );
  const [worker] = useState(createPlanWorker);
  useEffect(() => worker.close, [worker]);
  const { kept, isStored } = useSyncExternalStore(open.subscribe, open.get);
  // The first rendering of a plan takes a while, so it happens in slices while the page still says that it loads.
  const isRead = useDeferredValue(kept !== undefined);
  useTabTitle(translate(words.titles.create));
  useEffect(() => {
    addEventListener('pagehide', open.save);
    return () => {
      removeEventListener('pagehide', open.save);
      open.save();
    };
  }, [open]);
  if (kept === undefined || !isRead) return <LoadingScreen label={translate(words.loading)} />;
  if (kept === null)
    return (
      <NothingToPlan
        worker={worker}
        onImport={(rollout) => open.replace(planOfFile(rollout, getSession()))}
      />
    );
  return (
    <div className={styles.page}>
      <PageHeading>{translate(words.titles[kept.rollout.action])}</PageHeading>
      <OffNote />
      {!isStored && (
        <p role="status" className={styles.warning}>
          {translate(words.notStored)}
        </p>
      )}
      <PlaceNote where={kept.where} onTake={(where) => open.replace({ ...kept, where })} />
      <DraftNote
        kept={kept}
        readDraft={readDraft}
        onTake={(draft) => open.replace(newPlan(draft, kept.where, kept))}
      />
      <PlanParts kept={kept} open={open} worker={worker} onStarted={onStarted} />
    </div>
  );
}

/** Says so if the server has no rollouts, before anyone fills in the plan. */
function OffNote() {
  const translate = useTranslate();
  const { data } = useQuery({
    queryKey: ['rollouts off'],
    queryFn: ({ signal }) => readRolloutsOff(signal),
  });
  if (typeof data !== 'string') return null;
  return (
    <Card title={translate(words.off)}>
      <p className={styles.quiet}>{translate(words.offHelp)}</p>
    </Card>
  );
}

/** The variables of a pasted list; its rows have the same ones. */
function columnsOf(rows: readonly PlannedRow[]): readonly string[] {
  return Object.keys(rows.find(({ columns }) => columns)?.columns ?? {});
}

interface PlanPartsProps {
  kept: KeptPlan;
  open: OpenPlan;
  worker: PlanWorker;
  onStarted: (id: string) => void;
}

function PlanParts({ kept, open, worker, onStarted }: PlanPartsProps) {
  const { change } = open;
  const lack = useMissingForLists();
  const isMock = knownTarget(useConnection().targetState)?.kind === 'mock';
  const planned = usePlanned(kept, lack, worker);
  const { plan, nodes, makeRequest, check, lastCheck, longest, quota, ends, obstacle } = planned;
  // The form of the settings reads them once.
  const [imports, setImports] = useState(0);
  const { action, kind, body, rows, settings } = kept.rollout;
  const total = rows.length;
  const setRows = (next: readonly PlannedRow[]) => change({ rows: next });
  // The table appears after the click that chose the first rows has shown its effect.
  const hasRows = useDeferredValue(total > 0, false) && total > 0;
  return (
    <div className={styles.columns}>
      <div className={styles.parts}>
        {action === 'create' && body !== undefined && (
          <DocumentCard body={body} source={kept.source} errors={commonErrors(check, total)} />
        )}
        {kind === 'node' && (
          <NodesCard body={body} rows={rows} lack={lack} worker={worker} onChange={setRows} />
        )}
        {action === 'update' && (
          <UpdateChangesCard rollout={kept.rollout} lack={lack} onChange={change} />
        )}
        {action === 'create' && (
          <NamesCard
            rollout={kept.rollout}
            longest={longest}
            columns={columnsOf(rows)}
            onChange={(pattern) => change({ namePattern: pattern })}
          />
        )}
        <PaceCard
          key={imports}
          settings={settings}
          total={total}
          onChange={(texts) => change({ settings: texts })}
        />
        {hasRows && (
          <RowsCard
            rollout={kept.rollout}
            check={check}
            lastCheck={lastCheck}
            ends={ends}
            quota={quota}
            lack={lack}
            onRows={setRows}
          />
        )}
      </div>
      <div className={styles.aside}>
        <StartPart kept={kept} open={open} lack={lack} planned={planned} onStarted={onStarted} />
        {action === 'create' && (
          <RehearsePart
            rollout={kept.rollout}
            plan={plan}
            nodes={nodes ?? []}
            isReady={obstacle === undefined && plan !== undefined}
          />
        )}
        <FileCard
          worker={worker}
          isReady={plan !== undefined && total > 0}
          isMock={isMock}
          makeRequest={makeRequest}
          onImport={(file) => {
            open.replace(planOfFile(file, getSession()));
            setImports(imports + 1);
          }}
        />
      </div>
    </div>
  );
}

interface StartPartProps extends Omit<PlanPartsProps, 'worker'> {
  lack: MissingForLists | undefined;
  planned: ReturnType<typeof usePlanned>;
}

function StartPart({ kept, open, lack, planned, onStarted }: StartPartProps) {
  const { session, plan, makeRequest, ends, obstacle, check } = planned;
  const target = knownTarget(useConnection().targetState);
  const { state, start } = useStart({ onStarted: open.drop, onShow: onStarted });
  const { action, kind, rows } = kept.rollout;
  const total = rows.length;
  return (
    <StartRollout
      total={total}
      sentences={plan && total > 0 ? describePlan({ action, kind, total, plan }) : []}
      obstacle={obstacle}
      warnings={check?.warnings ?? 0}
      lack={lack}
      earlier={<EarlierStops rollout={kept.rollout} source={kept.source} />}
      isAtOnce={ends.length === 1 && total > 1}
      state={state}
      onStart={() => {
        const request = makeRequest();
        if (request && target) void start(placeOf(target, session), request);
      }}
    />
  );
}

interface RehearsePartProps {
  rollout: PlannedRollout;
  plan: RolloutPlan | undefined;
  nodes: readonly PreflightNode[];
  isReady: boolean;
}

function RehearsePart({ rollout, plan, nodes, isReady }: RehearsePartProps) {
  const { targets } = useConnection();
  const session = useSession();
  const rehearsal = useRehearsal();
  const mock = targets.find(({ id }) => id === 'mock');
  const start = (faults: RehearsedFaults) => {
    if (plan === undefined || mock === undefined) return;
    const { edition, generation } = session;
    const projectId = newProjectId();
    const instanceId = edition === 'platinum' ? 'rehearsal' : '';
    const request = toRehearsal(rollout, plan, faults, { projectId, instanceId, generation });
    rehearsal.start({ ...placeOf(mock, session), projectId }, request, offlineBody(rollout, nodes));
  };
  return (
    <RehearseCard
      rehearsal={rehearsal}
      hasMock={mock !== undefined}
      rows={rollout.rows}
      isReady={isReady}
      onStart={start}
    />
  );
}
