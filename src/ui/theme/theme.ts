import { createTheme, type Theme, type ThemeOptions } from '@mui/material/styles';
import type {} from '@mui/material/themeCssVarsAugmentation';

/** Colors in addition to MUI's. */
interface OwnPalette {
  field: { border: string; surface: string; disabled: string; placeholder: string };
  /** Backgrounds of page, JSON pane, hovered and selected items, segmented controls and issue counts. */
  ground: {
    page: string;
    pane: string;
    hover: string;
    chosen: string;
    track: string;
    raised: string;
    error: string;
    warning: string;
  };
  /** Text colors of the JSON pane. */
  json: { key: string; text: string; number: string; mark: string };
}

declare module '@mui/material/styles' {
  interface Palette extends OwnPalette {}
  interface PaletteOptions extends OwnPalette {}
  interface CssThemeVariables {
    enabled: true;
  }
  interface Theme {
    wireFont: string;
  }
  interface ThemeOptions {
    wireFont: string;
  }
}

const textFont =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';
const wireFont =
  'ui-monospace, SFMono-Regular, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace';

/** All theme tokens. Text and icons meet AA contrast in both schemes. */
const tokens: ThemeOptions = {
  cssVariables: { colorSchemeSelector: 'data-theme' },
  wireFont,
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#0b6e6e', dark: '#095c5c', contrastText: '#ffffff' },
        error: { main: '#b3261e' },
        warning: { main: '#835000' },
        success: { main: '#1a6b3a' },
        info: { main: '#2b5797' },
        text: { primary: '#12201f', secondary: '#54625f' },
        action: { active: '#54625f' },
        background: { default: '#eff3f2', paper: '#ffffff' },
        divider: '#dfe6e5',
        field: {
          border: '#7c8a8a',
          surface: '#ffffff',
          disabled: '#f0f5f4',
          placeholder: '#616f6e',
        },
        ground: {
          page: '#eff3f2',
          pane: '#f7f9f9',
          hover: '#f0f5f4',
          chosen: '#e1f1ef',
          track: '#e6eceb',
          raised: '#ffffff',
          error: '#fdecea',
          warning: '#fef4de',
        },
        json: { key: '#2b5797', text: '#0d6149', number: '#8a3b12', mark: '#fff3d3' },
      },
    },
    dark: {
      palette: {
        primary: { main: '#58c3bd', dark: '#74d0cb', contrastText: '#04211f' },
        error: { main: '#ff9a92' },
        warning: { main: '#f0b850' },
        success: { main: '#7ed39c' },
        info: { main: '#97bbf1' },
        text: { primary: '#e7eeed', secondary: '#a3b1b0' },
        action: { active: '#a3b1b0' },
        background: { default: '#0e1314', paper: '#161d1e' },
        divider: '#283233',
        field: {
          border: '#6c7d7e',
          surface: '#161d1e',
          disabled: '#1e2728',
          placeholder: '#8b9a99',
        },
        ground: {
          page: '#0e1314',
          pane: '#12181a',
          hover: '#1e2728',
          chosen: '#173534',
          track: '#0e1415',
          raised: '#2c3839',
          error: '#3a1e1d',
          warning: '#33290f',
        },
        json: { key: '#97bbf1', text: '#8fd6b4', number: '#f0a97e', mark: '#332b13' },
      },
    },
  },
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: textFont,
    fontSize: 14,
    button: { textTransform: 'none', fontWeight: 500 },
    h1: { fontSize: 26, lineHeight: '32px', fontWeight: 600, letterSpacing: '-0.018em' },
    h2: { fontSize: 16, lineHeight: '24px', fontWeight: 600, letterSpacing: 0 },
    h3: { fontSize: 15, lineHeight: '20px', fontWeight: 600, letterSpacing: 0 },
    body1: { fontSize: 14, lineHeight: '20px' },
    body2: { fontSize: 13, lineHeight: '18px' },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        // Keeps a focused element clear of the sticky bars.
        html: {
          '--text-font': textFont,
          '--wire-font': wireFont,
          scrollPaddingBlock: '116px 84px',
          '@media (min-width: 1200px)': { scrollPaddingBlock: '72px 84px' },
        },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            transitionDuration: '0.01ms !important',
          },
        },
      },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: {
        root: ({ theme: t }) => ({
          fontFamily: 'inherit',
          '&.Mui-focusVisible': {
            outline: `2px solid ${t.vars.palette.primary.main}`,
            outlineOffset: 2,
          },
        }),
      },
    },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: { minHeight: 36, paddingInline: 14, lineHeight: '20px' },
        sizeSmall: { minHeight: 32, fontSize: 13, paddingInline: 10 },
      },
    },
    MuiDialogTitle: {
      styleOverrides: { root: { fontSize: 18, lineHeight: '24px', fontWeight: 600 } },
    },
    MuiDialog: {
      styleOverrides: {
        paper: { backgroundImage: 'none', borderRadius: 14 },
        paperFullScreen: { borderRadius: 0 },
      },
    },
    MuiDrawer: { styleOverrides: { paper: { backgroundImage: 'none' } } },
    MuiPopover: {
      styleOverrides: {
        // In the dark, its shadow does not show where it ends.
        paper: { backgroundImage: 'none', border: '1px solid var(--mui-palette-divider)' },
      },
    },
  },
};

/** A function, because MUI needs 40 ms for it on a slow phone: mount-page.tsx calls it in a task of its own. */
export function createPageTheme(): Theme {
  return createTheme(tokens);
}
