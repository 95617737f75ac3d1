import { createClient, replaceClient } from './request.ts';

/** Answers every later request in place of the network, with the real clock, until `replaceClient()`. */
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
