import { join } from 'node:path';
import { readIfThere, writeFileAtomic } from '../../files/write.ts';
import { canonicalJson, sha256 } from '../../model/digest.ts';
import { Answer } from './answer.ts';
import type { ChatMessage } from './endpoint.ts';

/** Answers by what was asked, one file each. */
export interface AnswerCache {
  find(model: string, messages: readonly ChatMessage[]): Answer | null;
  keep(model: string, messages: readonly ChatMessage[], answer: Answer): void;
}

/** Opens the answers kept in a folder; one that can no longer be read is asked for again. */
export function openCache(folder: string): AnswerCache {
  const fileOf = (model: string, messages: readonly ChatMessage[]): string => {
    const asked = { model, messages: messages.map(({ role, content }) => ({ role, content })) };
    return join(folder, `${sha256(canonicalJson(asked))}.json`);
  };
  return {
    find(model, messages) {
      const bytes = readIfThere(fileOf(model, messages));
      if (bytes === null) return null;
      try {
        return Answer.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null;
      } catch {
        return null;
      }
    },
    keep(model, messages, answer) {
      writeFileAtomic(fileOf(model, messages), `${JSON.stringify(answer)}\n`);
    },
  };
}
