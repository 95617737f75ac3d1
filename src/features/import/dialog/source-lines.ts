/** The height of a line of the text to import, pixels. */
export const SOURCE_LINE_HEIGHT = 20;
/** Space above the first line, pixels. */
export const PADDING = 8;
