import type { Message } from '../model/message.ts';

/** Messages that answer one another, each after the one it answers. */
export interface Thread {
  readonly root: Message;
  readonly messages: readonly Message[];
  /** The id of the message that one answers, or null for the root and for ids of other threads. */
  readonly parentOf: (id: string) => string | null;
}

/**
 * Builds threads from In-Reply-To and References, as in J. Zawinski's algorithm (1997) without its empty containers: the
 * parent of a message is the nearest of its references that is in the archive, In-Reply-To first. A link that would close
 * a circle is left out. Threads, and the answers to one message, stand in the order of the archive.
 */
export function threadMessages(messages: readonly Message[]): Thread[] {
  const byId = new Map<string, Message>();
  for (const message of messages) if (!byId.has(message.id)) byId.set(message.id, message);
  const parents = new Map<string, string>();
  for (const message of byId.values()) {
    const candidates = [message.inReplyTo, ...message.references.toReversed()];
    const parent = candidates.find((id) => id !== null && byId.has(id) && !leadsTo(parents, id, message.id));
    if (typeof parent === 'string') parents.set(message.id, parent);
  }
  const children = new Map<string, Message[]>();
  for (const message of byId.values()) {
    const parent = parents.get(message.id);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), message]);
  }
  return [...byId.values()]
    .filter((message) => !parents.has(message.id))
    .map((root) => ({
      root,
      messages: preorder(root, children),
      parentOf: (id) => parents.get(id) ?? null,
    }));
}

/** Tells whether the chain of parents above `from` holds `target`. */
function leadsTo(parents: ReadonlyMap<string, string>, from: string, target: string): boolean {
  for (let id: string | undefined = from; id !== undefined; id = parents.get(id)) if (id === target) return true;
  return false;
}

function preorder(root: Message, children: ReadonlyMap<string, readonly Message[]>): Message[] {
  const order: Message[] = [];
  const stack = [root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    order.push(next);
    stack.push(...(children.get(next.id) ?? []).toReversed());
  }
  return order;
}
