/** Where coordinates say no more than about a kilometre, a closer view would know no more. */
export const COARSE_LIMIT = 11;
/** The closest view of all: a pixel is 60 cm at the equator. */
export const FINEST_LIMIT = 17;

/** As far as a home view zooms in: it shows places with their surroundings. */
export const homeZoomOf = (limit: number): number => limit - 2;
