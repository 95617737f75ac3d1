import Button from '@mui/material/Button';
import { useMemo, useState, type ReactNode } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { changeSession, useSession } from '#src/client/session/session.ts';
import { isHeldByServer, type Target } from '#src/client/targets/targets.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { AddTarget } from './AddTarget.tsx';
import { TestButton } from './TestButton.tsx';
import { TestResultView } from '../diagnosis/TestResultView.tsx';
import { isCurrent, useTest, type TestResult } from '../diagnosis/use-test.ts';
import { EndpointFields } from './EndpointFields.tsx';
import { FaultField } from '../mock-fault/FaultField.tsx';
import styles from './panel.module.css';
import {
  settingsResolver,
  takesToken,
  toSession,
  toSettingsInputs,
  type SettingsInputs,
} from './settings-inputs.ts';
import { withOffset } from '../token/token-inputs.ts';
import { TokenFields } from '../token/TokenFields.tsx';

interface SettingsFormProps {
  targets: readonly Target[];
  access: ReactNode;
  onAccess: () => void;
  onClose: () => void;
}

/** The form of the connection settings. They take effect when applied; a test can run before that. */
export function SettingsForm({ targets, access, onAccess, onClose }: SettingsFormProps) {
  const t = useWords();
  const session = useSession();
  const resolver = useMemo(() => settingsResolver(targets), [targets]);
  const form = useForm<SettingsInputs>({ resolver, defaultValues: toSettingsInputs(session) });
  const [result, setResult] = useState<TestResult>();
  const test = useTest((next) => {
    setResult(next);
    if (next.clockOffsetMs === undefined) return;
    const { until, offsetMs } = withOffset(form.getValues(), next.clockOffsetMs);
    form.setValue('until', until);
    form.setValue('offsetMs', offsetMs);
  });
  const inputs = form.watch();
  const target = targets.find(({ id }) => id === inputs.targetId);
  const hasToken = takesToken(target);
  const draft = toSession(session, inputs, target);

  const apply = form.handleSubmit((values) => {
    changeSession(toSession(session, values, target));
    onClose();
  });
  const runTest = async () => {
    // The server would refuse a token with invalid characters without a useful reason.
    const names = ['projectId', 'instanceId', 'token'] as const;
    if (target === undefined || !(await form.trigger(names, { shouldFocus: true }))) return;
    setResult(undefined);
    test.mutate({ session: draft, target });
  };

  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void apply(event)} noValidate className={styles.form}>
        <div className={styles.fields}>
          <EndpointFields targets={targets} target={target} />
          {hasToken && <TokenFields projectId={draft.projectId} />}
          {target && isHeldByServer(target) && access}
          {target?.kind === 'mock' && (
            <FaultField value={inputs.fault} registration={form.register('fault')} />
          )}
          <div aria-live="polite">
            {result && isCurrent(result, draft) && (
              <TestResultView result={result} hasToken={hasToken} onAccess={onAccess} />
            )}
          </div>
          <AddTarget />
        </div>
        <div className={styles.footer}>
          <TestButton isRunning={test.isPending} onTest={() => void runTest()} />
          <Button variant="text" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button variant="contained" type="submit">
            {t('connection.save')}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}
