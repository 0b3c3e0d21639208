/** What the browser knows of the reader's preferences, with a call back when it changes. */
export type Environment = {
  /** The page is shown inside another page. */
  readonly isFramed: boolean;
  readonly prefersDark: () => boolean;
  readonly prefersLessMotion: () => boolean;
  readonly onChange: (listener: () => void) => void;
  readonly onHidden: (listener: () => void) => void;
  /** Calls back once after the time has passed; returns a function that cancels it. */
  readonly after: (milliseconds: number, listener: () => void) => () => void;
  /** The same, but the time starts after the next frame is painted, so that a slow frame is not idle time. */
  readonly afterPainting: (milliseconds: number, listener: () => void) => () => void;
};

export function browserEnvironment(): Environment {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const motion = matchMedia('(prefers-reduced-motion: reduce)');
  return {
    isFramed: window.self !== window.top,
    prefersDark: () => dark.matches,
    prefersLessMotion: () => motion.matches,
    onChange: (listener) => {
      dark.addEventListener('change', listener);
      motion.addEventListener('change', listener);
    },
    onHidden: (listener) => {
      document.addEventListener('visibilitychange', () => {
        if (document.hidden) listener();
      });
    },
    after: (milliseconds, listener) => {
      const timer = setTimeout(listener, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
    afterPainting: (milliseconds, listener) => {
      const waiting: { frame?: number; timer?: ReturnType<typeof setTimeout> } = {};
      const wait = (): void => {
        waiting.timer = setTimeout(listener, milliseconds);
      };
      // The second frame begins when the first is done; a hidden page has none.
      if (document.hidden) wait();
      else
        waiting.frame = requestAnimationFrame(() => {
          waiting.frame = requestAnimationFrame(wait);
        });
      return () => {
        cancelAnimationFrame(waiting.frame ?? 0);
        clearTimeout(waiting.timer);
      };
    },
  };
}
