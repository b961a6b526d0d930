import type { Decision } from '../model/decision.ts';
import { STATUS_NOTES } from './words.ts';

/** A reservation that is shown above a record and above each of its positions. */
export interface BannerLine {
  readonly label: string;
  readonly text: string;
}

/** What a reader must know before relying on a record, gravest first; nothing where there is nothing to say. */
export function bannerLines({ status, draft, review }: Decision): BannerLine[] {
  const lines: BannerLine[] = [];
  const note = STATUS_NOTES[status];
  if (note !== undefined) lines.push({ label: status.charAt(0).toUpperCase() + status.slice(1), text: note });
  if (draft) {
    lines.push({
      label: 'Draft',
      text: 'Found by rules in the archive; no person has read it yet. The quotations are exact, their selection and stance may be wrong.',
    });
  } else if (review === 'extracted') {
    lines.push({
      label: 'Not reviewed',
      text: 'The positions were found by rules. The quotations are exact; their stance and option have not all been checked by a person.',
    });
  }
  return lines;
}
