import { expect, test } from 'vitest';
import { shellParts } from './shell-parts.ts';

test.each([
  [
    ['run', '--home=$HOME/x', '${A}', '$HOME'],
    ['$HOME', '${A}'],
  ],
  [
    ['a', '|', 'b', '&&', 'c', '2>&1'],
    ['|', '&&', '2>&1'],
  ],
  [['sh', '-c', 'echo $HOME | wc'], []],
  [['env', 'X=$Y', 'sh', '-c', '$Z'], ['$Y']],
  [['price', '5$', '$(POD)', 'a|b', '>5'], []],
])('%j needs a shell for %j', (words, parts) => {
  expect(shellParts(words)).toEqual(parts);
});
