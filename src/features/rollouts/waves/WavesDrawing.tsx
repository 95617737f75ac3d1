import { useId } from 'react';
import type { ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import type { Language } from '#src/domain/core/text.ts';
import { formatSpan } from '#src/ui/words/format-age.ts';
import { formatClockTime } from '#src/ui/words/format-time.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { wavesWords as words } from '../words/waves-words.ts';
import { useWidth } from './use-width.ts';
import { timeTicks, type WaveModel, type WavePoint } from './wave-model.ts';
import styles from './waves.module.css';

const USUAL_WIDTH = 1112;
const LEFT = 184;
/** Room for the end of the time beside the last tick. */
const MARGIN = 40;
const TOP = 36;
const ROW = 64;
const CHART = 44;
/** Room for planned waves, as a share of the time so far. */
const AHEAD = 0.25;
const DAY_MS = 86_400_000;
/** Ticks have seconds if less time has passed. */
const SECONDS_BELOW_MS = 10 * 60_000;

interface WavesDrawingProps {
  rollout: ShownRollout;
  waves: readonly WaveModel[];
  nowMs: number;
}

/** The waves over time: how many nodes were ready and created, when some failed, and when nothing was sent. */
export function WavesDrawing({ rollout, waves, nowMs }: WavesDrawingProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const hatch = useId();
  const { box, width } = useWidth<SVGSVGElement>(USUAL_WIDTH);
  const right = width - MARGIN;
  const { createdMs, endedMs } = rollout;
  const hasPlanned = endedMs === undefined && waves.some(({ state }) => state === 'planned');
  const passed = Math.max(nowMs - createdMs, 1000);
  const endMs = createdMs + passed * (hasPlanned ? 1 + AHEAD : 1);
  const x = (ms: number) =>
    LEFT + ((Math.min(ms, endMs) - createdMs) / (endMs - createdMs)) * (right - LEFT);
  const height = TOP + waves.length * ROW + 8;
  const label = (ms: number) => formatTick(ms, passed, language);
  const nowX = x(nowMs);
  return (
    <svg
      ref={box}
      viewBox={`0 0 ${width} ${height}`}
      height={height}
      role="img"
      aria-label={translate(words.summary)}
      className={styles.drawing}
    >
      <defs>
        <pattern
          id={hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" className={styles.hatchGround} />
          <path d="M0 0V6" className={styles.hatch} />
        </pattern>
      </defs>
      {timeTicks(createdMs, endMs).map((ms) => (
        <g key={ms}>
          <path d={`M${x(ms)} ${TOP - 8}V${height}`} className={styles.line} />
          {Math.abs(x(ms) - nowX) > 60 && (
            <text x={x(ms)} y={20} textAnchor="middle" className={styles.text}>
              {label(ms)}
            </text>
          )}
        </g>
      ))}
      {waves.map((wave, index) => (
        <WaveRow
          key={wave.number}
          wave={wave}
          rollout={rollout}
          top={TOP + index * ROW}
          x={x}
          nowMs={nowMs}
          width={width}
          fill={`url(#${hatch})`}
        />
      ))}
      {endedMs === undefined && (
        <>
          <path d={`M${nowX} ${TOP - 8}V${height}`} className={styles.now} />
          <rect x={nowX - 34} y={4} width={68} height={22} rx={4} className={styles.nowTag} />
          <text x={nowX} y={19} textAnchor="middle" className={styles.nowText}>
            {formatClockTime(nowMs, language)}
          </text>
        </>
      )}
      <title>{formatSpan(passed, language)}</title>
    </svg>
  );
}

/** As short as the time that has passed allows. */
function formatTick(ms: number, passedMs: number, language: Language): string {
  if (passedMs < SECONDS_BELOW_MS) return formatClockTime(ms, language);
  if (passedMs < DAY_MS) return formatClockTime(ms, language).slice(0, 5);
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    day: 'numeric',
    month: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(ms);
}

interface WaveRowProps {
  wave: WaveModel;
  rollout: ShownRollout;
  top: number;
  x: (ms: number) => number;
  nowMs: number;
  width: number;
  /** Of times in which nothing was sent. */
  fill: string;
}

function WaveRow({ wave, rollout, top, x, nowMs, width, fill }: WaveRowProps) {
  const translate = useTranslate();
  const { number, total, counts, state, startMs, endMs } = wave;
  const base = top + 8 + CHART;
  const done = rollout.action === 'delete' ? words.deleted : words.ready;
  const right = width - MARGIN;
  const nowX = x(nowMs);
  const y = (count: number) => base - (count / Math.max(total, 1)) * CHART;
  return (
    <g>
      <text x={20} y={top + 26} className={styles.strong}>
        {translate(words.wave(number))}
      </text>
      <text x={20} y={top + 43} className={styles.text}>
        {translate(
          state === 'planned'
            ? words.waiting(total)
            : state === 'never'
              ? words.never
              : done(counts.ready, total),
        )}
      </text>
      <path d={`M0 ${top + ROW - 4}H${width}`} className={styles.line} />
      {state === 'planned' && right - nowX > 160 && (
        <>
          <rect
            x={nowX + 8}
            y={top + 10}
            width={right - nowX - 16}
            height={CHART - 4}
            rx={3}
            className={styles.planned}
          />
          <text x={(nowX + right) / 2} y={top + 36} textAnchor="middle" className={styles.text}>
            {translate(rollout.plan.gate === 'manual' ? words.plannedManual : words.planned)}
          </text>
        </>
      )}
      {startMs !== undefined && endMs !== undefined && (
        <>
          <rect
            x={x(startMs)}
            y={top + 8}
            width={Math.max(2, x(endMs) - x(startMs))}
            height={CHART}
            rx={3}
            className={styles.track}
          />
          <path d={area(wave.created, startMs, endMs, x, y)} className={styles.created} />
          <path d={area(wave.ready, startMs, endMs, x, y)} className={styles.ready} />
          <Stops wave={wave} top={top} nowMs={nowMs} x={x} fill={fill} />
          {thin(wave.failures.map(x)).map((at) => (
            <rect
              key={at}
              x={at - 3}
              y={top + 3}
              width={6}
              height={6}
              rx={1}
              className={styles.failure}
            />
          ))}
        </>
      )}
    </g>
  );
}

type StopsProps = Pick<WaveRowProps, 'wave' | 'top' | 'x' | 'fill' | 'nowMs'>;

/** The times in which nothing was sent. */
function Stops({ wave, top, nowMs, x, fill }: StopsProps) {
  const translate = useTranslate();
  const language = useLanguage();
  return wave.stops.map((stop) => {
    const [from, to] = [x(stop.fromMs), x(stop.toMs ?? nowMs)];
    const text = translate(
      words.stops[stop.state](
        stop.failed,
        formatSpan((stop.toMs ?? nowMs) - stop.fromMs, language),
      ),
    );
    return (
      <g key={stop.fromMs}>
        <title>{text}</title>
        <rect x={from} y={top + 8} width={Math.max(3, to - from)} height={CHART} fill={fill} />
        {to - from > 150 && (
          <>
            <rect
              x={from + 6}
              y={top + 19}
              width={Math.min(to - from - 12, 156)}
              height={22}
              rx={3}
              className={styles.stopTag}
            />
            <text x={from + 14} y={top + 34} className={styles.stopText}>
              {text}
            </text>
          </>
        )}
      </g>
    );
  });
}

/** The outline below a growing number, from left to right. */
function area(
  points: readonly WavePoint[],
  startMs: number,
  endMs: number,
  x: (ms: number) => number,
  y: (count: number) => number,
): string {
  if (points.length === 0) return '';
  const start = x(startMs);
  const parts = [`M${round(start)} ${y(0)}`];
  let last = start;
  for (const { atMs, count } of points) {
    const at = x(Math.max(atMs, startMs));
    // More than one point per pixel cannot be seen.
    if (at - last < 1 && parts.length > 1) parts.pop();
    else last = at;
    parts.push(`L${round(at)} ${round(y(count))}`);
  }
  const end = x(Math.max(endMs, points.at(-1)!.atMs));
  return `${parts.join('')}H${round(end)}V${y(0)}Z`;
}

/** Marks that do not cover each other. */
function thin(xs: readonly number[]): readonly number[] {
  const kept: number[] = [];
  for (const at of xs) if (kept.length === 0 || at - kept.at(-1)! >= 2) kept.push(round(at));
  return [...new Set(kept)];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
