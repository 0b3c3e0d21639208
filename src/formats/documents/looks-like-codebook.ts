const marks = [
  /"type"\s*:\s*"FeatureCollection"/,
  /"target"\s*:\s*"/,
  /"place"\s*:\s*\{/,
  /"reports"\s*:\s*\[/,
];

/**
 * True for a GeoJSON file of this project's own codebook, from the first few kilobytes of its text:
 * `read-incidents` reads such a file with its reports, which a sheet would flatten.
 */
export const looksLikeCodebook = (firstText: string): boolean =>
  /^\s*\{/.test(firstText) && marks.every((mark) => mark.test(firstText));
