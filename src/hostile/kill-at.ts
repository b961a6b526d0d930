import fs, { appendFileSync, writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// Loaded before a command (`node --import`): ends its process, as a kill by the system would, at the nth change it makes to the
// disk; of a file being written half the bytes are written first. PRECEDENT_KILL_AT=n; 0 kills nothing and writes the number of
// changes to the file PRECEDENT_KILL_COUNT names.
const at = Number(process.env.PRECEDENT_KILL_AT ?? '0');
const counted = process.env.PRECEDENT_KILL_COUNT;
const append = appendFileSync;
let changes = 0;

/** Counts a change; says whether it is the last one of this process. */
function isLast(): boolean {
  changes += 1;
  return changes === at;
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
}

/** Half of what was to be written. */
function half(data: unknown): unknown {
  if (typeof data === 'string') return data.slice(0, data.length / 2);
  return data instanceof Uint8Array ? data.subarray(0, data.byteLength / 2) : data;
}

for (const name of ['writeFileSync', 'appendFileSync'] as const) {
  const original: unknown = fs[name];
  if (typeof original !== 'function') continue;
  Reflect.set(fs, name, (file: unknown, data: unknown, options: unknown) => {
    const last = isLast();
    original.call(fs, file, last ? half(data) : data, options);
    if (last) die();
  });
}
for (const name of ['renameSync', 'mkdirSync', 'rmSync', 'linkSync', 'unlinkSync', 'copyFileSync'] as const) {
  const original: unknown = fs[name];
  if (typeof original !== 'function') continue;
  Reflect.set(fs, name, (...given: unknown[]): unknown => {
    if (isLast()) die();
    return original.apply(fs, given);
  });
}
for (const name of ['writeFile', 'mkdir', 'rename', 'rm', 'copyFile'] as const) {
  const original: unknown = fs.promises[name];
  if (typeof original !== 'function') continue;
  Reflect.set(fs.promises, name, (...given: unknown[]): unknown => {
    if (isLast()) die();
    return original.apply(fs.promises, given);
  });
}
syncBuiltinESMExports();

process.on('exit', () => {
  if (counted !== undefined && at === 0) append(counted, `${changes}\n`);
  else if (at > changes) writeSync(2, '');
});
