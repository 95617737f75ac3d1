import { createClient, replaceClient } from './request.ts';

/** Answers every request instead of the network until `replaceClient()` is called. The clock is real. */
export function answerRequests(
  answer: (url: string, init: RequestInit) => Response | undefined | Promise<Response | undefined>,
): void {
  const fetch = async (url: string, init: RequestInit) => {
    const response = await answer(url, init);
    if (response === undefined) throw new Error(`unexpected request: ${url}`);
    return response;
  };
  replaceClient(createClient({ fetch, now: () => Date.now() }));
}
