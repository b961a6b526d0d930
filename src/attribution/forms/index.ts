import { dated } from './dated.ts';
import type { Form, Named } from './form.ts';
import { quoting } from './quoting.ts';
import { wrote } from './wrote.ts';

export type { Named } from './form.ts';

/** Every form of attribution line, in the order in which they are tried. */
const FORMS: readonly Form[] = [quoting, wrote, dated];

/** Reads an attribution line by the first form that knows it, or gives null. */
export function readAttribution(text: string): Named | null {
  if (text.length > 400) return null;
  const shown = withoutBidi(text);
  for (const form of FORMS) {
    const named = form.read(shown);
    if (named !== null) return named;
  }
  return null;
}

/** Text without the invisible characters by which mailers turn the direction of writing (Unicode UAX #9). */
export function withoutBidi(text: string): string {
  return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
}
