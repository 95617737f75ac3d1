import { accessQuery, followLink } from '#src/client/access.ts';
import { openedWith, takeLaunchSecret } from './launch-link.ts';
import { queryClient } from './query-client.ts';

/** Exchanges the secret of a launch link for a session: the one the page was opened with, and any pasted later. */
export function followLaunchLinks(): void {
  const secret = openedWith();
  if (secret !== undefined) void followLink(secret);
  window.addEventListener('hashchange', () => {
    const pasted = takeLaunchSecret();
    if (pasted === undefined) return;
    void followLink(pasted).then(() =>
      queryClient.invalidateQueries({ queryKey: accessQuery.queryKey }),
    );
  });
}
