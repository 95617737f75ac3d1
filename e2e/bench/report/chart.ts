import type { Report } from './report.ts';
import type { SubjectName } from '../subjects.ts';
import { titles } from './table.ts';
import { sizes } from '../sizes.ts';

/** The pages in the order of the chart. */
const order: readonly SubjectName[] = ['bare', 'ours', 'jsonforms', 'rjsf'];

const WIDTH = 720;
const LEFT = 96;
const RIGHT = 84;
const TOP = 64;
const BAR = 14;
const GAP = 4;
const GROUP_GAP = 18;
const GROUP = order.length * (BAR + GAP) + GROUP_GAP;
/** The ends of the scale in milliseconds. It is logarithmic, because the pages differ by factors of hundreds. */
const FROM_MS = 1;
const TO_MS = 1000;
const FRAME_MS = 1000 / 60;

const placeOf = (ms: number) => {
  const inside = Math.min(TO_MS, Math.max(FROM_MS, ms));
  return (Math.log(inside / FROM_MS) / Math.log(TO_MS / FROM_MS)) * (WIDTH - LEFT - RIGHT);
};

/** Work per key of each page and document, as an SVG that is readable on light and dark backgrounds. */
export function drawChart(report: Report): string {
  const height = TOP + sizes.length * GROUP + 20;
  const bottom = height - 28;
  const parts: string[] = [];
  for (const ms of [1, 10, 100, 1000]) {
    const x = LEFT + placeOf(ms);
    parts.push(
      `<line class="grid" x1="${x}" x2="${x}" y1="${TOP - 8}" y2="${bottom}"/>`,
      `<text class="quiet" x="${x}" y="${bottom + 16}" text-anchor="middle">${ms} ms</text>`,
    );
  }
  const frame = LEFT + placeOf(FRAME_MS);
  parts.push(
    `<line class="frame" x1="${frame}" x2="${frame}" y1="${TOP - 8}" y2="${bottom}"/>`,
    `<text class="quiet" x="${frame - 2}" y="${bottom + 16}">one frame</text>`,
  );
  for (const [at, size] of sizes.entries()) {
    const top = TOP + at * GROUP;
    const middle = top + (order.length * (BAR + GAP)) / 2;
    parts.push(
      `<text class="strong" x="${LEFT - 12}" y="${middle}" text-anchor="end">${size.name}</text>`,
    );
    for (const [place, page] of order.entries()) {
      const y = top + place * (BAR + GAP);
      const row = report.rows[size.name]?.[page];
      const ms = row?.fast?.median;
      const text = `y="${y + BAR - 3}"`;
      if (ms === undefined) {
        const why = row?.gaveUp ? `not finished in ${row.gaveUp.seconds} s` : 'not measured';
        parts.push(`<text class="quiet" x="${LEFT + 4}" ${text}>${titles[page]}: ${why}</text>`);
        continue;
      }
      const width = Math.max(2, placeOf(ms)).toFixed(1);
      parts.push(
        `<rect class="${page}" x="${LEFT}" y="${y}" width="${width}" height="${BAR}" rx="2"/>`,
        `<text class="value" x="${LEFT + Number(width) + 6}" ${text}>${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms</text>`,
      );
    }
  }
  const legend = order.map((page, at) => {
    const x = LEFT + at * 130;
    return `<rect class="${page}" x="${x}" y="34" width="12" height="12" rx="2"/><text class="value" x="${x + 18}" y="44">${titles[page]}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title">
<title id="title">Main thread work per key while typing, by document (containers x variables), logarithmic scale</title>
<style>
text { font: 12px system-ui, sans-serif; fill: #24292f; }
.strong { font-weight: 600; }
.quiet { fill: #57606a; }
.grid { stroke: #d0d7de; }
.frame { stroke: #57606a; stroke-dasharray: 3 3; }
.bare { fill: #8c959f; }
.ours { fill: #0f766e; }
.jsonforms { fill: #b45309; }
.rjsf { fill: #6d4fc2; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; }
  .quiet { fill: #9198a1; }
  .grid { stroke: #30363d; }
  .frame { stroke: #9198a1; }
  .ours { fill: #2dd4bf; }
  .jsonforms { fill: #f59e0b; }
  .rjsf { fill: #a78bfa; }
}
</style>
<text class="strong" x="${LEFT}" y="20">Main thread work per key while typing, ${report.date}</text>
${legend.join('\n')}
${parts.join('\n')}
</svg>
`;
}
