import type { Environment } from 'vitest/runtime';

/** Node, for which Svelte's modules are compiled as for a browser: on a server, effects never run. */
export default {
  name: 'node-with-effects',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => undefined }),
} satisfies Environment;
