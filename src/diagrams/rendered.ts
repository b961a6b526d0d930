import type { OutlineItem } from './outline.ts';

/** A drawn diagram, and the same in words. */
export interface RenderedDiagram {
  readonly svg: string;
  /** The same as nested lists, for an equal text beside the picture. */
  readonly outline: readonly OutlineItem[];
  /** px */
  readonly width: number;
  readonly height: number;
}
