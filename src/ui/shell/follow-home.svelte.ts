import { tick } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import type { AppState } from '../../state/app-state.svelte.ts';
import type { KeyFold } from '../../state/key-fold.svelte.ts';

/** Svelte's own `innerWidth` comes with all that it knows of windows. */
const followWidth = createSubscriber((update) => {
  const listening = new AbortController();
  globalThis.addEventListener('resize', update, { signal: listening.signal });
  return () => {
    listening.abort();
  };
});

/**
 * The home view is fitted again where what opens would cover it: on small screens and next to a wide masthead the
 * key and the list take much of the map. A record or a group reveals its own place instead. Where there is room,
 * the map does not move under a reader who opens something.
 */
export function followHome(app: AppState, keyFold: KeyFold, hasDock: () => boolean): void {
  const parts = $derived.by(() => {
    const { showing } = app.panel;
    const isFollowed = keyFold.isSmall || keyFold.isTight;
    const open = isFollowed ? `${String(keyFold.isOpen)} ${String(hasDock())} ${showing}` : '';
    followWidth();
    return `${open} ${String(globalThis.innerWidth)}`;
  });
  let before: string | undefined;
  $effect(() => {
    if (before !== undefined && before !== parts) void showHome();
    before = parts;
  });

  async function showHome(): Promise<void> {
    await tick();
    const { camera, panel } = app;
    const isAtPlace = panel.showing !== 'nothing' && panel.showing !== 'list';
    if (camera.isAtHome && !isAtPlace) camera.goHome();
  }
}
