/** Words of the sections of a container, which load with them. */
export const sectionWords = {
  editAsEnv: { en: 'Edit as .env', zh: '以 .env 文本编辑' },
  hideValues: { en: 'Hide values', zh: '隐藏变量值' },
  hideValuesHelp: {
    en: 'Hides the values in this table. The JSON always shows what is sent.',
    zh: '仅隐藏此表格中的变量值，JSON 始终显示发送的内容。',
  },
} as const;
