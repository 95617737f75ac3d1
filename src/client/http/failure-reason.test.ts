import { describe, expect, it } from 'vitest';
import { ContractError, NetworkError, TimeoutError } from './errors.ts';
import { reasonOf } from './failure-reason.ts';

describe('reasonOf', () => {
  it('returns the words of the page if no response arrived, otherwise the message of the response', () => {
    for (const error of [new NetworkError('Failed to fetch'), new TimeoutError(30)])
      expect(reasonOf(error, '服务器没有响应')).toBe('服务器没有响应');
    expect(reasonOf(new ContractError('the answer is not JSON'), 'no answer')).toBe(
      'the answer is not JSON',
    );
    expect(reasonOf(null, 'no answer')).toBe('');
  });
});
