import { defineConfig, passthroughImageService } from 'astro/config';
import { sharedModules } from './src/build/shared-modules.ts';
import { refreshOnChange } from './src/dev/refresh.ts';
import { CONTENT } from './src/site/root.ts';
import { BASE, SITE } from './src/site/urls.ts';

// Astro asks for consent by this variable only; the build says nothing to anyone.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

export default defineConfig({
  site: SITE,
  base: BASE,
  output: 'static',
  trailingSlash: 'always',
  // Style sheets are files, so that the content security policy needs no exception for inline style.
  build: { format: 'directory', inlineStylesheets: 'never' },
  // Keeps the blank between two inline elements; the 'jsx' way of Astro 7 drops it.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  prefetch: false,
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  vite: { build: { assetsInlineLimit: 0 }, plugins: [sharedModules(import.meta.dirname), refreshOnChange(CONTENT)] },
  // Writes the schema of the records' front matter where the Astro extension of VS Code looks for it.
  experimental: { contentIntellisense: true },
});
