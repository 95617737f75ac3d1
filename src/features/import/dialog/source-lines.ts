/** The height of a line of the text to import, pixels. */
export const LINE_HEIGHT = 20;
/** Space above the first line, pixels. */
export const PADDING = 8;
