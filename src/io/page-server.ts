/** The server that the page comes from. */
export type PageServer = {
  /** Resolves to true if the server delivers the page now; otherwise a reload would lose it. */
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
