import { usageError } from '../cli/command.ts';
import { progressLine } from '../cli/progress.ts';
import { completionsUrl, type ModelCounts, modelRun, openCache } from '../extraction/model/index.ts';
import type { Extractor } from '../records/update.ts';

/** An extractor that asks a model, and what is to be done when all is read. */
export interface ModelExtractor {
  readonly extractor: Extractor;
  /** Ends the line of progress; returns in a sentence what became of the requests. */
  end(): string;
}

/**
 * The extractor that asks the model at a URL; its answers are kept in `.cache/model`.
 *
 * @param key What the server wants to be shown, from the environment alone, so that it stands in no history of a shell.
 * Throws a PrecedentError `usage` where only one of URL and name is given, or the URL is none.
 */
export function modelOf(url: string | undefined, name: string | undefined, key?: string): ModelExtractor | null {
  if (url === undefined && name === undefined) return null;
  if (url === undefined) throw usageError('extract', '--model-name goes with --model');
  if (name === undefined || name.trim() === '') throw usageError('extract', '--model needs --model-name');
  completionsUrl(url);
  const progress = progressLine('requests to the model');
  const model = modelRun({ url, model: name, key }, openCache('.cache/model'), progress.step);
  return {
    extractor: { name: `model:${name}`, find: model.find },
    end() {
      progress.end();
      return summaryOf(model.counts);
    },
  };
}

function summaryOf(counts: Readonly<ModelCounts>): string {
  const listed = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  return `model: ${listed.join(', ')}`;
}
