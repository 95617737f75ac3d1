import { basePath } from '#src/client/base-path.ts';
import { ReferencePage } from '#src/features/reference/ReferencePage.tsx';
import { LanguageSwitch } from '../bar/LanguageSwitch.tsx';
import { ThemeSwitch } from '../bar/ThemeSwitch.tsx';

/** The reference with the switches of the page. */
export function ReferenceHost() {
  return (
    <ReferencePage
      formHref={`${basePath}/new/basics`}
      switches={
        <>
          <LanguageSwitch />
          <ThemeSwitch />
        </>
      }
    />
  );
}
