import type { connectionEn } from './connection-en.ts';
import type { en } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en & typeof connectionEn };
    returnNull: false;
  }
}
