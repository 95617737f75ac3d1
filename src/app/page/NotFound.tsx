import { useLocation } from 'wouter';
import { StatusScreen } from '#src/ui/status/StatusScreen.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useTabTitle } from '#src/ui/words/use-tab-title.ts';
import { PlainPage } from './deployments/PlainPage.tsx';

const words = {
  title: { en: 'Page not found', zh: '页面不存在' },
  help: {
    en: 'There is nothing at this address. It may be mistyped, or the page may have moved.',
    zh: '此地址没有对应的页面，可能输入有误或页面已移动。',
  },
  toForm: { en: 'Go to the form', zh: '前往表单' },
};

/** Shown for an unknown address. */
export function NotFound() {
  const translate = useTranslate();
  const [, navigate] = useLocation();
  useTabTitle();
  return (
    <PlainPage>
      <StatusScreen
        title={translate(words.title)}
        action={{ label: translate(words.toForm), onClick: () => navigate('/new/basics') }}
      >
        {translate(words.help)}
      </StatusScreen>
    </PlainPage>
  );
}
