import clsx from 'clsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { drawingWords, mountWords } from './drawing-words.ts';
import styles from './drawing.module.css';
import type { DrawnContainer, DrawnDeployment } from './model/drawn-deployment.ts';

/** The content of the drawing as a table, one row per container. On narrow screens each row is a block. */
export function DeploymentTable({ deployment }: { deployment: DrawnDeployment }) {
  const translate = useTranslate();
  const heads = ['container', 'imageColumn', 'ports', 'mounts', 'resources'] as const;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {translate(drawingWords[head])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {deployment.containers.map((container, index) => (
          <Row key={index} container={container} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ container }: { container: DrawnContainer }) {
  const translate = useTranslate();
  const { name, isInit, image, ports, mounts, cpu, memory, variables } = container;
  const resources = [
    cpu && translate(drawingWords.cpu(cpu)),
    memory && `${memory} MB`,
    variables > 0 && translate(drawingWords.variables(variables)),
  ].filter(Boolean);
  const title = name || translate(drawingWords.unnamed);
  return (
    <tr>
      <th scope="row">{isInit ? translate(drawingWords.initOf(title)) : title}</th>
      <td data-head={translate(drawingWords.imageColumn)}>
        <span className={styles.mono}>{image || '–'}</span>
      </td>
      <td data-head={translate(drawingWords.ports)}>
        <Lines
          className={styles.mono}
          lines={ports.map(
            ({ host, container: inside, ip }) => `${ip && `${ip}:`}${host || '–'} → ${inside}`,
          )}
        />
      </td>
      <td data-head={translate(drawingWords.mounts)}>
        <Lines
          lines={mounts.map(({ kind, source, path, isReadOnly }) => {
            const place = path && path !== source ? `${source} → ${path}` : source;
            const words = [translate(mountWords[kind]), place].filter(Boolean).join(' ');
            return isReadOnly && path ? `${words}${translate(drawingWords.readOnly)}` : words;
          })}
        />
      </td>
      <td data-head={translate(drawingWords.resources)}>{resources.join(' · ') || '–'}</td>
    </tr>
  );
}

function Lines({ lines, className }: { lines: readonly string[]; className?: string | undefined }) {
  if (lines.length === 0) return '–';
  return (
    <ul className={clsx(styles.lines, className)}>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}
