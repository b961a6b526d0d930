import type { CueFamily } from './cue.ts';

export const imperative: CueFamily = {
  id: 'imperative',
  shows: 'gives an instruction',
  stance: 'proposes',
  phrases: [
    '^use|add|make|keep|let|put|remove|drop|try|move|change|allow|provide|return|set|call|pass|take|create|define|introduce|implement|replace|rename|split|extend|avoid|do|write|check|store|turn|get|give|have|define|support|start|stop|leave|treat|send|register|convert|fix|merge|document|consider|look|note|think|read|go|expose|disable|enable|attach|require',
    'just use|add|make|do|have|put|let|keep|go|call|return|pass|set|write|drop|remove|take',
    'then you|we|it|the|just|use|add|can|could',
    'please',
    'do not use|add|make|do|let|put|try|call|change|break',
  ],
};
