import { Parser } from 'htmlparser2';
import { argumentMap, drawSvg, layout, parseFlowchart } from '../../diagrams/index.ts';
import { fontMeasure } from '../../diagrams/measure.ts';
import { Decision } from '../../model/decision.ts';
import { PrecedentError } from '../../model/problem.ts';
import { texts } from '../inputs.ts';
import { must, type Target } from '../target.ts';
import { hostileDecision, SEPARATOR } from './hostile-decision.ts';
import { threeWords } from './records.ts';

const MERMAID = [
  'flowchart LR\n',
  'a --> b\n',
  'a["x"]',
  'a -->|x| b\n',
  ':::question',
  'click a href "/x/"\n',
  'click a call x()\n',
  'subgraph x\n',
  'end\n',
  'style a fill:#f00\n',
  'classDef x fill:#f00\n',
  '%%{init: {}}%%\n',
  '%% x\n',
  '#quot;',
  '#59;',
  ';',
  '"',
  '`',
  '&',
  '{{x}}',
  '((x))',
  'accTitle: x\n',
  'accDescr {\nx\n}\n',
  '---\ntitle: x\n---\n',
  '~~~',
  '@{ shape: x }',
  'a & b',
  'fa:fa-x',
  '$$x$$',
  'href "javascript:alert(1)"',
  '\n',
];

/** Any text for a diagram: a graph whose links lead nowhere but where links may, or a refusal. */
export const mermaidText: Target = {
  name: 'mermaid',
  takes: 'the reading of diagrams, whatever is written for one',
  inputs: texts(['flowchart LR\n  a["one"]:::question\n  b["two"]\n  a -.->|so| b\n  click a href "/x/"\n'], MERMAID),
  check: async (text) => {
    try {
      const { nodes, edges } = await parseFlowchart(text);
      const ids = new Set(nodes.map(({ id }) => id));
      for (const { from, to } of edges) must(ids.has(from) && ids.has(to), 'an edge to nowhere');
      for (const { href } of nodes) must(href === undefined || isSafe(href), `a link to ${href}`);
    } catch (error) {
      if (!(error instanceof PrecedentError)) throw error;
    }
  },
};

const ELEMENTS = new Set([
  'svg',
  'title',
  'desc',
  'g',
  'a',
  'rect',
  'path',
  'text',
  'tspan',
  'defs',
  'marker',
  'circle',
]);

/** The map of a decision with any words: drawn, with the elements and links that we draw and no others. */
export const maps: Target = {
  name: 'argument-map',
  takes: 'the drawing of a decision with any words in it',
  inputs: threeWords(MERMAID),
  check: async (input) => {
    const [title = '', exact = '', name = ''] = input.split(SEPARATOR);
    const decision = Decision.parse(hostileDecision(title || 'x', exact || 'x', name || 'x'));
    const text = argumentMap(decision, { terms: [], hrefOf: (id) => `/${id}/` });
    // Without the cache: a picture of made-up words is wanted once.
    const svg = drawSvg(await layout(await parseFlowchart(text), fontMeasure()), 'map');
    const parser = new Parser({
      onopentag(element, attributes) {
        must(ELEMENTS.has(element.toLowerCase()), `an element ${element}`);
        for (const attribute of Object.keys(attributes)) must(!/^on|^xlink:|^style$/i.test(attribute), attribute);
        must(
          attributes.href === undefined || /^\/[A-Za-z0-9-]+\/$/.test(attributes.href),
          `a link to ${attributes.href}`,
        );
      },
      onprocessinginstruction: (what) => must(false, `<${what}>`),
      oncomment: () => must(false, 'a comment'),
    });
    parser.end(svg);
  },
};

function isSafe(href: string): boolean {
  return /^https?:\/\//i.test(href) || /^(?:\/(?![/\\])|\.{1,2}\/|#|\?)/.test(href);
}
