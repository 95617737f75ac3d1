/** In Chinese text, a space separates Chinese characters from Latin letters and digits that follow. */
export const gapBefore = (text: string): string => (/^\w/.test(text) ? ` ${text}` : text);
