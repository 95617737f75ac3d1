import type { Pattern } from '#src/domain/core/spec/field.ts';

/** Deployment and container names (tables 3 and 6). The field limits the length. */
export const resourceName: Pattern = {
  regex: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  character: /[-a-z0-9]/,
  says: {
    en: 'Lower-case letters, digits, and hyphens; starts and ends with a letter or digit',
    zh: '只允许小写字母、数字、中划线，以小写字母或数字开头和结尾',
  },
};

/** Descriptions (table 3): any characters except the listed punctuation. */
export const descriptionText: Pattern = {
  regex: /^[^~^#$%&*<>()[\]{}'"\\]*$/,
  character: /[^~^#$%&*<>()[\]{}'"\\]/,
  says: {
    en: 'The characters ^ ~ # $ % & * < > ( ) [ ] { } \' " \\ are not allowed',
    zh: '不允许使用字符 ^ ~ # $ % & * < > ( ) [ ] { } \' " \\',
  },
};

/** Tag keys (table 17). */
export const tagKey: Pattern = {
  regex: /^[A-Za-z0-9_-]+$/,
  character: /[A-Za-z0-9_-]/,
  says: {
    en: 'Letters, digits, underscores, and hyphens',
    zh: '只允许大小写字母、数字、下划线和中划线',
  },
};

/** Tag values (table 17). */
export const tagValue: Pattern = {
  regex: /^[A-Za-z0-9_.-]*$/,
  character: /[A-Za-z0-9_.-]/,
  says: {
    en: 'Letters, digits, underscores, hyphens, and periods',
    zh: '只允许大小写字母、数字、下划线、中划线和点号',
  },
};

/** Names of environment variables (table 13). */
export const envName: Pattern = {
  regex: /^[A-Za-z_][A-Za-z0-9_]*$/,
  character: /[A-Za-z0-9_]/,
  says: {
    en: 'Letters, digits, and underscores; starts with a letter or underscore',
    zh: '由大小写字母、数字、下划线组成，以字母或下划线开头',
  },
};

/** Volume names (table 7), taken literally: no hyphen, although vendor examples have one. */
export const volumeNamePattern: Pattern = {
  regex: /^[a-z0-9]+$/,
  character: /[a-z0-9]/,
  says: { en: 'Lower-case letters and digits', zh: '只允许小写字母和数字' },
};

/** Absolute paths: mount paths (table 7, "a legal path") and HTTP paths (table 10). */
export const absolutePath: Pattern = {
  regex: /^\/[^\0]*$/,
  says: { en: 'Starts with a slash', zh: '必须以 / 开头' },
};
