import type { Language } from '#src/domain/core/text.ts';

// Not in the dictionary, because that may be the file that could not be loaded.
const words = {
  en: {
    title: 'This page could not be loaded',
    help: 'The connection was interrupted, or the server was updated. Your draft is saved in this browser.',
    reload: 'Reload',
  },
  zh: {
    title: '页面加载失败',
    help: '网络连接中断，或服务器已更新。您的草稿保存在此浏览器中。',
    reload: '重新加载',
  },
} as const;

/** Replaces the skeleton with an error message and a button to reload. */
export function showLoadFailure(
  language: Language,
  error: unknown,
  { title, help, reload }: Record<'title' | 'help' | 'reload', string> = words[language],
): void {
  const button = element('button', reload);
  button.type = 'button';
  button.addEventListener('click', () => window.location.reload());
  const alert = element('div');
  alert.role = 'alert';
  alert.className = 'load-failure';
  alert.append(
    element('h1', title),
    element('p', help),
    element('p', error instanceof Error ? error.message : String(error)),
    button,
  );
  document.getElementById('root')?.replaceChildren(alert);
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag);
  created.textContent = text;
  return created;
}
