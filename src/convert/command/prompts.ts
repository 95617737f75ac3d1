/** `[root@edge ~]# ` and `me@edge:/opt$ `, as terminals of Linux show them before a command. */
const PROMPT =
  /^[ \t]*(?:\([\w.-]{1,40}\) )?(?:\[[^\]\n]{1,200}\]|[\w.-]{1,64}@[\w.-]{1,64}:[^\n#$]{0,200}?)[#$] +(?=\S)/gm;

/** The text of a terminal without its prompts. Spaces of the same length keep the offsets. */
export function withoutPrompts(text: string): string {
  return text.replaceAll(PROMPT, (prompt) => ' '.repeat(prompt.length));
}
