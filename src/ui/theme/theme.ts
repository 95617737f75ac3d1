import { createTheme } from '@mui/material/styles';
import type {} from '@mui/material/themeCssVarsAugmentation';

/** Colors in addition to MUI's. */
interface OwnPalette {
  field: { border: string; surface: string; disabled: string };
  /** Backgrounds of page, JSON pane, hovered and selected items, and issue counts. */
  ground: {
    page: string;
    pane: string;
    hover: string;
    chosen: string;
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
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
const wireFont =
  'ui-monospace, SFMono-Regular, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace';

/** All theme tokens. Text and icons meet AA contrast in both schemes. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-theme' },
  wireFont,
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#0b6e6e', dark: '#075454', contrastText: '#ffffff' },
        error: { main: '#b3261e' },
        warning: { main: '#8a5300' },
        success: { main: '#1a6b3a' },
        info: { main: '#2b5797' },
        text: { primary: '#1b2126', secondary: '#56616b' },
        background: { default: '#f5f6f7', paper: '#ffffff' },
        divider: '#dfe3e6',
        field: { border: '#828d96', surface: '#ffffff', disabled: '#f0f2f3' },
        ground: {
          page: '#f5f6f7',
          pane: '#fafbfb',
          hover: '#e9edee',
          chosen: '#dcebea',
          error: '#fdecea',
          warning: '#fef4de',
        },
        json: { key: '#2b5797', text: '#0d6149', number: '#8a3b12', mark: '#fff3d6' },
      },
    },
    dark: {
      palette: {
        primary: { main: '#5cc4bf', dark: '#86d6d2', contrastText: '#06201f' },
        error: { main: '#ff9b93' },
        warning: { main: '#f0b54a' },
        success: { main: '#7dd29b' },
        info: { main: '#93b8ef' },
        text: { primary: '#e6eaed', secondary: '#a3afb8' },
        background: { default: '#14181b', paper: '#1b2024' },
        divider: '#31393f',
        field: { border: '#66737d', surface: '#171c1f', disabled: '#20262b' },
        ground: {
          page: '#14181b',
          pane: '#171c1f',
          hover: '#252c31',
          chosen: '#1e3a3a',
          error: '#3a1e1d',
          warning: '#33290f',
        },
        json: { key: '#93b8ef', text: '#8fd6b4', number: '#f0a97e', mark: '#3a3118' },
      },
    },
  },
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: textFont,
    fontSize: 14,
    button: { textTransform: 'none', fontWeight: 500 },
    h1: { fontSize: 22, lineHeight: '28px', fontWeight: 600, letterSpacing: 0 },
    h2: { fontSize: 17, lineHeight: '24px', fontWeight: 600, letterSpacing: 0 },
    h3: { fontSize: 15, lineHeight: '20px', fontWeight: 600, letterSpacing: 0 },
    body1: { fontSize: 14, lineHeight: '20px' },
    body2: { fontSize: 13, lineHeight: '18px' },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        // Keeps a focused element clear of the sticky bars.
        html: {
          '--wire-font': wireFont,
          scrollPaddingBlock: '116px 80px',
          '@media (min-width: 600px)': { scrollPaddingBlock: '116px 24px' },
          '@media (min-width: 1200px)': { scrollPaddingBlock: '72px 24px' },
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
    MuiDialog: { styleOverrides: { paper: { backgroundImage: 'none' } } },
    MuiDrawer: { styleOverrides: { paper: { backgroundImage: 'none' } } },
  },
});
