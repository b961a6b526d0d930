import { z } from 'zod';

/** Where the list of parts stands; the build takes it into the site and so into the archive. */
export const SBOM = 'public/sbom.cdx.json';

const Bom = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  serialNumber: z.string().optional(),
  metadata: z.looseObject({ component: z.looseObject({ name: z.string() }) }),
  components: z.array(
    z.looseObject({
      'bom-ref': z.string(),
      name: z.string(),
      version: z.string(),
      scope: z.string().optional(),
      hashes: z.array(z.object({ alg: z.string(), content: z.string() })).optional(),
    }),
  ),
});
export type Bom = z.infer<typeof Bom>;

/** Reads a list of parts in the form of CycloneDX (ECMA-424). Throws where it is none. */
export function readSbom(text: string): Bom {
  return Bom.parse(JSON.parse(text));
}

/**
 * Makes the list that `npm sbom` prints the same wherever and whenever it is made: without time, serial number and the version
 * of npm, the project by its name instead of its folder's, parts in the order of their names.
 */
export function normaliseSbom(text: string, name: string): string {
  const { serialNumber: _, ...bom } = readSbom(text);
  const { timestamp: _time, tools: _tools, ...metadata } = bom.metadata;
  const components = bom.components.toSorted((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
  const named = { ...metadata, component: { ...metadata.component, name } };
  return `${JSON.stringify({ ...bom, metadata: named, components })}\n`;
}
