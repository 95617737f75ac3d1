import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { CircleAlert, Lock } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './use-draft.ts';

/** Says above the fields what stands between the person and their document: another tab, or a browser that stores nothing. */
export function DraftBanner({ draft, onCopy }: { draft: Draft; onCopy: () => void }) {
  const { t } = useTranslation();
  const state = useSaveState(draft);
  if (draft.isElsewhere) {
    return (
      <Box role="status" sx={bannerStyle('info.main')}>
        <Lock size={18} aria-hidden style={{ flexShrink: 0 }} />
        <Box sx={{ flex: 1 }}>
          <strong>{t('save.elsewhere')}</strong> {t('save.elsewhereHelp')}
        </Box>
        <Button size="small" variant="outlined" onClick={onCopy}>
          {t('save.copy')}
        </Button>
      </Box>
    );
  }
  if (state !== 'failed' && !draft.isStorageBroken) return null;
  return (
    <Box role="alert" sx={bannerStyle('error.main')}>
      <CircleAlert size={18} aria-hidden style={{ flexShrink: 0 }} />
      <Box sx={{ flex: 1 }}>
        <strong>{t('save.failed')}.</strong> {t('save.failedHelp')}
      </Box>
    </Box>
  );
}

/** The state of saving as one quiet word for the top bar. */
export function SaveWord({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const state = useSaveState(draft);
  if (draft.isElsewhere) return null;
  return (
    <Box
      component="span"
      role="status"
      sx={{
        fontSize: 12,
        color: state === 'failed' ? 'error.main' : 'text.secondary',
        whiteSpace: 'nowrap',
      }}
    >
      {t(`save.${draft.isStorageBroken ? 'failed' : state}`)}
    </Box>
  );
}

function useSaveState({ keeper }: Draft) {
  return useSyncExternalStore(
    (listener) => keeper?.subscribe(listener) ?? (() => {}),
    () => keeper?.state() ?? 'saved',
  );
}

function bannerStyle(color: string) {
  return {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 1.5,
    p: 1.5,
    mb: 3,
    border: '1px solid',
    borderColor: color,
    borderRadius: '6px',
    fontSize: 13,
    color: 'text.primary',
    bgcolor: 'background.paper',
  } as const;
}
