/**
 * A part of the page that is loaded when there is first a cause for it, once for all who ask: a page that is printed
 * waits for nothing. Undefined while there is no cause, and until the part is loaded.
 */
export function onDemand<Part>(load: () => Promise<Part>): (cause: unknown) => Part | undefined {
  let loaded = $state.raw<Part>();
  return (cause) => {
    if (cause === undefined || cause === false) return undefined;
    if (!loaded) void load().then((part) => (loaded = part));
    return loaded;
  };
}
