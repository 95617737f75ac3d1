// Writes a .br and a .gz copy beside every text file of the built page, if the copy is smaller.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = join(import.meta.dirname, '../dist/client');
const TEXT = /\.(?:css|js|json|svg|txt|webmanifest)$/;

for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  const path = join(folder, entry);
  if (!TEXT.test(path) || !statSync(path).isFile()) continue;
  const bytes = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeIfSmaller(`${path}.br`, brotliCompressSync(bytes, { params }), bytes.length);
  writeIfSmaller(`${path}.gz`, gzipSync(bytes, { level: 9 }), bytes.length);
}

/**
 * @param {string} path
 * @param {Buffer} bytes
 * @param {number} size Bytes of the file as it is.
 */
function writeIfSmaller(path, bytes, size) {
  if (bytes.length < size) writeFileSync(path, bytes);
}
