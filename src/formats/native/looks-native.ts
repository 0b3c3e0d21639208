const marks = [
  /"type"\s*:\s*"Feature(?:Collection)?"/,
  /"target"\s*:\s*"/,
  /"place"\s*:\s*\{/,
  /"reports"\s*:\s*\[/,
];

/**
 * True for a GeoJSON file of this project's own codebook, from the first few kilobytes of its text:
 * `read-incidents` reads such a file with its reports, which a table would lose. A collection, a
 * list of features, one feature, or one feature a line (RFC 8142 or not).
 */
export const looksNative = (firstText: string): boolean =>
  /^[\s\u001e\ufeff]*[{[]/.test(firstText) && marks.every((mark) => mark.test(firstText));
