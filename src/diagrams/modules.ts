import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface MermaidAndWindow {
  readonly mermaid: typeof import('mermaid').default;
  /** The document whose HTML parser tells what a label says. */
  readonly document: Document;
}

let loaded: Promise<MermaidAndWindow> | null = null;
let elk: InstanceType<typeof import('elkjs/lib/elk.bundled.js').default> | null = null;

/**
 * Mermaid with a window of its own, loaded once per process when first needed (about 0.4 s).
 *
 * Its sanitiser binds to the `window` it finds while it loads, so a jsdom window stands in the global scope for exactly
 * that long. Loading by `require` is synchronous: no other code of the process can take Node for a browser meanwhile, and
 * no bundler tries to take Mermaid in.
 */
export function loadMermaid(): Promise<MermaidAndWindow> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<MermaidAndWindow> {
  const { JSDOM }: typeof import('jsdom') = require('jsdom');
  const { window } = new JSDOM('');
  const mermaid = withGlobals({ window, document: window.document, injected: undefined }, () => {
    const { default: main }: typeof import('mermaid') = require('mermaid');
    return main;
  });
  // Mermaid only parses here. `loose` makes it hand over addresses as written instead of decoding them; what may be linked
  // to is decided by `parse.ts`, labels are sanitised at every level, and functions that a text names are never bound.
  mermaid.initialize({ startOnLoad: false, securityLevel: 'loose', logLevel: 'fatal' });
  // Only this makes Mermaid register its kinds of diagrams.
  await mermaid.parse('flowchart TB\n  a');
  return { mermaid, document: window.document };
}

/** Runs a function with these globals, and puts back whatever was there before. */
function withGlobals<Result>(globals: Readonly<Record<string, unknown>>, run: () => Result): Result {
  const before = Object.keys(globals).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  try {
    return run();
  } finally {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
  }
}

/** The layout engine, once per process: Eclipse Layout Kernel compiled to JavaScript, in this thread. */
export function loadElk(): NonNullable<typeof elk> {
  if (elk !== null) return elk;
  const { default: Elk }: typeof import('elkjs/lib/elk.bundled.js') = require('elkjs/lib/elk.bundled.js');
  elk = new Elk();
  return elk;
}

/** The reader of font files. */
export function loadFontkit(): typeof import('fontkit') {
  return require('fontkit');
}
