import type { PostgresPool, PostgresPoolClient } from 'kysely';

/**
 * A pool whose queries fail if the database does not answer within `limitMs`. Their connection is closed, because the
 * next query would wait behind the one that got no answer.
 */
export function limitQueries(pool: PostgresPool, limitMs: () => number): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect();
      let isSilent = false;
      const query = async (text: string, parameters: readonly unknown[]) => {
        // The end of a transaction must not wait once more.
        if (isSilent) throw noAnswer();
        let timer: NodeJS.Timeout | undefined;
        const timeUp = new Promise<never>((_resolve, reject) => {
          timer = setTimeout(() => {
            isSilent = true;
            reject(noAnswer());
          }, limitMs());
        });
        try {
          return await Promise.race([client.query(text, parameters), timeUp]);
        } finally {
          clearTimeout(timer);
        }
      };
      return {
        query: query as PostgresPoolClient['query'],
        release: (destroy = false) => client.release(destroy || isSilent),
      };
    },
    end: () => pool.end(),
  };
}

function noAnswer(): Error {
  return Object.assign(new Error('The database did not answer in time.'), { code: 'ETIMEDOUT' });
}
