import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPostgresStore } from './postgres-store.ts';
import { StoreFailure } from './store-failure.ts';

/** A database without content that answers every statement, until it falls silent. */
let database: Server;
let isSilent: boolean;
let connections: Socket[];

beforeEach(async () => {
  isSilent = false;
  connections = [];
  database = createServer((socket) => {
    connections.push(socket);
    let isGreeted = false;
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      if (isGreeted && isSilent) return;
      socket.write(isGreeted ? Buffer.concat(messagesIn(data).flatMap(answersTo)) : greeting);
      isGreeted = true;
    });
  });
  await new Promise<void>((resolve) => database.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const socket of connections) socket.destroy();
  await new Promise((resolve) => database.close(resolve));
});

function message(kind: string, content = ''): Buffer {
  const buffer = Buffer.from(`${kind}____${content}`, 'latin1');
  buffer.writeInt32BE(buffer.length - 1, 1);
  return buffer;
}

const ready = message('Z', 'I');
const greeting = Buffer.concat([message('R', '\0\0\0\0'), ready]);
const done = message('C', 'SELECT 0\0');
/** To a simple query, and to the steps of one with parameters. */
const answers: Readonly<Record<string, readonly Buffer[]>> = {
  Q: [done, ready],
  P: [message('1')],
  B: [message('2')],
  D: [message('n')],
  E: [done],
  S: [ready],
};
const answersTo = (kind: string) => answers[kind] ?? [];

/** The kinds of the messages in a packet. */
function messagesIn(data: Buffer): readonly string[] {
  const kinds: string[] = [];
  for (let at = 0; at < data.length; at += 1 + data.readInt32BE(at + 1)) {
    kinds.push(String.fromCharCode(data[at]!));
  }
  return kinds;
}

const open = (times: { queryMs: number; migrationMs: number }) =>
  openPostgresStore(
    { host: '127.0.0.1', port: (database.address() as AddressInfo).port, user: 'me', max: 1 },
    times,
  );

it('a query that gets no answer fails as the store does, and the next one has another connection', async () => {
  const { db, close } = await open({ queryMs: 50, migrationMs: 60_000 });
  const read = () => db.selectFrom('rollouts').select('id').execute();
  expect(await read()).toEqual([]);
  expect(connections).toHaveLength(1);
  isSilent = true;
  const failure: unknown = await read().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StoreFailure);
  expect(failure).toMatchObject({ code: 'ETIMEDOUT' });
  isSilent = false;
  expect(await read()).toEqual([]);
  expect(connections).toHaveLength(2);
  await close();
});

it('a transaction whose statement gets no answer fails as the store does', async () => {
  const { db, close } = await open({ queryMs: 50, migrationMs: 60_000 });
  const work = db.transaction().execute(async (trx) => {
    isSilent = true;
    await trx.deleteFrom('rollouts').execute();
  });
  await expect(work).rejects.toBeInstanceOf(StoreFailure);
  isSilent = false;
  await db.selectFrom('rollouts').select('id').execute();
  expect(connections).toHaveLength(2);
  await close();
});

it('a migration has a limit of its own', async () => {
  isSilent = true;
  const opening = open({ queryMs: 60_000, migrationMs: 50 });
  await expect(opening).rejects.toMatchObject({ name: 'StoreFailure', code: 'ETIMEDOUT' });
});
