/** The server that the page comes from. */
export type PageServer = {
  /** Whether it gives the page now: after a reload there would be none otherwise. */
  readonly answers: () => Promise<boolean>;
  readonly reload: () => void;
};

export const browserPageServer: PageServer = {
  async answers() {
    try {
      return (await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' })).ok;
    } catch {
      return false;
    }
  },
  reload() {
    location.reload();
  },
};
