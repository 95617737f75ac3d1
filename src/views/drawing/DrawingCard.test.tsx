import { expect, test } from 'vitest';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { DrawingCard } from './DrawingCard.tsx';

const body = {
  name: 'edge-web',
  node_ids: ['id-1'],
  deployment: {
    template: {
      containers: [
        {
          name: 'web',
          image_url: 'example.com/shop/nginx:alpine',
          ports: [{ container_port: 80, host_port: 8080 }],
          volumes: [{ name: 'd', type: 'hostPath', source: '/data', destination: '/srv' }],
        },
      ],
    },
  },
};

test('the drawing and its table show the same node, container, port and volume', async () => {
  const { getByRole } = await renderEditor(
    {},
    <DrawingCard body={body} targetName="gateway-1" targetFacts={['Running']} />,
  );
  const drawing = getByRole('img', { name: 'Drawing of “edge-web”', exact: false });
  for (const words of ['gateway-1', 'Running', 'web', 'nginx:alpine', '8080 → 80', '/data'])
    await expect.element(drawing).toHaveTextContent(words);
  const cells = getByRole('row', { name: /^web/ });
  for (const words of ['example.com/shop/nginx:alpine', '8080 → 80', '/data → /srv'])
    await expect.element(cells).toHaveTextContent(words);
});

test('the table can be shown instead', async () => {
  const { getByRole } = await renderEditor(
    {},
    <DrawingCard body={body} targetName={undefined} targetFacts={[]} />,
  );
  await expect.element(getByRole('img')).toHaveTextContent('id-1');
  await getByRole('radio', { name: 'Table' }).click();
  await expect.element(getByRole('img')).not.toBeInTheDocument();
  await expect.element(getByRole('table')).toBeVisible();
});

test('the boxes of many containers follow the first paint, in the drawing and in the table', async () => {
  const containers = Array.from({ length: 8 }, (_, index) => ({ name: `part-${index}` }));
  const { getByRole } = await renderEditor(
    {},
    <DrawingCard
      body={{ deployment: { template: { containers } } }}
      targetName="gateway-1"
      targetFacts={[]}
    />,
  );
  for (const { name } of containers) {
    await expect.element(getByRole('img')).toHaveTextContent(name);
    await expect.element(getByRole('rowheader', { name })).toBeInTheDocument();
  }
});
