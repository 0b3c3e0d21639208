/** What the browser knows of the reader's wishes, with a call back when it changes. */
export type Surroundings = {
  readonly prefersDark: () => boolean;
  readonly prefersLessMotion: () => boolean;
  readonly onChange: (listener: () => void) => void;
  readonly onHidden: (listener: () => void) => void;
  /** Calls back once before the next frame with the time in milliseconds; returns how to cancel. */
  readonly nextFrame: (listener: (milliseconds: number) => void) => () => void;
  readonly after: (milliseconds: number, listener: () => void) => () => void;
};

export function browserSurroundings(): Surroundings {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const motion = matchMedia('(prefers-reduced-motion: reduce)');
  return {
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
    nextFrame: (listener) => {
      const frame = requestAnimationFrame(listener);
      return () => {
        cancelAnimationFrame(frame);
      };
    },
    after: (milliseconds, listener) => {
      const timer = setTimeout(listener, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}
