/** A reason why the page cannot work although its script runs. */
export type StartObstacle = 'file' | 'sandbox' | 'no-worker';

type StartWindow = {
  readonly origin: string;
  readonly location: { readonly protocol: string };
  readonly Worker?: unknown;
};

/** Returns undefined if the page can start. A sandbox without `allow-same-origin` has the origin `null`. */
export function startObstacle({
  origin,
  location,
  Worker: worker,
}: StartWindow): StartObstacle | undefined {
  if (location.protocol === 'file:') return 'file';
  if (origin === 'null') return 'sandbox';
  return typeof worker === 'function' ? undefined : 'no-worker';
}

const ID = 'not-started';

/** Replaces the list of possible reasons by the actual one and announces it. */
export function showObstacle(page: Document, sentence: string): void {
  const text = page.getElementById(ID);
  const reasons = text?.querySelector('[data-reasons]');
  if (!text || !reasons) return;
  reasons.textContent = sentence;
  text.setAttribute('data-is-certain', '');
  reasons.setAttribute('role', 'alert');
}

/** Removes the "not started" text once the page starts. */
export function removeNotStarted(page: Document): void {
  page.getElementById(ID)?.remove();
}
