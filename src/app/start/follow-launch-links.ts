import { openedWith, takeLaunchSecret } from './launch-link.ts';

/** Exchanges the secret of a launch link for a session: the one the page was opened with, and any pasted later. */
export function followLaunchLinks(): void {
  const secret = openedWith();
  // Before the page asks for its state: the code for that is loaded later.
  if (secret !== undefined) void follow(secret);
  window.addEventListener('hashchange', () => {
    const pasted = takeLaunchSecret();
    if (pasted !== undefined) void followPasted(pasted);
  });
}

// Few pages are opened by such a link, and none can be typed into sooner for it: the code is loaded when it is wanted.
async function follow(secret: string) {
  const { accessQuery, followLink } = await import('#src/client/access.ts');
  await followLink(secret);
  return accessQuery;
}

async function followPasted(secret: string): Promise<void> {
  const [{ queryKey }, { queryClient }] = await Promise.all([
    follow(secret),
    import('#src/client/query-client.ts'),
  ]);
  await queryClient.invalidateQueries({ queryKey });
}
