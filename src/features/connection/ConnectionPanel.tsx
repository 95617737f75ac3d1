import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import { PlugZap, X } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { changeSession, PROJECT_ID, useSession, type Session } from '#src/client/session.ts';
import type { TargetState } from '#src/client/target-state.ts';
import type { Target } from '#src/client/targets.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { AddTarget } from './AddTarget.tsx';
import { FaultField } from './FaultField.tsx';
import { FixedLine, FormLine } from './FormLine.tsx';
import { pasteMistake } from './pasted-text.ts';
import { SelectFrame } from './SelectFrame.tsx';
import { TargetCard } from './TargetCard.tsx';
import { TargetsUnknown } from './TargetsUnknown.tsx';
import { TestResultView } from './TestResultView.tsx';
import { TokenFields } from './TokenFields.tsx';
import { isCurrent, useTest, type TestResult } from './use-test.ts';
import { useTokenForm } from './use-token-form.ts';

interface ConnectionPanelProps {
  targets: readonly Target[];
  /** The target of the session, or why the targets are not known. */
  known: TargetState;
  /** Shown where the server itself signs in: whether this browser may use that, and the way out. */
  access: ReactNode;
  /** Asks for the access secret. */
  onAccess: () => void;
  onClose: () => void;
}

/** The inputs beside the token. */
type Inputs = Pick<
  Session,
  'targetId' | 'projectId' | 'edition' | 'generation' | 'instanceId' | 'fault'
>;

/** Everything about a request that is not the document: target, project, edition, token; with a test of it all. */
export function ConnectionPanel(props: ConnectionPanelProps) {
  const { known, onClose } = props;
  const t = useWords();
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': 'connection-title',
          sx: { width: 'min(100vw, 480px)' },
        },
      }}
    >
      <div style={columnStyle}>
        <Box sx={{ ...barStyle, borderWidth: '0 0 1px', minHeight: 56 }}>
          <Box
            component="h2"
            id="connection-title"
            sx={{ m: 0, mr: 'auto', fontSize: 17, fontWeight: 600 }}
          >
            {t('connection.title')}
          </Box>
          <IconButton size="small" aria-label={t('action.close')} onClick={onClose}>
            <X size={18} aria-hidden />
          </IconButton>
        </Box>
        {known.state === 'known' ? <Settings {...props} /> : <TargetsUnknown known={known} />}
      </div>
    </Drawer>
  );
}

function Settings({ targets, access, onAccess, onClose }: ConnectionPanelProps) {
  const t = useWords();
  const session = useSession();
  const form = useForm<Inputs>({ defaultValues: inputsOf(session) });
  const { errors } = form.formState;
  const tokenForm = useTokenForm(session);
  const [result, setResult] = useState<TestResult>();
  const test = useTest((next) => {
    setResult(next);
    if (next.clockOffsetMs !== undefined) tokenForm.learnOffset(next.clockOffsetMs);
  });
  // Drawn again with every key, so that a result that speaks of something else goes.
  tokenForm.form.watch();
  const inputs = form.watch();
  const target = targets.find((one) => one.id === inputs.targetId);
  const isMock = target?.kind === 'mock';
  const hasToken = target?.kind === 'live' && target.auth === 'token';
  const isPlatinum = inputs.edition === 'platinum' || target?.edition === 'platinum';
  /** The session that the inputs stand for; a token is for its own target alone. */
  const tried: Session = {
    ...session,
    ...inputs,
    ...(target?.projectId !== undefined && { projectId: target.projectId }),
    ...(target?.edition === 'platinum' && { edition: 'platinum' as const }),
    fault: isMock ? inputs.fault : '',
    clockOffsetMs: tokenForm.offsetMs === 0 ? undefined : tokenForm.offsetMs,
    ...(hasToken ? tokenForm.values() : noToken),
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const isGood = await form.trigger(undefined, { shouldFocus: true });
    // The first mistake takes the focus, and the token stands last.
    const isTokenGood =
      !hasToken || (await tokenForm.form.trigger(undefined, { shouldFocus: isGood }));
    if (!isGood || !isTokenGood) return;
    changeSession(tried);
    onClose();
  };
  const run = async () => {
    const names = ['projectId', 'instanceId'] as const;
    if (target === undefined || !(await form.trigger(names, { shouldFocus: true }))) return;
    // A token with what does not belong to it would be refused, for a reason that nobody sees.
    if (hasToken && !(await tokenForm.form.trigger('token', { shouldFocus: true }))) return;
    setResult(undefined);
    test.mutate({ session: tried, target });
  };
  const moveTo = (targetId: string) => {
    // Another target is another token: what was typed for one must never reach the other.
    tokenForm.begin(targetId === session.targetId ? session : undefined);
    // Platinum without an instance is what the target before had fixed.
    const isFree = targets.some(({ id, edition }) => id === targetId && edition !== 'platinum');
    if (isFree && form.getValues('instanceId') === '') form.setValue('edition', 'professional');
  };
  const paste = usePaste(form, inputs);
  const shown = result && isCurrent(result, tried) ? result : undefined;

  return (
    <form
      onSubmit={(event) => void save(event)}
      noValidate
      style={{ ...columnStyle, flex: 1, minHeight: 0 }}
    >
      <Box
        sx={{
          flex: 1,
          overflow: 'auto',
          px: 3,
          py: 2.5,
          display: 'grid',
          gap: 2.5,
          alignContent: 'start',
        }}
      >
        <div>
          <SelectFrame
            label={t('connection.target')}
            {...form.register('targetId', {
              onChange: (event: { target: HTMLSelectElement }) => moveTo(event.target.value),
            })}
          >
            {targets.map((one) => (
              <option key={one.id} value={one.id}>
                {[one.label, t(`connection.${one.kind}`), one.region].filter(Boolean).join(' · ')}
              </option>
            ))}
          </SelectFrame>
          {target && <TargetCard target={target} />}
        </div>
        {target?.projectId === undefined ? (
          <FormLine
            label={t('connection.project')}
            help={t(isMock ? 'connection.projectHelp' : 'connection.projectHelpLive')}
            error={errors.projectId && (paste.words('projectId') ?? t('connection.projectWrong'))}
            fix={paste.fix('projectId')}
            registration={form.register('projectId', { pattern: PROJECT_ID, required: true })}
            wire
          />
        ) : (
          <FixedLine label={t('connection.project')} value={target.projectId} wire />
        )}
        {target?.edition === 'platinum' ? (
          <FixedLine label={t('edition.label')} value={t('edition.platinum')} />
        ) : (
          <SelectFrame label={t('edition.label')} {...form.register('edition')}>
            <option value="professional">{t('edition.professional')}</option>
            <option value="platinum">{t('edition.platinum')}</option>
          </SelectFrame>
        )}
        {isPlatinum && target?.edition !== 'platinum' && (
          <FormLine
            label={t('connection.instance')}
            help={t(isMock ? 'connection.instanceMock' : 'connection.instanceHelp')}
            error={
              errors.instanceId && (paste.words('instanceId') ?? t('connection.instanceWrong'))
            }
            fix={paste.fix('instanceId')}
            registration={form.register('instanceId', {
              pattern: /^[A-Za-z0-9-]{1,64}$/,
              required: !isMock,
            })}
            wire
          />
        )}
        <SelectFrame label={t('generation.label')} {...form.register('generation')}>
          <option value="2024-04">{t('generation.page')}</option>
          <option value="2025">{t('generation.newer')}</option>
        </SelectFrame>
        {hasToken && <TokenFields tokenForm={tokenForm} projectId={tried.projectId} />}
        {(target?.auth === 'password' || target?.auth === 'aksk') && access}
        {isMock && <FaultField value={inputs.fault} registration={form.register('fault')} />}
        <Box aria-live="polite">
          {shown && <TestResultView result={shown} hasToken={hasToken} onAccess={onAccess} />}
        </Box>
        <AddTarget />
      </Box>
      <Box sx={{ ...barStyle, borderWidth: '1px 0 0', py: 1.5 }}>
        <Button
          variant="outlined"
          onClick={() => void run()}
          aria-disabled={test.isPending}
          title={t('connection.testHelp')}
          startIcon={
            test.isPending ? (
              <CircularProgress size={16} color="inherit" />
            ) : (
              <PlugZap size={16} aria-hidden />
            )
          }
          sx={{ mr: 'auto' }}
        >
          {t(test.isPending ? 'connection.testing' : 'connection.test')}
        </Button>
        <Button variant="text" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button variant="contained" type="submit">
          {t('connection.save')}
        </Button>
      </Box>
    </form>
  );
}

/** What is wrong with pasted IDs, in words, and the ways to put them right. */
function usePaste(form: UseFormReturn<Inputs>, inputs: Inputs) {
  const translate = useTranslate();
  type Name = 'projectId' | 'instanceId';
  return {
    words(name: Name) {
      const mistake = pasteMistake(inputs[name], name);
      return mistake && translate(mistake.words);
    },
    fix(name: Name) {
      const fixed = pasteMistake(inputs[name], name)?.fixed;
      if (fixed === undefined) return undefined;
      return () => form.setValue(name, fixed, { shouldValidate: true, shouldDirty: true });
    },
  };
}

const noToken = { token: '', tokenExpiresAt: undefined, tokenGone: undefined } as const;

const columnStyle = { display: 'flex', flexDirection: 'column', height: '100%' } as const;

const barStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  px: 3,
  borderStyle: 'solid',
  borderColor: 'divider',
} as const;

function inputsOf(session: Session): Inputs {
  const { targetId, projectId, edition, generation, instanceId, fault } = session;
  return { targetId, projectId, edition, generation, instanceId, fault };
}
