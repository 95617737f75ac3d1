/** Every object of a container shows the keys that the form does not know, where they can be opened as JSON. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { FieldSpec } from '#src/domain/core/spec/field.ts';
import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { setIn } from '#src/document/edits.ts';
import type { Json, JsonObject } from '#src/json/value.ts';
import { useProvideEditPart } from '#src/ui/focus/edit-part.ts';
import type { Path } from '#src/json/path.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { containersOf } from '../view.ts';
import { EnvSection } from './rows/EnvSection.tsx';
import { PortSection } from './rows/PortSection.tsx';
import { ProbeSection } from './ProbeSection.tsx';
import { ResourceSection } from './ResourceSection.tsx';
import { VolumeSection } from './rows/VolumeSection.tsx';

const container = ['deployment', 'template', 'containers', 0];
const marked: string[] = [];

/** An object with a key of its own that no field has, and the same for all objects in it. */
function withUnknownKeys(spec: FieldSpec, name: string): Json | undefined {
  if (spec.kind === 'rows') {
    const row = withUnknownKeys(spec.row, name);
    return row === undefined ? undefined : [row];
  }
  if (spec.kind !== 'group') return undefined;
  marked.push(name);
  const entries = Object.entries(spec.fields).flatMap(([key, field]): [string, Json][] => {
    const value = withUnknownKeys(field, `${name}_${key}`);
    return value === undefined ? [] : [[key, value]];
  });
  return { ...Object.fromEntries(entries), [name]: 1 } as JsonObject;
}

test('unknown keys are shown at every level of a container, and open as JSON', async () => {
  const whole = withUnknownKeys(containerGroup, 'x')!;
  const opened: Path[] = [];
  function Provider() {
    useProvideEditPart((path) => opened.push(path));
    return null;
  }
  const [entry] = containersOf(setIn(initialBody, container, whole));
  await renderEditor(
    setIn(initialBody, container, whole),
    <>
      <Provider />
      <EnvSection path={[...container, 'envs']} />
      <PortSection path={[...container, 'ports']} />
      <VolumeSection path={[...container, 'volumes']} />
      <ProbeSection entry={entry!} probe="liveness_probe" />
      <ProbeSection entry={entry!} probe="readiness_probe" />
      <ResourceSection entry={entry!} inPanel={false} />
    </>,
  );
  // The container itself is part of its step.
  const inside = marked.filter((name) => name !== 'x');
  expect(inside.length).toBeGreaterThan(12);
  for (const name of inside)
    await expect.element(page.getByRole('button', { name, exact: true })).toBeInTheDocument();
  const name = 'x_liveness_probe_http_get';
  await page.getByRole('button', { name, exact: true }).click();
  expect(opened).toEqual([[...container, 'liveness_probe', 'http_get', name]]);
});
