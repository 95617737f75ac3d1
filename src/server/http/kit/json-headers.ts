/** The type of every JSON answer the server writes itself. */
export const jsonHeaders = { 'content-type': 'application/json; charset=utf-8' } as const;
