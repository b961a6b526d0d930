import { parentPort, workerData } from 'node:worker_threads';
import type { Message } from '../model/message.ts';
import type { Term } from '../model/term.ts';
import { weigh } from './weigh.ts';

// Made by `scales.ts` of the same process, so it is no outside data.
const terms: readonly Term[] = workerData;
parentPort?.on('message', (texts: readonly Message[]) => parentPort?.postMessage(weigh(texts, terms)));
