import { useState, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { replaceClient } from '#src/client/http/request.ts';
import { accessQuery } from '#src/client/queries/access.ts';
import { QueryProvider } from '#src/client/queries/QueryProvider.tsx';
import { queryClient } from '#src/client/queries/query-client.ts';
import { changeSession } from '#src/client/session/session.ts';
import { targetsQuery } from '#src/client/targets/targets.ts';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { TargetStep } from '#src/features/wizard/steps/TargetStep.tsx';
import { VolumesStep } from '#src/features/wizard/steps/VolumesStep.tsx';
import type { SectionId } from '#src/features/wizard/steps.ts';
import { ViewContext } from '#src/features/wizard/view.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { Field } from '#src/ui/controls/Field.tsx';
import { useEditor } from '#src/ui/editing/editor.ts';
import { focusPath } from '#src/ui/focus/focus-path.ts';

const container: Path = ['deployment', 'template', 'containers', 0];

/** The state of the wizard around a step. */
function View({ children, section = 'general' }: { children: ReactNode; section?: SectionId }) {
  const [openId, open] = useState<string>();
  return (
    <ViewContext value={{ openId, section, open, showSection: () => undefined }}>
      <QueryProvider>{children}</QueryProvider>
    </ViewContext>
  );
}

test('mistake 1: a mount that is chosen in its step is in the body', async () => {
  const { store } = await renderEditor(
    initialBody,
    <View>
      <VolumesStep />
    </View>,
  );
  await page.getByRole('button', { name: 'Add volume' }).click();
  await page.getByLabelText('Volume name').fill('data');
  await page.getByLabelText('Path on the node').fill('/srv/data');
  await page.getByLabelText('Mount path').fill('/data');
  expect(getIn(store.get(), [...container, 'volumes'])).toMatchObject([
    { name: 'data', source: '/srv/data', destination: '/data' },
  ]);
});

test('mistake 2: an edit of one port, variable or field leaves its siblings the same objects', async () => {
  const rows = {
    ports: [
      { container_port: 80, host_port: 8080 },
      { container_port: 81, host_port: 8081, zone: 'x' },
    ],
    envs: [
      { name: 'A', value: '' },
      { name: 'B', field_path: 'status.hostIP' },
    ],
  };
  const before = Object.entries(rows).reduce<Json>(
    (body, [key, list]) => setIn(body, [...container, key], list),
    initialBody,
  );
  const { store } = await renderEditor(
    before,
    <>
      <Field path={[...container, 'ports', 0, 'host_port']} />
      <Field path={[...container, 'envs', 0, 'name']} />
    </>,
  );
  await page.getByLabelText('Host port', { exact: true }).fill('9090');
  await page.getByLabelText('Name').fill('AA');
  for (const path of [
    [...container, 'ports', 1],
    [...container, 'envs', 1],
    ['deployment', 'template', 'configs'],
  ])
    expect(getIn(store.get(), path)).toBe(getIn(before, path));
  expect(getIn(store.get(), [...container, 'ports', 0])).toEqual({
    container_port: 80,
    host_port: 9090,
  });
});

test('mistake 3: an untouched field adds no key, a cleared one removes it, an empty value stays', async () => {
  const env = [...container, 'envs'];
  const { store } = await renderEditor(
    setIn(initialBody, env, [{ name: 'A', value: '' }]),
    <>
      <Field path={['description']} />
      <Field path={[...container, 'privileged']} />
      <Field path={[...env, 0, 'name']} />
    </>,
  );
  const description = page.getByLabelText('Description');
  await description.click();
  await userEvent.tab();
  expect(store.get()).not.toHaveProperty('description');
  expect(getIn(store.get(), container)).not.toHaveProperty('privileged');
  await description.fill('x');
  expect(store.get()).toHaveProperty('description', 'x');
  await description.fill('');
  expect(store.get()).not.toHaveProperty('description');
  expect(getIn(store.get(), env)).toEqual([{ name: 'A', value: '' }]);
});

test('mistake 9: an argument with quotation marks and spaces stays one argument, as typed', async () => {
  const args = [...container, 'args'];
  const text = `exec infer --model "a  b" --q 'it''s' $HOME`;
  const { store } = await renderEditor(setIn(initialBody, args, ['-c', '']), <Field path={args} />);
  await page.getByRole('textbox', { name: 'Argument 2' }).fill(text);
  expect(getIn(store.get(), args)).toEqual(['-c', text]);
});

describe('mistake 11: a picker that fails still allows typing', () => {
  beforeEach(() => {
    queryClient.clear();
    changeSession({ targetId: 'mock', projectId: '05e1aef9040010e22fccc009adecb056' });
    queryClient.setQueryData(targetsQuery.queryKey, [
      { id: 'mock', label: 'Mock', kind: 'mock' },
    ] as never);
    queryClient.setQueryData(accessQuery.queryKey, {
      state: 'open',
      kind: null,
      isLinkRefused: false,
    });
  });
  afterEach(() => {
    replaceClient();
    queryClient.clear();
  });

  test.each([
    ['403', () => Response.json({ error_code: 'IEF.1', error_msg: 'no' }, { status: 403 })],
    ['500', () => Response.json({ error_code: 'IEF.2' }, { status: 500 })],
    ['404', () => new Response('<html>', { status: 404 })],
    ['an empty list', () => Response.json({ count: 0, nodes: [], deployments: [] })],
  ])('with %s', async (_case, answer) => {
    answerRequests(async () => answer());
    const { store } = await renderEditor(
      initialBody,
      <View>
        <TargetStep />
      </View>,
    );
    await page.getByLabelText('Edge node', { exact: true }).fill('my-own-id');
    expect(getIn(store.get(), ['node_ids'])).toEqual(['my-own-id']);
  });

  test('and an edit of an image keeps the prefix of its registry', async () => {
    const image = [...container, 'image_url'];
    const { store } = await renderEditor(
      setIn(initialBody, image, 'hub.example.com:5000/team/app:1'),
      <Field path={image} />,
    );
    const field = page.getByLabelText('Image');
    await field.click();
    await userEvent.keyboard('{End}.1');
    await userEvent.tab();
    await field.click();
    await userEvent.keyboard('{End}.2');
    expect(getIn(store.get(), image)).toBe('hub.example.com:5000/team/app:1.1.2');
  });
});

test('mistake 14: a problem at a path without a control leads to the nearest field', async () => {
  function Go({ path }: { path: Path }) {
    const editor = useEditor();
    return (
      <button type="button" onClick={() => focusPath(editor, path)}>
        {path.join('.')}
      </button>
    );
  }
  await renderEditor(
    setIn(initialBody, [...container, 'ports'], [{ container_port: 80 }]),
    <>
      <Field path={['name']} />
      <Field path={[...container, 'ports', 0, 'container_port']} />
      <Go path={[...container, 'ports', 0, 'zone', 'deep']} />
      <Go path={['name', 'x', 3]} />
    </>,
  );
  await page.getByRole('button', { name: 'deployment.template.containers.0.ports' }).click();
  await expect.element(page.getByLabelText('Container port')).toHaveFocus();
  await page.getByRole('button', { name: 'name.x.3' }).click();
  await expect.element(page.getByLabelText('Deployment name')).toHaveFocus();
});

test('mistake 15: a key press costs less than 50 ms with 10 containers and 200 variables each', async () => {
  const envs = Array.from({ length: 200 }, (_, at) => ({ name: `V_${at}`, value: `${at}` }));
  const containers = Array.from({ length: 10 }, (_, at) => ({
    name: `c-${at}`,
    image_url: 'nginx',
    envs,
  }));
  const body = setIn(initialBody, ['deployment', 'template', 'containers'], containers);
  const path = [...container, 'envs', 100, 'value'];
  const { store } = await renderEditor(
    body,
    <>
      {envs.map((_, at) => (
        <Field key={at} path={[...container, 'envs', at, 'value']} hideHelp />
      ))}
    </>,
  );
  const input = document.querySelectorAll<HTMLElement>('[name$="/value"]')[100]!;
  input.focus();
  const costs: number[] = [];
  for (const letter of 'the quick brown fox jumps over') {
    const begin = performance.now();
    // Synchronous: the event, the edit, and everything that follows it at once.
    document.execCommand('insertText', false, letter);
    costs.push(performance.now() - begin);
    await new Promise(requestAnimationFrame);
  }
  expect(getIn(store.get(), path)).toContain('the quick brown fox jumps over');
  expect(costs.toSorted((a, b) => a - b)[Math.floor(costs.length / 2)]).toBeLessThan(50);
});
