/** Called by a reader with the offset that it has reached, never backwards. */
export type ReadProgress = (offset: number) => void;

export const ignoreProgress: ReadProgress = () => undefined;
