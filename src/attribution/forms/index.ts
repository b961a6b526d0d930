import { dated } from './dated.ts';
import type { Form, Named } from './form.ts';
import { quoting } from './quoting.ts';
import { wrote } from './wrote.ts';

export type { Named } from './form.ts';

/** Every form of attribution line, in the order in which they are tried. */
export const FORMS: readonly Form[] = [quoting, wrote, dated];

/** Reads an attribution line by the first form that knows it, or gives null. */
export function readAttribution(text: string): Named | null {
  if (text.length > 400) return null;
  for (const form of FORMS) {
    const named = form.read(text);
    if (named !== null) return named;
  }
  return null;
}
