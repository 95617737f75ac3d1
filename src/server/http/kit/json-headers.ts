/** For every JSON response the server itself creates. */
export const jsonHeaders = { 'content-type': 'application/json; charset=utf-8' } as const;

/** The type of a stream of events. */
export const EVENT_STREAM = 'text/event-stream';
