import type { Comparison } from '../../state/comparison.svelte.ts';

/** Shows one period again. A focus on what goes away moves to what begins a comparison. */
export function endComparison(comparison: Comparison): void {
  const isFocusInside =
    document.activeElement?.closest('[data-compares], [data-second]') instanceof HTMLElement;
  comparison.end();
  if (!isFocusInside) return;
  const button = document.getElementById('open-dates') ?? document.getElementById('compare');
  button?.focus({ preventScroll: true });
}
