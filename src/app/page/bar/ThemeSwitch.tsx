import IconButton from '@mui/material/IconButton';
import { useColorScheme } from '@mui/material/styles';
import { Moon, Sun, SunMoon } from 'lucide-react';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './top-bar.module.css';

const modes = ['system', 'light', 'dark'] as const;
const modeIcons = { system: SunMoon, light: Sun, dark: Moon };

export function ThemeSwitch() {
  const t = useWords();
  const { mode: chosen, setMode } = useColorScheme();
  // The stored mode may be invalid.
  const mode = modes.find((known) => known === chosen) ?? 'system';
  const next = modes[(modes.indexOf(mode) + 1) % modes.length]!;
  const Icon = modeIcons[mode];
  const label = t(`app.themes.${mode}`);
  return (
    <IconButton
      size="small"
      aria-label={label}
      title={label}
      onClick={() => setMode(next)}
      className={styles.theme}
    >
      <Icon size={18} aria-hidden />
    </IconButton>
  );
}
