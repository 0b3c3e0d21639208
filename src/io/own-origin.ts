/** True if a URL is on the page's own origin, so that a request contacts no other site. */
export const isOwnOrigin = (address: string): boolean =>
  new URL(address, document.baseURI).origin === location.origin;
