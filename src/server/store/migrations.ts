import type { Kysely, Migration, MigrationProvider } from 'kysely';

/** The migrations are part of the bundle. A migration that was released never changes; add another one. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-rollouts': {
    async up(db: Kysely<never>) {
      await db.schema
        .createTable('rollouts')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('target', 'text', (column) => column.notNull())
        .addColumn('project_id', 'text', (column) => column.notNull())
        .addColumn('instance_id', 'text', (column) => column.notNull())
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('reason', 'text')
        .addColumn('plan', 'text', (column) => column.notNull())
        .addColumn('body', 'text')
        .addColumn('total', 'integer', (column) => column.notNull())
        .addColumn('wave_ends', 'text', (column) => column.notNull())
        .addColumn('wave', 'integer', (column) => column.notNull())
        .addColumn('wave_end', 'integer', (column) => column.notNull())
        .addColumn('go_on_percent', 'integer', (column) => column.notNull())
        .addColumn('gate', 'text', (column) => column.notNull())
        .addColumn('stop_at', 'integer', (column) => column.notNull())
        .addColumn('in_flight', 'integer', (column) => column.notNull())
        .addColumn('per_minute', 'integer', (column) => column.notNull())
        .addColumn('rate_count', 'integer', (column) => column.notNull())
        .addColumn('rate_ms', 'bigint', (column) => column.notNull())
        .addColumn('ready_within_ms', 'bigint', (column) => column.notNull())
        .addColumn('offline_within_ms', 'bigint', (column) => column.notNull())
        .addColumn('hold_until', 'bigint', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('ended_at', 'bigint')
        .addColumn('erased_at', 'bigint')
        .addColumn('retry_of', 'text')
        .addColumn('owner', 'text')
        .addColumn('lease_until', 'bigint', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('rollout_rows')
        .addColumn('rollout_id', 'text', (column) => column.notNull())
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('values_json', 'text')
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('tries', 'integer', (column) => column.notNull())
        .addColumn('claim', 'text')
        .addColumn('claimed_at', 'bigint')
        .addColumn('unsettled_since', 'bigint')
        .addColumn('next_at', 'bigint', (column) => column.notNull())
        .addColumn('deployment_id', 'text')
        .addColumn('error_code', 'text')
        .addColumn('error_message', 'text')
        .addColumn('offline_since', 'bigint')
        .addColumn('accepted_at', 'bigint')
        .addColumn('baseline', 'text')
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('rollout_rows_key', ['rollout_id', 'position'])
        .addUniqueConstraint('rollout_rows_subject', ['rollout_id', 'subject'])
        .execute();
      const indexes = {
        rollout_rows_state: ['rollout_id', 'state', 'position'],
        rollout_rows_claimed: ['rollout_id', 'claimed_at'],
        rollout_rows_revision: ['rollout_id', 'revision'],
      };
      for (const [name, columns] of Object.entries(indexes)) {
        await db.schema.createIndex(name).on('rollout_rows').columns(columns).execute();
      }
      await db.schema
        .createTable('rollout_names')
        .addColumn('target', 'text', (column) => column.notNull())
        .addColumn('project_id', 'text', (column) => column.notNull())
        .addColumn('claimed', 'text', (column) => column.notNull())
        .addColumn('rollout_id', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('rollout_names_key', ['target', 'project_id', 'claimed'])
        .execute();
      await db.schema
        .createIndex('rollout_names_rollout')
        .on('rollout_names')
        .column('rollout_id')
        .execute();
    },
  },
  '0002-updates-and-history': {
    async up(db: Kysely<never>) {
      // One column a statement, for SQLite.
      const add = (table: string, column: string) =>
        db.schema.alterTable(table).addColumn(column, 'text').execute();
      await add('rollouts', 'rollback_of');
      await add('rollouts', 'generation');
      await add('rollout_rows', 'node_name');
      await add('rollout_rows', 'restore');
      await db.schema
        .alterTable('rollout_rows')
        .addColumn('since', 'bigint', (column) => column.notNull().defaultTo(0))
        .execute();
      await db.schema
        .createTable('rollout_history')
        .addColumn('rollout_id', 'text', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('reason', 'text')
        .addColumn('wave', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('rollout_history_key', ['rollout_id', 'revision'])
        .execute();
    },
  },
};

export const storeMigrations: MigrationProvider = {
  getMigrations: () => Promise.resolve({ ...migrations }),
};
