import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: 'src',
  publicDir: '../geodata',
  base: './',
  plugins: [svelte()],
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['maplibre-gl'] },
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  test: {
    root: '.',
    include: ['tests/{architecture,unit}/**/*.test.ts'],
    environment: 'node',
  },
});
