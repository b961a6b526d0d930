import { holdsAddress } from '../model/visible.ts';

/**
 * Says whether a source's bytes may be offered for download: only where no address of a person stands in them that a
 * machine could send to. Its page, its quotations and its digest are published either way.
 */
export function publishesBytes(bytes: Uint8Array): boolean {
  return !holdsAddress(new TextDecoder('latin1').decode(bytes));
}
