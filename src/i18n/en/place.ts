/** Where something happened. */
export const place = {
  governorate: (name: string): string => `${name} governorate`,
  district: (name: string): string => `${name} district`,
  /** How closely a place is known; on what ground. */
  precision: (precision: string, basis: string): string => `${precision}; ${basis}`,
  north: (degrees: string): string => `${degrees}° N`,
  south: (degrees: string): string => `${degrees}° S`,
  east: (degrees: string): string => `${degrees}° E`,
  west: (degrees: string): string => `${degrees}° W`,
};
