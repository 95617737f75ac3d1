import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ConnectionContext, useConnection } from '#src/client/connection/connection.ts';
import { changeSession } from '#src/client/session/session.ts';
import type { Target } from '#src/client/targets/targets.ts';
import type { Json } from '#src/json/value.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { place, Scene } from './submission/scene.testing.ts';
import type { SubmitFormProps } from './submit-form-props.ts';
import { SubmitForm } from './SubmitForm.tsx';

const target: Target = {
  id: place.targetId,
  label: place.label,
  kind: 'live',
  region: place.region,
  edition: 'professional',
  projectId: undefined,
  auth: 'token',
};

const documentOf = (name: string): Json => ({
  name,
  node_ids: ['9ebd8efb-9fdd-44a1-abda-9cdbc287a867'],
  deployment: {
    replicas: 1,
    template: {
      configs: { host_network: false, restart_policy: 'Always' },
      containers: [{ name: 'container-0', image_url: 'nginx:alpine' }],
    },
  },
});

let project = 0;
const goTo = vi.fn<SubmitFormProps['goTo']>();
const onView = vi.fn<SubmitFormProps['onView']>();

beforeEach(() => {
  // Places stay confirmed until the page is reloaded: each test has its own.
  const projectId = String(++project).padStart(32, '0');
  changeSession({ targetId: target.id, projectId, edition: 'professional', token: 'a-token' });
});

async function renderForm(kind: Target['kind'] = 'live') {
  const scene = new Scene();
  const submission = await scene.opened();
  const view = await renderEditor(
    documentOf('edge-web'),
    <WithBar
      submission={submission}
      target={{ ...target, kind }}
      goTo={goTo}
      handle={null}
      inOrder={(issues) => issues}
      onStartNew={() => undefined}
      onView={onView}
    />,
  );
  return { ...view, scene };
}

function WithBar({ target, ...props }: Omit<SubmitFormProps, 'bar'> & { target: Target }) {
  const connection = useConnection();
  const [bar, setBar] = useState<HTMLElement | null>(null);
  return (
    <ConnectionContext value={{ ...connection, targetState: { state: 'known', target } }}>
      {bar && <SubmitForm {...props} bar={bar} />}
      <div ref={setBar} data-bar />
    </ConnectionContext>
  );
}

test('the first create on a live target asks for confirmation, naming target and project', async () => {
  const { scene, getByRole } = await renderForm();
  await getByRole('button', { name: /^Create on IEF North/ }).click();
  const dialog = getByRole('dialog', { name: 'Create a real deployment?' });
  await expect.element(dialog).toHaveTextContent('IEF North (live), region cn-north-4');
  await expect
    .element(dialog)
    .toHaveTextContent(`project ${String(project).padStart(32, '0')}, professional edition`);
  expect(scene.creates).toHaveLength(0);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect.poll(() => scene.creates.length).toBe(1);
});

test('a cancelled confirmation sends nothing, and the next create asks again', async () => {
  const { scene, getByRole } = await renderForm();
  const create = getByRole('button', { name: /^Create on IEF North/ });
  const dialog = getByRole('dialog', { name: 'Create a real deployment?' });
  await create.click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(scene.creates).toHaveLength(0);
  await create.click();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(scene.creates).toHaveLength(0);
});

test('asks once for each target and project', async () => {
  const { scene, store, getByRole } = await renderForm();
  const create = getByRole('button', { name: /^Create on IEF North/ });
  await create.click();
  await getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect.poll(() => scene.creates.length).toBe(1);
  await expect.element(getByRole('dialog')).not.toBeInTheDocument();
  store.edit(documentOf('edge-db'));
  await create.click();
  await expect.poll(() => scene.creates.length).toBe(2);

  changeSession({ projectId: 'f'.repeat(32) });
  store.edit(documentOf('edge-mqtt'));
  await create.click();
  await expect
    .element(getByRole('dialog'))
    .toHaveTextContent('project ffffffffffffffffffffffffffffffff');
  expect(scene.creates).toHaveLength(2);
});

test('on the mock creates without a question, and shows target and edition beside the button', async () => {
  const { scene, getByRole, container } = await renderForm('mock');
  const bar = container.querySelector('[data-bar]')!;
  expect(bar.textContent).toMatch(/^IEF North · ProfessionalNothing real is created\./);
  await getByRole('button', { name: /^Create on IEF North \(mock, / }).click();
  await expect.poll(() => scene.creates.length).toBe(1);
});

test('for a live target says beside the button that the deployment is real', async () => {
  const { container } = await renderForm();
  const end = String(project).padStart(6, '0');
  expect(container.querySelector('[data-bar]')!.textContent).toContain(
    `Creates a real deployment in project …${end}.`,
  );
});

test('after a create the primary step leads to the page of the deployment', async () => {
  const { getByRole } = await renderForm('mock');
  await getByRole('button', { name: /^Create on IEF North/ }).click();
  await getByRole('button', { name: 'View deployment' }).click();
  expect(onView).toHaveBeenLastCalledWith(expect.stringMatching(/./));
});

test('after a create the next node is another step: same deployment, next name, no node', async () => {
  const { store, getByRole } = await renderForm('mock');
  await getByRole('button', { name: /^Create on IEF North/ }).click();
  await getByRole('button', { name: 'Create on another node' }).click();
  expect(store.get()).toEqual({ ...(documentOf('edge-web-2') as object), node_ids: [] });
  expect(goTo).toHaveBeenLastCalledWith(['node_ids', 0]);
  store.undo();
  expect(store.get()).toEqual(documentOf('edge-web'));
});
