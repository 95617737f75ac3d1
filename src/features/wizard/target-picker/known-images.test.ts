import { expect, test } from 'vitest';
import { knownImages } from './known-images.ts';

test('every image is listed once, with the drafts and deployments that use it', () => {
  const earlier = [
    { image: 'app:2', draft: 'gateway' },
    { image: 'mosquitto:2', draft: '' },
    { image: 'app:2', draft: 'gateway copy' },
  ];
  const deployments = [
    { name: 'edge-1', images: ['app:1', 'mosquitto:2'] },
    { name: 'edge-2', images: ['app:1'] },
  ];
  expect(knownImages(earlier, deployments)).toEqual([
    { image: 'app:2', drafts: ['gateway', 'gateway copy'], deployments: [] },
    { image: 'mosquitto:2', drafts: [], deployments: ['edge-1'] },
    { image: 'app:1', drafts: [], deployments: ['edge-1', 'edge-2'] },
  ]);
});
