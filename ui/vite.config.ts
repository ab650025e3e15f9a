import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const here = import.meta.dirname;
const { version } = JSON.parse(readFileSync(resolve(here, 'package.json'), 'utf8')) as { version: string };

export default defineConfig({
  plugins: [react()],
  define: { __VERSION__: JSON.stringify(version) },
  // Relative addresses: the desktop shell and the loopback host serve the same build.
  base: './',
  server: { port: 5173, strictPort: true, host: '127.0.0.1', fs: { allow: [resolve(here, '..')] } },
  build: {
    target: ['es2022', 'safari16.4'],
    outDir: 'dist',
    emptyOutDir: true,
    // Fonts and art stay files of their own: the content security policy allows no data addresses for fonts.
    assetsInlineLimit: 0,
    // One sheet: rules of parts and of screens stand in the same order whichever screen is opened first.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Needed before anything inherited is frozen; the calendars that use it come later.
            { name: 'dates', test: /node_modules[\\/]dayjs/ },
            // Names of styles: in a file of their own, so that the window need not fetch a form for them.
            { name: 'styles', test: /\.module\.css$/ },
            // Otherwise one small file for each icon that two screens share.
            { name: 'icons', test: /node_modules[\\/]@tabler|shared[\\/]icons/ },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 500,
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test-setup.ts'],
    css: false,
  },
});
