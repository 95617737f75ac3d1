import { useState } from 'react';
import { errorFacts, type RequestErrorFacts } from '#src/client/http/error-facts.ts';
import { readLiveRecord } from '#src/client/requests/change-deployment.ts';
import type { SentRequest } from '#src/client/requests/sent-request.ts';
import type { Change } from '#src/convert/diff/diff-documents.ts';
import { contradictionsOf } from '#src/convert/merge/compare-sent.ts';
import { documentOfRecord } from '#src/domain/api/record-document.ts';
import { asObject, type JsonObject } from '#src/json/value.ts';

export type LiveComparison =
  | { readonly state: 'none' | 'comparing' | 'gone' }
  | { readonly state: 'failed'; readonly error: RequestErrorFacts }
  | {
      readonly state: 'compared';
      readonly differences: readonly Change[];
      readonly sent: JsonObject;
      readonly live: JsonObject;
    };

/** Compares a request with the live object, when asked to. */
export function useLiveComparison(request: SentRequest) {
  const [comparison, setComparison] = useState<LiveComparison>({ state: 'none' });
  const compare = async () => {
    setComparison({ state: 'comparing' });
    try {
      setComparison(await compareWithLive(request));
    } catch (error) {
      setComparison({ state: 'failed', error: errorFacts(error) });
    }
  };
  return { comparison, compare };
}

async function compareWithLive(request: SentRequest): Promise<LiveComparison> {
  const { place, deploymentId, name, body, before } = request;
  const record = await readLiveRecord(place, deploymentId, { name });
  if (record === undefined) return { state: 'gone' };
  const live = documentOfRecord(record);
  const sent = asObject(JSON.parse(body) as unknown);
  return { state: 'compared', differences: contradictionsOf(sent, live, before), sent, live };
}
