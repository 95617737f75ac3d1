import type { Language } from '#src/domain/core/text.ts';

// Not in the dictionary: the dictionary may be the file that could not be loaded.
const words = {
  en: {
    title: 'This page could not be loaded',
    help: 'The connection broke off, or the server was updated. Your document is kept.',
    reload: 'Reload',
  },
  zh: {
    title: '页面加载失败',
    help: '网络连接中断，或服务器已更新。您的文档不会丢失。',
    reload: '重新加载',
  },
} as const;

/** Replaces the skeleton: says that the page could not be loaded, and why, and offers to reload. */
export function showLoadFailure(language: Language, error: unknown): void {
  const { title, help, reload } = words[language];
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
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
