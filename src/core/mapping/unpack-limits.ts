/**
 * Where unpacking an archive stops. Measured with zlib: tables of real rows pack 3 to 50 to 1, a thousand
 * columns that are all alike 350 to 1 (480 to 1 as UTF-16); deflate cannot do more than 1,032 to 1, which
 * is what an archive made to flood the memory comes near to.
 */
export type UnpackLimits = {
  readonly maxBytes: number;
  /** Unpacked bytes for each packed byte. */
  readonly maxRatio: number;
  /** As much as this may be unpacked at any ratio: it harms nobody. */
  readonly freeBytes: number;
};

export const UNPACK_LIMITS: UnpackLimits = {
  maxBytes: 2 ** 31,
  maxRatio: 500,
  freeBytes: 64 * 2 ** 20,
};
