import type { Check } from '../check.ts';
import { bodies } from './bodies.ts';
import { bytes } from './bytes.ts';
import { holders } from './holders.ts';
import { ids } from './ids.ts';
import { marks } from './marks.ts';
import { people } from './people.ts';
import { quotations } from './quotations.ts';
import { reading } from './reading.ts';
import { references } from './references.ts';
import { relations } from './relations.ts';
import { sides } from './sides.ts';
import { terms } from './terms.ts';
import { themes } from './themes.ts';
import { versions } from './versions.ts';

/** Every check, in the order in which a reader would want to hear of them: what is read, what is quoted, who speaks, the rest. */
export const CHECKS: readonly Check[] = [
  reading,
  bytes,
  quotations,
  holders,
  sides,
  ids,
  references,
  relations,
  terms,
  people,
  themes,
  bodies,
  marks,
  versions,
];
