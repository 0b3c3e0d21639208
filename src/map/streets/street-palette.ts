import type { OsmOptions } from '@versatiles/style';

/** The colours of the page as `@versatiles/style` takes them; its own fill in for what is left out. */
export type StreetColors = NonNullable<OsmOptions['colors']>;

/** Streets stay behind the marks: few colours, all close to that of the land. Their home is `tokens.css`. */
export function readStreetColors(root: Element): Required<StreetColors> {
  const style = getComputedStyle(root);
  const token = (name: string): string => style.getPropertyValue(`--map-${name}`).trim();
  const land = token('land');
  const water = token('water');
  const built = token('built');
  const green = token('green');
  const road = token('road');
  const roadEdge = token('road-edge');
  const mainRoad = token('main-road');
  const rail = token('rail');
  const label = token('label');
  const labelSoft = token('label-soft');
  return {
    background: land,
    land,
    water,
    glacier: token('region'),
    natureWood: green,
    natureGrass: green,
    naturePark: green,
    natureAgriculture: land,
    natureSand: land,
    natureRock: land,
    natureWetland: green,
    natureLeisure: green,
    areaResidential: built,
    areaCommercial: built,
    areaIndustrial: built,
    areaWaste: built,
    areaBurial: green,
    siteConstruction: built,
    siteEducation: built,
    siteHospital: built,
    siteDanger: built,
    sitePrison: built,
    siteParking: built,
    siteSports: green,
    building: token('building'),
    buildingBg: token('building'),
    roadStreet: road,
    roadStreetBg: roadEdge,
    roadMotorway: mainRoad,
    roadMotorwayBg: roadEdge,
    roadTrunk: mainRoad,
    roadTrunkBg: roadEdge,
    transitRail: rail,
    transitSubway: rail,
    transitCycle: road,
    transitFoot: roadEdge,
    boundary: token('border'),
    boundaryDisputed: token('border'),
    label,
    labelHalo: token('label-halo'),
    labelShield: road,
    labelSymbol: labelSoft,
    labelPoi: labelSoft,
    labelHousenumber: labelSoft,
    labelWater: token('label-water'),
  };
}
