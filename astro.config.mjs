import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig, passthroughImageService } from 'astro/config';
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
  markdown: {
    syntaxHighlight: false,
    // Smart punctuation would rewrite quotation marks, dashes and dots.
    processor: satteri({ features: { smartPunctuation: false } }),
  },
  integrations: [mdx()],
  vite: { build: { assetsInlineLimit: 0 }, plugins: [refreshOnChange(CONTENT)] },
  // Writes the schema of the records' front matter where the Astro extension of VS Code looks for it.
  experimental: { contentIntellisense: true },
});
