import { Box } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIsPainted } from '#src/ui/timing/use-is-painted.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { drawingWords, mountWords } from './drawing-words.ts';
import styles from './drawing.module.css';
import { placeParts, size, type Drawing, type Placed } from './model/place-parts.ts';
import type {
  DrawnContainer,
  DrawnDeployment,
  DrawnMount,
  DrawnPort,
} from './model/drawn-deployment.ts';
import { shortenText } from './model/shorten-text.ts';

interface DeploymentDrawingProps {
  deployment: DrawnDeployment;
  /** The name of the node or node group. */
  target: string;
  /** Facts of the node, such as its state and address. */
  targetFacts: readonly string[];
}

/** More boxes follow the first paint, on the place that is reserved for them. */
const BOXES_AT_ONCE = 6;

/** The deployment as a picture: the network of the node, its ports, the containers and what they use. */
export function DeploymentDrawing({ deployment, target, targetFacts }: DeploymentDrawingProps) {
  const translate = useTranslate();
  const isPainted = useIsPainted();
  const drawing = placeParts(deployment);
  const { height } = drawing;
  const { left, right } = size.node;
  const name = deployment.name || translate(drawingWords.unnamed);
  return (
    <svg
      role="img"
      aria-label={translate(drawingWords.image(name))}
      viewBox={`0 0 ${size.width} ${height}`}
      className={styles.drawing}
    >
      <rect
        x={left}
        y={1}
        width={right - left}
        height={height - 2}
        rx={12}
        className={styles.node}
      />
      <path d={`M${left} ${size.head}H${right}`} className={styles.divider} />
      <text x={left + 16} y={29} className={styles.strong}>
        {shortenText(target, 30)}
        <title>{target}</title>
      </text>
      <text x={right - 16} y={29} textAnchor="end" className={styles.quiet}>
        {targetFacts.join(' · ')}
      </text>
      <Network deployment={deployment} drawing={drawing} />
      <Links drawing={drawing} />
      {drawing.ports.map((port, index) => (
        <PortPill key={index} {...port} />
      ))}
      {(isPainted || drawing.containers.length <= BOXES_AT_ONCE) &&
        drawing.containers.map((container, index) => <ContainerBox key={index} {...container} />)}
      {drawing.sources.map(({ part, top, height: sourceHeight }) => (
        <SourceBox
          key={`${part.kind} ${part.source}`}
          part={part}
          top={top}
          height={sourceHeight}
        />
      ))}
      {drawing.rest > 0 && (
        <text x={size.container.left} y={height - 10} className={styles.quiet}>
          {translate(drawingWords.rest(drawing.rest))}
        </text>
      )}
    </svg>
  );
}

/** The network to the left of the node, with a line to each container that has a port of the node. */
function Network({ deployment, drawing }: { deployment: DrawnDeployment; drawing: Drawing }) {
  const translate = useTranslate();
  const { usesHostNetwork } = deployment;
  const middle = (size.head + drawing.height) / 2;
  const lines = usesHostNetwork ? drawing.containers : drawing.ports;
  const isAll = drawing.ports.every(({ part }) => part.ip === '');
  return (
    <>
      <path d={`M${size.network} ${size.head}V${drawing.height - 24}`} className={styles.network} />
      {lines.map(({ top, height }, index) => (
        <g key={index}>
          <path
            d={`M${size.network} ${top + height / 2}H${size.container.left}`}
            className={styles.flow}
          />
          <circle cx={size.network} cy={top + height / 2} r={4} className={styles.dot} />
        </g>
      ))}
      <text x={size.network - 14} y={middle} textAnchor="end" className={styles.strong}>
        <Lines words={translate(drawingWords.network)} x={size.network - 14} />
      </text>
      {(usesHostNetwork || (isAll && drawing.ports.length > 0)) && (
        <text x={size.network - 14} y={middle + 40} textAnchor="end" className={styles.quiet}>
          <Lines
            words={translate(
              usesHostNetwork ? drawingWords.hostNetwork : drawingWords.allInterfaces,
            )}
            x={size.network - 14}
          />
        </text>
      )}
    </>
  );
}

/** Text in lines of at most 12 columns, broken between words. */
function Lines({ words, x }: { words: string; x: number }) {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= 12)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line, index) => (
    <tspan key={index} x={x} dy={index === 0 ? 0 : 18}>
      {line}
    </tspan>
  ));
}

function PortPill({ part, top, height }: Placed<DrawnPort>) {
  const { left, width } = size.pill;
  const words = `${part.host} → ${part.container}`;
  return (
    <g>
      <title>{part.ip === '' ? words : `${part.ip} ${words}`}</title>
      <rect
        x={left}
        y={top}
        width={width}
        height={height}
        rx={height / 2}
        className={styles.pill}
      />
      <text x={left + width / 2} y={top + 17} textAnchor="middle" className={styles.pillText}>
        {shortenText(words, 14)}
      </text>
    </g>
  );
}

function ContainerBox({ part, top, height }: Placed<DrawnContainer>) {
  const translate = useTranslate();
  const { left, width } = size.container;
  const name = part.name || translate(drawingWords.unnamed);
  const image = part.image === '' ? translate(drawingWords.noImage) : part.image;
  const short = part.image === '' ? image : (part.image.split('/').at(-1) ?? '');
  const facts = [
    part.cpu && translate(drawingWords.cpu(part.cpu)),
    part.memory && `${part.memory} MB`,
    part.variables > 0 && translate(drawingWords.variables(part.variables)),
  ].filter((fact): fact is string => fact !== false && fact !== '');
  const first = top + height / 2 - (facts.length > 0 ? 14 : 4);
  return (
    <g>
      <title>{[name, image, ...facts].join(' · ')}</title>
      <rect x={left} y={top} width={width} height={height} rx={8} className={styles.container} />
      <Box
        x={left + 14}
        y={first - 14}
        width={18}
        height={18}
        aria-hidden
        className={styles.icon}
      />
      <text x={left + 42} y={first} className={styles.strong}>
        {shortenText(part.isInit ? translate(drawingWords.initOf(name)) : name, 21)}
      </text>
      <text x={left + 14} y={first + 20} className={part.image === '' ? styles.quiet : styles.wire}>
        {shortenText(short, 26)}
      </text>
      <text x={left + 14} y={first + 38} className={styles.quiet}>
        {joinFacts(facts, 33)}
      </text>
    </g>
  );
}

/** As many facts as fit into these columns. */
function joinFacts(facts: readonly string[], columns: number): string {
  const text = facts.join(' · ');
  const short = shortenText(text, columns);
  return short === text || facts.length < 2 ? short : joinFacts(facts.slice(0, -1), columns);
}

function SourceBox({ part, top, height }: Placed<Pick<DrawnMount, 'kind' | 'source'>>) {
  const translate = useTranslate();
  const { left, width } = size.source;
  return (
    <g>
      <title>{`${translate(mountWords[part.kind])} ${part.source}`}</title>
      <rect x={left} y={top} width={width} height={height} rx={8} className={styles.source} />
      <text x={left + 12} y={top + 19} className={styles.quiet}>
        {translate(mountWords[part.kind])}
      </text>
      <text x={left + 12} y={top + 36} className={styles.wire}>
        {shortenText(part.source, 21)}
      </text>
    </g>
  );
}

/** Lines from containers to what they use. Each container has a lane of its own, so that lines do not lie on each other. */
function Links({ drawing }: { drawing: Drawing }): ReactNode {
  const start = size.container.left + size.container.width;
  return drawing.links.map(({ from, to, lane }, index) => {
    const turn = start + 8 + ((lane * 8) % 32);
    return (
      <path
        key={index}
        d={`M${start} ${from}H${turn}V${to}H${size.source.left}`}
        className={styles.link}
      />
    );
  });
}
