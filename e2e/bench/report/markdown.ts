import { format } from 'prettier';
import type { Verdict } from './judge.ts';
import type { Report } from './report.ts';
import { subjectNames } from '../subjects.ts';
import { actionsTable, budgetsTable, pagesTable, round, titles, type Table } from './table.ts';

const toMarkdown = ([head = [], ...rows]: Table) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** The budgets and notes of a run. */
export interface Judged {
  readonly verdicts: readonly Verdict[];
  readonly notes: readonly string[];
}

/** The readable report, generated only from the figures. */
export function writeMarkdown(report: Report, { verdicts, notes }: Judged): Promise<string> {
  const { machine, scriptBytes } = report;
  const over = verdicts.filter(({ isKept }) => !isKept).length;
  const weights = subjectNames
    .flatMap((name) => {
      const bytes = scriptBytes[name];
      return bytes === undefined ? [] : `${titles[name]} ${round(bytes / 1024)} KiB`;
    })
    .join(', ');
  const large = report.rows['1MiB']?.ours?.editable;
  const text = `# How fast the page is

Made by \`npm run bench -- --write\`; do not edit.

${report.date}, ${machine.what}: ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}, Chromium ${machine.browser}, headless, 1280x900. ${report.rounds} rounds.
${verdicts.length - over} of ${verdicts.length} budgets are met.

![Work per key by document and page](typing.svg)

## Typing, loading, heap

A document of 20x50 has 20 containers with 50 environment variables each. All times are milliseconds, two figures are median and p95, heap is MB.

${toMarkdown(pagesTable(report))}

- **Key, typing**: work of the main thread per key at ten keys a second, as time of the processor; **pauses**: with 450 ms between, so that what was put off is in it; **slowed**: with the processor held at a quarter of its speed.
- **Key, tasks**: how long the tasks took for it, typing / with pauses. In it is what they waited for, other programs too, so that it is not judged by.
- **Times bare**: the same beside the bare input of the same round, typing / with pauses.
- **Next paint**: from the key to the first task behind the next frame. Above 100 ms keys wait for each other.
- **Tasks > 50 ms**: while typing / while slowed, all rounds together. **Letters lost**: of all / of those typed at 30 a second.
- **Editable after**: from the begin of the navigation to the first letter typed on the screen, cold browser, loopback.

${large ? `A document of 1 MiB (20 containers with 600 variables each) is editable after ${round(large.median)} ms.` : ''}

JavaScript before the first field is on the screen, as sent (brotli): ${weights}.

## Other work at our page

From the click to the first task behind the next frame, ms, median / p95.

${toMarkdown(actionsTable(report))}

## Budgets

${toMarkdown(budgetsTable(verdicts))}

${notes.map((note) => `- ${note}`).join('\n')}

## What is compared

- **This page**: the build, served by its own server; the document lies in the browser's database, as after a reload. The first variable of the middle container is typed into, with its line in sight in the JSON.
- **RJSF** 6 with its MUI theme and ajv (2020-12), \`liveValidate="onChange"\`, and **JSON Forms** 3.8 with its material renderers, generated layout and ajv, both as their documentation sets them up, with the schema of the fields (without the rules over several fields), the whole form on the screen, and the JSON in a \`<pre>\` beside it. The same field is typed into.
- **Bare input**: one text input without any library, its text repeated in a \`<pre>\`.
- Each visit has a browser of its own. The pages take turns within a round; the generators get 20x50 and 20x250 once, as each visit takes them minutes, and are given up after a time limit.
- Software rendering, no GPU: compare rows of one run, never two runs.
`;
  return format(text, { parser: 'markdown', singleQuote: true, printWidth: 100 });
}
