import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useForm, type UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { changeSession, PROJECT_ID, useSession, type Session } from '#src/client/session.ts';
import type { Target } from '#src/client/targets.ts';
import { TextInput } from '#src/ui/controls/TextInput.tsx';
import { SelectFrame } from './SelectFrame.tsx';

interface ConnectionDialogProps {
  targets: readonly Target[];
  onClose: () => void;
}

/** Target, project, edition, generation, instance and token: everything about a request that is not the document. */
export function ConnectionDialog({ targets, onClose }: ConnectionDialogProps) {
  const { t } = useTranslation();
  const session = useSession();
  const form = useForm<Session>({ defaultValues: session });
  const { errors } = form.formState;
  const target = targets.find((one) => one.id === form.watch('targetId'));
  const isPlatinum = form.watch('edition') === 'platinum' || target?.edition === 'platinum';
  const save = form.handleSubmit((values) => {
    changeSession({
      ...values,
      ...(target?.projectId !== undefined && { projectId: target.projectId }),
      ...(target?.edition === 'platinum' && { edition: 'platinum' }),
    });
    onClose();
  });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="connection-title">
      <form onSubmit={(event) => void save(event)} noValidate>
        <DialogTitle id="connection-title" sx={{ fontSize: 17, fontWeight: 600 }}>
          {t('connection.title')}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2.5 }}>
          <SelectFrame label={t('connection.target')} {...form.register('targetId')}>
            {targets.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label} {one.kind === 'mock' ? t('connection.mock') : t('connection.live')}
              </option>
            ))}
          </SelectFrame>
          {target?.projectId === undefined ? (
            <Line
              label={t('connection.project')}
              help={t('connection.projectHelp')}
              error={errors.projectId && t('connection.projectWrong')}
              registration={form.register('projectId', {
                pattern: PROJECT_ID,
                required: true,
              })}
              wire
            />
          ) : (
            <Fixed label={t('connection.project')} value={target.projectId} />
          )}
          {target?.edition === 'platinum' ? (
            <Fixed label={t('edition.label')} value={t('edition.platinum')} />
          ) : (
            <SelectFrame label={t('edition.label')} {...form.register('edition')}>
              <option value="professional">{t('edition.professional')}</option>
              <option value="platinum">{t('edition.platinum')}</option>
            </SelectFrame>
          )}
          <SelectFrame label={t('generation.label')} {...form.register('generation')}>
            <option value="2024-04">{t('generation.page')}</option>
            <option value="2025">{t('generation.newer')}</option>
          </SelectFrame>
          {isPlatinum && target?.edition !== 'platinum' && (
            <Line
              label={t('connection.instance')}
              help={t(
                target?.kind === 'mock' ? 'connection.instanceMock' : 'connection.instanceHelp',
              )}
              error={errors.instanceId && t('connection.instanceWrong')}
              registration={form.register('instanceId', {
                pattern: /^[A-Za-z0-9-]{1,64}$/,
                required: target?.kind === 'live',
              })}
              wire
            />
          )}
          {target?.kind === 'live' && target.auth === 'token' && (
            <Line
              label={t('connection.token')}
              help={t('connection.tokenHelp')}
              error={errors.token && t('connection.tokenWrong')}
              registration={form.register('token', {
                setValueAs: (text: string) => text.trim(),
                pattern: /^\s*[\x21-\x7e]*\s*$/,
              })}
              type="password"
              wire
            />
          )}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          <Button variant="text" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button variant="contained" type="submit">
            {t('connection.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface LineProps {
  label: string;
  help: string;
  error: string | undefined;
  registration: UseFormRegisterReturn;
  type?: string;
  wire?: boolean;
}

function Line({ label, help, error, registration, type = 'text', wire }: LineProps) {
  const id = useId();
  const { ref, ...input } = registration;
  return (
    <div>
      <label
        htmlFor={id}
        style={{ display: 'block', fontSize: 13, fontWeight: 500, marginBottom: 6 }}
      >
        {label}
      </label>
      <TextInput
        {...input}
        inputRef={ref}
        id={id}
        type={type}
        className={wire ? 'wire' : ''}
        error={error !== undefined}
        inputProps={{ 'aria-describedby': `${id}-help`, autoComplete: 'off', spellCheck: false }}
      />
      <Box
        id={`${id}-help`}
        sx={{ mt: 0.5, fontSize: 12, color: error ? 'error.main' : 'text.secondary' }}
      >
        {error ?? help}
      </Box>
    </div>
  );
}

function Fixed({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <Box sx={{ fontSize: 13, fontWeight: 500 }}>{label}</Box>
      <Box sx={{ fontSize: 14, overflowWrap: 'anywhere' }}>{value}</Box>
    </div>
  );
}
