import { takeInitialSecret, takeLaunchSecret } from './launch-link.ts';

/** Exchanges the secrets of launch links for a session: of the link that opened the page, and of links pasted later. */
export function followLaunchLinks(): void {
  const secret = takeInitialSecret();
  if (secret !== undefined) void follow(secret);
  window.addEventListener('hashchange', () => {
    const pasted = takeLaunchSecret();
    if (pasted !== undefined) void followPasted(pasted);
  });
}

// Loaded on demand, because few pages are opened with a launch link.
async function follow(secret: string) {
  const { accessQuery, followLink } = await import('#src/client/queries/access.ts');
  await followLink(secret);
  return accessQuery;
}

async function followPasted(secret: string): Promise<void> {
  const [{ queryKey }, { queryClient }] = await Promise.all([
    follow(secret),
    import('#src/client/queries/query-client.ts'),
  ]);
  await queryClient.invalidateQueries({ queryKey });
}
