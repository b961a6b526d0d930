/** How a kind of box is set: its family, its tone, and the mark drawn beside its text so that colour never carries meaning alone. */
export interface Kind {
  readonly family: 'question' | 'option' | 'stance' | 'decision' | 'more' | 'plain';
  readonly tone: 'pro' | 'con' | 'plain';
  readonly mark?: 'plus' | 'minus' | 'dot' | 'ask';
}

const PLAIN: Kind = { family: 'plain', tone: 'plain' };

/** The classes of a Mermaid text that are drawn in a way of their own; a person may use them in a fence, too. */
const KINDS: Readonly<Record<string, Kind>> = {
  question: { family: 'question', tone: 'plain' },
  'option-adopted': { family: 'option', tone: 'pro' },
  'option-partly-adopted': { family: 'option', tone: 'pro' },
  'option-rejected': { family: 'option', tone: 'con' },
  'option-abandoned': { family: 'option', tone: 'plain' },
  'option-open': { family: 'option', tone: 'plain' },
  'stance-proposes': { family: 'stance', tone: 'pro', mark: 'plus' },
  'stance-supports': { family: 'stance', tone: 'pro', mark: 'plus' },
  'stance-opposes': { family: 'stance', tone: 'con', mark: 'minus' },
  'stance-concedes': { family: 'stance', tone: 'plain', mark: 'dot' },
  'stance-reports': { family: 'stance', tone: 'plain', mark: 'dot' },
  'stance-asks': { family: 'stance', tone: 'plain', mark: 'ask' },
  'decision-open': { family: 'decision', tone: 'plain' },
  'decision-settled': { family: 'decision', tone: 'plain' },
  'decision-superseded': { family: 'decision', tone: 'plain' },
  'decision-abandoned': { family: 'decision', tone: 'plain' },
  'decision-withdrawn': { family: 'decision', tone: 'plain' },
  more: { family: 'more', tone: 'plain' },
};

/** How a box of this class is set; a class nobody listed is set plainly. @example kindOf('stance-opposes').mark → 'minus' */
export function kindOf(name: string | undefined): Kind {
  return name !== undefined && Object.hasOwn(KINDS, name) ? (KINDS[name] ?? PLAIN) : PLAIN;
}
