import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Copy } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { findPreset, presetNames, regions } from '#src/domain/api/regions.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { SelectFrame } from './SelectFrame.tsx';
import { targetSnippet, type SnippetAuth } from './target-snippet.ts';

const kinds: readonly SnippetAuth[] = ['token', 'password', 'aksk'];

/** For operators: a targets file to copy. Targets come from the server's configuration alone, never from the page. */
export function AddTarget() {
  const t = useWords();
  const translate = useTranslate();
  const notify = useNotify();
  const form = useForm({ defaultValues: { preset: presetNames[0] ?? '', auth: kinds[0] } });
  const { preset, auth = 'token' } = form.watch();
  const text = targetSnippet(preset, auth);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      notify({ text: t('connection.add.copied') });
    } catch {
      // Refused by the browser, or a page without TLS, which has no clipboard.
      notify({ text: t('connection.add.refused') });
    }
  };
  return (
    <Box
      component="details"
      sx={{ borderTop: '1px solid', borderColor: 'divider', pt: 2, fontSize: 13 }}
    >
      <Box component="summary" sx={{ cursor: 'pointer', fontWeight: 500, lineHeight: '20px' }}>
        {t('connection.add.title')}
      </Box>
      <Box sx={{ mt: 1.5, display: 'grid', gap: 2 }}>
        <Box sx={{ color: 'text.secondary', lineHeight: '20px' }}>{t('connection.add.help')}</Box>
        <SelectFrame
          label={t('connection.add.host')}
          help={findPreset(preset)?.endpoint}
          {...form.register('preset')}
        >
          {presetNames.map((name) => (
            <option key={name} value={name}>
              {translate(labelOf(name))} · {name}
            </option>
          ))}
        </SelectFrame>
        <SelectFrame label={t('connection.signIn.label')} {...form.register('auth')}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`connection.add.${kind}`)}
            </option>
          ))}
        </SelectFrame>
        <Box
          component="pre"
          tabIndex={0}
          aria-label={t('connection.add.file')}
          role="region"
          sx={(theme) => ({
            m: 0,
            p: 1.5,
            overflow: 'auto',
            border: '1px solid',
            borderColor: 'divider',
            borderRadius: '6px',
            bgcolor: 'ground.pane',
            fontFamily: theme.wireFont,
            fontSize: 12,
            lineHeight: '18px',
          })}
        >
          {text}
        </Box>
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
          <Button
            size="small"
            variant="outlined"
            startIcon={<Copy size={16} aria-hidden />}
            onClick={() => void copy()}
          >
            {t('connection.add.copy')}
          </Button>
          <Box sx={{ flex: 1, minWidth: 200, color: 'text.secondary' }}>
            {t('connection.add.next')}
          </Box>
        </Box>
      </Box>
    </Box>
  );
}

function labelOf(preset: string) {
  const region = findPreset(preset)?.region;
  return regions.find((one) => one.id === region)?.label ?? { en: preset, zh: preset };
}
