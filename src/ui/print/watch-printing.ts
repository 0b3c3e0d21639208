/** What is needed of a browser window. */
type PrintWindow = Pick<Window, 'matchMedia' | 'addEventListener'>;

/**
 * Calls back when the page begins and ends to be shown for print; returns how to stop. Developer tools
 * change the media type only, and some browsers fire no `beforeprint` for their own preview.
 */
export function watchPrinting(
  page: PrintWindow,
  changed: (isPrinting: boolean) => void,
): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let isPrinting = false;
  const turn = (isOn: boolean): void => {
    if (isOn === isPrinting) return;
    isPrinting = isOn;
    changed(isOn);
  };
  page.addEventListener(
    'beforeprint',
    () => {
      turn(true);
    },
    { signal },
  );
  page.addEventListener(
    'afterprint',
    () => {
      turn(false);
    },
    { signal },
  );
  page.matchMedia('print').addEventListener(
    'change',
    ({ matches }) => {
      turn(matches);
    },
    { signal },
  );
  return () => {
    listening.abort();
  };
}
