import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useColorScheme } from '@mui/material/styles';
import { Boxes, FilePlus2, Moon, Redo2, Sun, SunMoon, Undo2 } from 'lucide-react';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useConnection } from '#src/client/connection/connection.ts';
import { TargetChip } from '#src/features/connection/chip/TargetChip.tsx';
import { getIn } from '#src/json/get-in.ts';
import { useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { changeLanguage } from '../../words/i18n.ts';
import { rememberLanguage } from '../../words/language.ts';
import { useTabTitle } from './use-tab-title.ts';

const ConnectionBadges = lazyPart(
  async () => (await import('../connection/ConnectionBadges.tsx')).ConnectionBadges,
);

interface TopBarProps {
  saveWord: ReactNode;
  onNew: () => void;
}

/** Product, document, target, language and theme: the same on every step. */
export function TopBar({ saveWord, onNew }: TopBarProps) {
  const t = useWords();
  const { readOnly } = useEditor();
  const isKnown = useConnection().known.state === 'known';
  return (
    <Box
      component="header"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 4,
        height: 56,
        px: { xs: 1.5, sm: 2 },
        display: 'flex',
        alignItems: 'center',
        gap: { xs: 0.5, sm: 1.5 },
        bgcolor: 'background.paper',
        borderBottom: '1px solid',
        borderColor: 'divider',
      }}
    >
      <SkipLink />
      <Box
        sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'primary.main', flexShrink: 0 }}
      >
        <Boxes size={22} aria-hidden />
        <Box
          component="span"
          sx={{ fontWeight: 650, color: 'text.primary', display: { xs: 'none', md: 'inline' } }}
        >
          {t('app.name')}
        </Box>
      </Box>
      <Box
        sx={{
          // A long name gives way before anything that can be pressed.
          flex: '1 1000 auto',
          minWidth: 0,
          pl: { md: 1.5 },
          borderStyle: 'solid',
          borderColor: 'divider',
          borderWidth: { xs: 0, md: '0 0 0 1px' },
        }}
      >
        <Box
          sx={{
            fontSize: 13,
            fontWeight: 500,
            lineHeight: '18px',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          <DocumentName />
        </Box>
        <Box sx={{ lineHeight: '16px', display: { xs: 'none', sm: 'block' } }}>{saveWord}</Box>
      </Box>
      {!readOnly && <History />}
      {!readOnly && (
        <Button
          size="small"
          variant="text"
          onClick={onNew}
          startIcon={<FilePlus2 size={16} aria-hidden />}
          aria-label={t('app.newDocument')}
          sx={{
            minWidth: 0,
            flexShrink: 0,
            whiteSpace: 'nowrap',
            '& .MuiButton-startIcon': { mr: { xs: 0, md: 1 } },
          }}
        >
          <Box component="span" sx={{ display: { xs: 'none', md: 'inline' } }}>
            {t('app.newDocument')}
          </Box>
        </Button>
      )}
      {isKnown && (
        <PartBoundary>
          <ConnectionBadges />
        </PartBoundary>
      )}
      <TargetChip />
      <LanguageSwitch />
      <ThemeSwitch />
    </Box>
  );
}

/** The first stop of the keyboard: past bar and rail to the heading of the step. Seen only while it has the focus. */
function SkipLink() {
  const t = useWords();
  return (
    <Box
      component="a"
      href="#step-heading"
      sx={{
        position: 'absolute',
        left: 16,
        top: -60,
        px: 2,
        py: 1,
        zIndex: 5,
        borderRadius: '6px',
        color: 'primary.contrastText',
        bgcolor: 'primary.main',
        '&:focus': { top: 8 },
      }}
    >
      {t('app.skip')}
    </Box>
  );
}

/** The name as it is typed; a component of its own, so that a key draws nothing else of the bar. */
function DocumentName() {
  const t = useWords();
  const name = useDocument((document) => getIn(document, ['name']));
  const words = typeof name === 'string' && name.trim() !== '' ? name : t('app.untitled');
  useTabTitle(words);
  // In an element of its own: a translator may take a bare text of React's away, which then stays as it was.
  return <span>{words}</span>;
}

function History() {
  const t = useWords();
  const { store, history } = useEditor();
  const canUndo = useSyncExternalStore(store.subscribe, store.canUndo);
  const canRedo = useSyncExternalStore(store.subscribe, store.canRedo);
  return (
    <Box sx={{ display: 'flex', flexShrink: 0 }}>
      <IconButton
        size="small"
        aria-label={t('app.undo')}
        title={t('app.undo')}
        disabled={!canUndo}
        onClick={history.undo}
      >
        <Undo2 size={18} aria-hidden />
      </IconButton>
      <IconButton
        size="small"
        aria-label={t('app.redo')}
        title={t('app.redo')}
        disabled={!canRedo}
        onClick={history.redo}
      >
        <Redo2 size={18} aria-hidden />
      </IconButton>
    </Box>
  );
}

function LanguageSwitch() {
  const language = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  const t = useWords();
  const notify = useNotify();
  const change = async () => {
    try {
      await changeLanguage(other);
      rememberLanguage(other);
    } catch {
      // The connection broke, or the server was renewed: its words have another name then, which a reload learns.
      const reload = () => {
        rememberLanguage(other);
        window.location.reload();
      };
      notify({ text: t('app.languageFailed'), action: { label: t('app.reload'), run: reload } });
    }
  };
  return (
    <Button
      size="small"
      variant="text"
      // In the language it leads to, so that it is found by those who need it.
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => void change()}
      sx={{ minWidth: 0, flexShrink: 0 }}
    >
      <span>{other === 'zh' ? '中文' : 'English'}</span>
    </Button>
  );
}

const modes = ['system', 'light', 'dark'] as const;
const modeIcons = { system: SunMoon, light: Sun, dark: Moon };

function ThemeSwitch() {
  const t = useWords();
  const { mode: chosen, setMode } = useColorScheme();
  // As it was stored, whatever that is.
  const mode = modes.find((one) => one === chosen) ?? 'system';
  const next = modes[(modes.indexOf(mode) + 1) % modes.length]!;
  const Icon = modeIcons[mode];
  const label = `${t('app.theme')}: ${t(`app.themes.${mode}`)}`;
  return (
    <IconButton size="small" aria-label={label} title={label} onClick={() => setMode(next)}>
      <Icon size={18} aria-hidden />
    </IconButton>
  );
}
