import { isAbortError } from '../core/base/latest-request.ts';

/**
 * Browsers report this as an error, but nothing broke: an element changed its size while sizes were
 * being handed out, and its new size is handed out with the next frame. Chromium and Firefox say
 * "completed with undelivered notifications", Safari and older browsers "limit exceeded".
 * Source: Resize Observer, "deliver resize loop error notification".
 */
const RESIZE_LOOP = /^(?:Uncaught )?(?:Error: )?ResizeObserver loop /;

/**
 * Calls back with each error that no code of the page caught, and with each unhandled rejection, which the
 * browser logs unless it is `expected`: something that may go wrong and was reported to the reader.
 * What was cancelled is reported to nobody.
 */
export function watchPageErrors(
  page: EventTarget,
  notify: {
    readonly error: (message: string) => void;
    readonly rejection: (reason: unknown) => 'expected' | 'bug';
  },
): void {
  page.addEventListener('error', (event) => {
    const { message } = event as ErrorEvent;
    if (!RESIZE_LOOP.test(message)) notify.error(message);
  });
  page.addEventListener('unhandledrejection', (event) => {
    const reason: unknown = (event as PromiseRejectionEvent).reason;
    if (isAbortError(reason) || notify.rejection(reason) === 'expected') event.preventDefault();
  });
}
