/** Outcome of the request for one instance. `gone`: the instance no longer existed. */
export interface PodResult {
  readonly name: string;
  readonly outcome: 'done' | 'gone' | 'notDone' | 'unknown' | 'notSent';
}
