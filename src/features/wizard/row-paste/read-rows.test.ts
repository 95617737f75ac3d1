import { describe, expect, test } from 'vitest';
import { readPastedRows, type PastedKind } from './read-rows.ts';

const rowsOf = (kind: PastedKind, text: string, names?: string[]) =>
  readPastedRows(kind, text, new Set(names)).flatMap(({ rows }) => rows);
const wordsOf = (kind: PastedKind, text: string) =>
  readPastedRows(kind, text).flatMap(({ problem, notes }) =>
    [problem, ...notes].filter((word) => word !== undefined).map(({ en }) => en),
  );

describe('pasted ports', () => {
  test('are read as Docker writes them, with the decoration of a list', () => {
    const text = `
      # comment
      8080:80
      127.0.0.1:8081:81/udp
      82
      - "8083:83"
      -p 8084:84
      9000-9001:90-91`;
    expect(rowsOf('ports', text)).toEqual([
      { container_port: 80, host_port: 8080 },
      { container_port: 81, host_port: 8081, host_ip: '127.0.0.1' },
      { container_port: 82 },
      { container_port: 83, host_port: 8083 },
      { container_port: 84, host_port: 8084 },
      { container_port: 90, host_port: 9000 },
      { container_port: 91, host_port: 9001 },
    ]);
    expect(wordsOf('ports', text)).toEqual([
      'IEF port mappings have no protocol; udp is not kept.',
      'Enter a host port.',
    ]);
  });

  test('are read from the cells of a spreadsheet, in the order of its header or of the table', () => {
    expect(rowsOf('ports', '80\t8080\t10.0.0.1\n81\t8081')).toEqual([
      { container_port: 80, host_port: 8080, host_ip: '10.0.0.1' },
      { container_port: 81, host_port: 8081 },
    ]);
    expect(rowsOf('ports', 'Host port\tContainer port *\n8080\t80')).toEqual([
      { container_port: 80, host_port: 8080 },
    ]);
  });

  test('may map one port to a range of host ports', () => {
    expect(rowsOf('ports', '9000-9010:80')).toEqual([
      { container_port: 80, host_port_range: { min_port: 9000, max_port: 9010 } },
    ]);
    expect(wordsOf('ports', '9000-9010:80')).toEqual(['A port range needs the platinum edition.']);
  });

  test('that cannot be read are refused with their line', () => {
    const lines = readPastedRows('ports', '8080:80\n\nhttp\n1-3:4-5\n1-60000');
    expect(lines.map(({ line, rows, problem }) => [line, rows.length, problem?.en])).toEqual([
      [1, 1, undefined],
      [3, 0, 'this is not a port mapping such as 8080:80.'],
      [4, 0, 'the two ranges have different lengths.'],
      [5, 0, 'this range has too many ports.'],
    ]);
  });
});

describe('pasted volumes', () => {
  test('are read as Docker writes them, with free names', () => {
    const text =
      '/opt/data:/data:ro\n/var/log:/var/data\ndb:/var/lib/db\n/cache\nconfig\n-v /a:/b:nocopy';
    expect(rowsOf('volumes', text, ['data'])).toEqual([
      {
        name: 'data2',
        type: 'hostPath',
        source: '/opt/data',
        destination: '/data',
        read_only: true,
      },
      {
        name: 'data3',
        type: 'hostPath',
        source: '/var/log',
        destination: '/var/data',
        read_only: false,
      },
      { name: 'db', type: 'hostPath', destination: '/var/lib/db', read_only: false },
      { name: 'cache', type: 'emptyDir', source: 'disk', destination: '/cache' },
      { name: 'config', type: 'hostPath' },
      { name: 'b', type: 'hostPath', source: '/a', destination: '/b', read_only: false },
    ]);
    expect(wordsOf('volumes', text)).toEqual([
      'IEF has no named volumes. Enter a path on the node.',
      'Read as an empty directory on disk.',
      'Enter the path on the node and the mount path.',
      'IEF does not support the options nocopy.',
    ]);
    expect(wordsOf('volumes', '/a:b\n???')).toEqual(
      Array(2).fill('this is not a mount such as /host:/container:ro.'),
    );
  });

  test('are read from the cells of a spreadsheet', () => {
    expect(
      rowsOf('volumes', 'logs\thostPath\t/var/log\t/logs\ttrue\ncfg\tConfig Map\tapp\t/etc/app'),
    ).toEqual([
      { name: 'logs', type: 'hostPath', source: '/var/log', destination: '/logs', read_only: true },
      { name: 'cfg', type: 'configMap', source: 'app', destination: '/etc/app' },
    ]);
    expect(rowsOf('volumes', '/a\t/b\tro\ndisk\t/tmp')).toEqual([
      { name: 'b', type: 'hostPath', source: '/a', destination: '/b', read_only: true },
      { name: 'tmp', type: 'emptyDir', source: 'disk', destination: '/tmp' },
    ]);
  });
});

test('pasted tags are read from lines and cells', () => {
  expect(rowsOf('tags', 'a=1\nb: two words\nc="3"\nd\t4\ne=')).toEqual([
    { key: 'a', value: '1' },
    { key: 'b', value: 'two words' },
    { key: 'c', value: '3' },
    { key: 'd', value: '4' },
    { key: 'e', value: '' },
  ]);
  expect(rowsOf('tags', 'Key\tValue\na\t1')).toEqual([{ key: 'a', value: '1' }]);
  expect(wordsOf('tags', 'plain\n=x')).toEqual(
    Array(2).fill('this is not a tag such as key=value.'),
  );
});
