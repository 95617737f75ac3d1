import {
  Camera,
  Cpu,
  Microchip,
  Network,
  RadioTower,
  ShieldCheck,
  type LucideIcon,
} from 'lucide-react';
import styles from './start-page.module.css';

const icons: Readonly<Record<string, LucideIcon>> = {
  'mqtt-broker': RadioTower,
  'modbus-collector': Cpu,
  'reverse-proxy': ShieldCheck,
  'gpu-camera': Camera,
  'npu-camera': Microchip,
  'node-group': Network,
};

/** A small drawing of an example, on a dotted background. */
export function ExamplePicture({ id }: { id: string }) {
  const Icon = icons[id] ?? Cpu;
  return (
    <span className={styles.picture} aria-hidden>
      <span className={styles.pictureBox}>
        <Icon size={22} strokeWidth={1.5} />
      </span>
    </span>
  );
}
