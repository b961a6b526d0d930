import type { Message } from '../model/message.ts';
import { foldCopies } from './copies.ts';
import { baseSubject, saysAnswer } from './subject.ts';

export { foldCopies } from './copies.ts';

/** How a message is known to answer its parent: its header says so, or only its subject does. */
export type LinkBasis = 'header' | 'subject';

/** Messages that answer one another, each after the one it answers; further copies of a mail are left out. */
export interface Thread {
  readonly root: Message;
  readonly messages: readonly Message[];
  /** The id of the message that one answers, or null for the root and for ids of other threads. */
  readonly parentOf: (id: string) => string | null;
  /** How that is known, or null where there is no parent. */
  readonly linkOf: (id: string) => LinkBasis | null;
  /**
   * The messages at which a new subject begins, the root first: a conversation drifts (`Caches (was: Pipes)`), or somebody opens
   * another one by answering an old mail.
   */
  readonly topics: () => readonly Message[];
}

/**
 * Builds threads as in J. Zawinski's algorithm (1997), without its empty containers: the parent of a message is In-Reply-To,
 * else the nearest of its references that is in the archive; where neither is given and the subject says that it is an
 * answer, it joins the earlier message of that subject, which `linkOf` tells. A link that would close a circle is left out.
 * Threads, and the answers to one message, stand in the order of the archive; clocks are not trusted.
 */
export function threadMessages(messages: readonly Message[]): Thread[] {
  const { originals } = foldCopies(messages);
  const byId = new Map(originals.map((message) => [message.id, message]));
  const links = new Links();
  linkByHeader(originals, byId, links);
  linkBySubject(originals, links);
  const children = new Map<string, Message[]>();
  for (const message of originals) {
    const parent = links.parents.get(message.id);
    if (parent === undefined) continue;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [message]);
    else siblings.push(message);
  }
  const roots = originals.filter((message) => !links.parents.has(message.id));
  return roots.map((root) => threadOf(root, children, links));
}

function linkByHeader(messages: readonly Message[], byId: ReadonlyMap<string, Message>, links: Links): void {
  for (const { id, inReplyTo, references } of messages) {
    const candidates = [...(inReplyTo === null ? [] : [inReplyTo]), ...references.toReversed()];
    candidates.find((parent) => byId.has(parent) && links.link(id, parent));
  }
}

/** JWZ joins a stray answer to the first message of its subject that stands before it. */
function linkBySubject(messages: readonly Message[], links: Links): void {
  const first = new Map<string, Message>();
  for (const message of messages) {
    const subject = baseSubject(message.subject);
    const earlier = first.get(subject);
    const stray = !links.parents.has(message.id) && message.inReplyTo === null && message.references.length === 0;
    if (stray && earlier !== undefined && saysAnswer(message.subject) && links.link(message.id, earlier.id)) {
      links.bySubject.add(message.id);
    }
    if (earlier === undefined && subject !== '') first.set(subject, message);
  }
}

/** Parents, and for each message a shortcut towards its root (union–find with halved paths), so that long chains stay cheap. */
class Links {
  readonly parents = new Map<string, string>();
  readonly bySubject = new Set<string>();
  private readonly towardsRoot = new Map<string, string>();

  /** Makes a message without a parent answer another, unless that would close a circle. */
  link(child: string, parent: string): boolean {
    if (this.rootOf(parent) === child) return false;
    this.parents.set(child, parent);
    this.towardsRoot.set(child, parent);
    return true;
  }

  private rootOf(id: string): string {
    let at = id;
    for (;;) {
      const up = this.towardsRoot.get(at);
      if (up === undefined) return at;
      const higher = this.towardsRoot.get(up) ?? up;
      this.towardsRoot.set(at, higher);
      at = higher;
    }
  }
}

function threadOf(root: Message, children: ReadonlyMap<string, readonly Message[]>, links: Links): Thread {
  const messages: Message[] = [];
  const stack = [root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    messages.push(next);
    // One by one: a call takes only so many arguments, and a mail may have more answers than that.
    for (const child of (children.get(next.id) ?? []).toReversed()) stack.push(child);
  }
  return {
    root,
    messages,
    parentOf: (id) => links.parents.get(id) ?? null,
    topics: () => topicsOf(messages, links.parents),
    linkOf: (id) => (!links.parents.has(id) ? null : links.bySubject.has(id) ? 'subject' : 'header'),
  };
}

/** Messages whose subject is neither their parent's nor empty; a subject that comes back is no new one. */
function topicsOf(messages: readonly Message[], parents: ReadonlyMap<string, string>): Message[] {
  const subjects = new Map(messages.map((message) => [message.id, baseSubject(message.subject)]));
  const seen = new Set<string>();
  return messages.filter((message) => {
    const subject = subjects.get(message.id) ?? '';
    const parent = parents.get(message.id);
    const fresh = parent === undefined || (subject !== '' && subject !== subjects.get(parent) && !seen.has(subject));
    seen.add(subject);
    return fresh;
  });
}
