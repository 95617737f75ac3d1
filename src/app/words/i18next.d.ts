import type { connectionEn } from './connection-en.ts';
import type { en } from './en.ts';
import type { submitEn } from './submit-en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en & typeof connectionEn & typeof submitEn };
    returnNull: false;
  }
}
