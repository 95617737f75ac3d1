import { describe, expect, test } from 'vitest';
import { rules } from '../rule-list.ts';
import { ruleHelpOf } from './rule-help.ts';

describe('the help of a rule', () => {
  test.each(rules.map(({ id, title }) => [id, title] as const))(
    '%s has its text and two examples that differ',
    (id, title) => {
      const help = ruleHelpOf(id)!;
      expect(help.title).toEqual(title);
      expect(help.broken).not.toBe(help.corrected);
      expect(() => [JSON.parse(help.broken), JSON.parse(help.corrected)]).not.toThrow();
      // Small enough to be read beside a field.
      expect(help.broken.length).toBeLessThan(900);
    },
  );

  test('shows only the part that differs', () => {
    expect(ruleHelpOf('R14')).toMatchObject({
      source: { en: 'table 11', zh: '表 11' },
      severity: 'error',
      path: 'deployment.template.containers[0].ports[0]',
      broken: '{\n  "container_port": 80\n}',
      corrected: '{\n  "container_port": 80,\n  "host_port": 8080\n}',
    });
  });

  test('is undefined for a retired number', () => {
    expect(ruleHelpOf('R35')).toBeUndefined();
  });
});
