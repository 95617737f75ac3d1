import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import type { DevServer } from './dev-listener.ts';
import { serverPlugin } from './vite-plugin.ts';

type Middleware = (incoming: object, outgoing: object, next: (error?: unknown) => void) => void;

test('after an edit, the server of the old code is stopped before the new one starts, once', async () => {
  const told: string[] = [];
  const heard = new EventEmitter();
  const version = (name: string) => ({
    createDevServer: (): DevServer => {
      told.push(`${name} starts`);
      return {
        listener: () => {
          told.push(`${name} answers`);
          heard.emit('answer');
        },
        stop: async () => void told.push(`${name} stops`),
      };
    },
  });
  let loaded: object = version('old');
  let middleware: Middleware = () => undefined;
  const { configureServer } = serverPlugin();
  if (typeof configureServer !== 'function') throw new Error('the plugin has no such hook');
  configureServer.call(
    {} as never,
    {
      middlewares: { use: (added: Middleware) => (middleware = added) },
      ssrLoadModule: async () => loaded,
    } as never,
  );
  const ask = () => {
    const answered = once(heard, 'answer');
    middleware({ url: '/api/targets' }, {}, (error) => heard.emit('error', error));
    return answered;
  };
  await ask();
  loaded = version('new');
  await Promise.all([ask(), ask()]);
  await ask();
  expect(told).toEqual([
    'old starts',
    'old answers',
    'old stops',
    'new starts',
    'new answers',
    'new answers',
    'new answers',
  ]);
});
