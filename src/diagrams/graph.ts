/** Which way the layers of a flowchart run, as Mermaid writes it: RL runs from right to left. */
export type Direction = 'LR' | 'RL' | 'TB' | 'BT';

/** A box of a diagram. */
export interface GraphNode {
  readonly id: string;
  /** Plain text; a line feed stands where the author broke the line. */
  readonly label: string;
  /** Class that the Mermaid text gives it, such as `option-adopted`; see `kinds.ts` for those that are drawn differently. */
  readonly kind?: string;
  readonly href?: string;
}

/** What stands at the end of an edge. */
export type Tip = 'none' | 'arrow' | 'circle' | 'cross';

/** A line between two boxes, in the order of the text. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  readonly kind: 'normal' | 'dotted' | 'thick';
  readonly tip: Tip;
  /** True where the tip stands at both ends. */
  readonly twoWay: boolean;
}

/** A flowchart as data: what Mermaid's parser understood, and nothing about how it looks. */
export interface Graph {
  readonly direction: Direction;
  readonly title: string;
  readonly description: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
