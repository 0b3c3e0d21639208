/** Enough time for any browser to start the download. */
const KEEP_MILLISECONDS = 60_000;

/** Gives the reader a file to keep, as a download. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|]/g, '-');
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, KEEP_MILLISECONDS);
}
