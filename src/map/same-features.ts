import type { Feature, Geometry, Point } from 'geojson';

const isPoint = (geometry: Geometry): geometry is Point => geometry.type === 'Point';

/** Points by their coordinates; other shapes by reference, since theirs are long and made once. */
function sameGeometry(a: Geometry, b: Geometry): boolean {
  if (a === b) return true;
  if (!isPoint(a) || !isPoint(b)) return false;
  return a.coordinates[0] === b.coordinates[0] && a.coordinates[1] === b.coordinates[1];
}

function sameProperties(a: Feature['properties'], b: Feature['properties']): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** Whether two sets of features draw the same: then the map need not lay them out again. */
export const sameFeatures = (a: readonly Feature[], b: readonly Feature[]): boolean =>
  a.length === b.length &&
  a.every((one, i) => {
    const other = b[i];
    return (
      other !== undefined &&
      (one === other ||
        (sameGeometry(one.geometry, other.geometry) &&
          sameProperties(one.properties, other.properties)))
    );
  });
