import { Worker } from 'node:worker_threads';
import type { Message } from '../model/message.ts';
import type { Term } from '../model/term.ts';
import { weigh } from './weigh.ts';
import type { Counts } from './worth.ts';

/** Where threads are weighed: here, or in worker threads beside the one that reads. */
export interface Scales {
  /** Takes a thread when there is room for one; `onCounts` is told what it holds, in whatever order they are done. */
  take(texts: readonly Message[], onCounts: (counts: Counts) => void): Promise<void>;
  /** Waits until all that was taken has been weighed. */
  done(): Promise<void>;
  /** Ends the workers, whatever they are doing. */
  close(): Promise<void>;
}

/** Threads that wait for each worker, so that it never waits for the reader: no more, for their texts are held. */
const WAITING = 2;

/** Scales for so many threads at once; with one, nothing but the calling thread is used. */
export function openScales(jobs: number, terms: readonly Term[]): Scales {
  return jobs === 1 ? new Here(terms) : new Beside(jobs, terms);
}

class Here implements Scales {
  private readonly terms: readonly Term[];

  constructor(terms: readonly Term[]) {
    this.terms = terms;
  }

  async take(texts: readonly Message[], onCounts: (counts: Counts) => void): Promise<void> {
    onCounts(weigh(texts, this.terms));
  }

  async done(): Promise<void> {}
  async close(): Promise<void> {}
}

/** A worker and what it is still to answer, in the order in which it was asked. */
interface Busy {
  readonly worker: Worker;
  readonly asked: ((counts: Counts) => void)[];
}

class Beside implements Scales {
  private readonly all: readonly Busy[];
  private failure: Error | null = null;
  private wake: () => void = () => {};

  constructor(jobs: number, terms: readonly Term[]) {
    this.all = Array.from({ length: jobs }, () => this.start(terms));
  }

  async take(texts: readonly Message[], onCounts: (counts: Counts) => void): Promise<void> {
    await this.until(() => this.idlest().asked.length < WAITING);
    const { worker, asked } = this.idlest();
    asked.push(onCounts);
    worker.postMessage(texts);
  }

  done(): Promise<void> {
    return this.until(() => this.all.every(({ asked }) => asked.length === 0));
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map(({ worker }) => worker.terminate()));
  }

  private start(terms: readonly Term[]): Busy {
    const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: terms });
    const asked: Busy['asked'] = [];
    worker.on('message', (counts: Counts) => {
      asked.shift()?.(counts);
      this.wake();
    });
    worker.once('error', (error) => {
      this.failure = error instanceof Error ? error : new Error(String(error));
      this.wake();
    });
    return { worker, asked };
  }

  private idlest(): Busy {
    return this.all.reduce((least, one) => (one.asked.length < least.asked.length ? one : least));
  }

  private async until(holds: () => boolean): Promise<void> {
    while (this.failure === null && !holds()) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    if (this.failure !== null) throw this.failure;
  }
}
