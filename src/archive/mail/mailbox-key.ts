import { hash, randomBytes } from 'node:crypto';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

const SALT = 'precedent:salt';

/**
 * What stands for an address outside the readers: a digest with a salt that is drawn anew in every run and shared with its
 * workers. It tells that two mails came from one address, and nothing else; it is never printed and cannot be looked up.
 *
 * @example mailboxKey('mo@example.org') === mailboxKey('Mo@Example.org') → true
 */
export function mailboxKey(address: string): string {
  return hash('sha256', `${salt()}\0${address.toLowerCase()}`).slice(0, 32);
}

let kept: string | undefined;

function salt(): string {
  kept ??= sharedSalt();
  return kept;
}

function sharedSalt(): string {
  const known = getEnvironmentData(SALT);
  if (typeof known === 'string') return known;
  const drawn = randomBytes(16).toString('hex');
  setEnvironmentData(SALT, drawn);
  return drawn;
}
