/** What keeps the page from working at all, though its script runs. */
export type StartObstacle = 'file' | 'sandbox' | 'no-worker';

type StartWindow = {
  readonly origin: string;
  readonly location: { readonly protocol: string };
  readonly Worker?: unknown;
};

/** Undefined where the page can start. A sandbox without `allow-same-origin` has the origin `null`. */
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

/** Says the one reason in place of all that are possible, at once. */
export function tellObstacle(page: Document, sentence: string): void {
  const text = page.getElementById(ID);
  const reasons = text?.querySelector('[data-reasons]');
  if (!text || !reasons) return;
  reasons.textContent = sentence;
  text.setAttribute('data-is-certain', '');
  reasons.setAttribute('role', 'alert');
}

/** The page starts: takes the text away that says it has not. */
export function takeAwayNotStarted(page: Document): void {
  page.getElementById(ID)?.remove();
}
