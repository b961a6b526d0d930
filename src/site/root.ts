import { join, resolve } from 'node:path';

/** The folder that holds `content/`: `PRECEDENT_ROOT`, or else the project itself. */
export const ROOT = resolve(process.env.PRECEDENT_ROOT ?? '.');

/** Where everything stands that the pages say. */
export const CONTENT = join(ROOT, 'content');
