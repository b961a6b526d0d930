import { fullId } from '../model/id.ts';
import type { Position } from '../model/position.ts';
import type { Finding } from '../model/problem.ts';
import type { Extracted, MachineField } from './fields.ts';
import { RECORDING } from './findings.ts';
import { printable } from './printable.ts';
import type { Draft } from './workspace.ts';

/** Says where a record and the extractor differ on one position, so that a person can look; nothing is wrong yet. */
export function divergence(
  { file, decision }: Draft,
  position: Position,
  fields: readonly MachineField[],
  found: Extracted | undefined,
): Finding {
  const at = decision.positions.findIndex(({ id }) => id === position.id);
  const [first = 'evidence'] = fields;
  return {
    code: 'diverged',
    what:
      found === undefined
        ? 'the extractor no longer finds it; it is kept, because a person has reviewed or changed it'
        : `a person has written ${fields.map((field) => `${field} ${shown(position, field)}, found ${shown(found, field)}`).join('; ')}`,
    where: {
      file: file?.file ?? '',
      ...(file === null ? {} : { line: file.lineOf(['positions', at, first]) }),
      id: fullId(decision.id, position.id),
    },
    mend: RECORDING.diverged.mend,
  };
}

function shown(fields: Partial<Extracted>, field: MachineField): string {
  if (field === 'arguments') return `${fields.arguments?.length ?? 0} of them`;
  const value = field === 'evidence' ? fields.evidence?.exact : fields[field];
  return value === undefined || value === null ? 'nothing' : `“${printable(String(value), 60)}”`;
}
