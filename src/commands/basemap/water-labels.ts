import type { Position } from 'geojson';

interface WaterLabel {
  readonly name: string;
  readonly water: 'ocean' | 'sea' | 'lake' | 'river';
  readonly minZoom: number;
  readonly maxZoom?: number;
  readonly at: Position;
  readonly name_local?: string;
}

/**
 * Around Iraq. Only waters whose geometry is drawn: the source has no Great Zab, Little Zab or Lake Dukan. River labels
 * are on points of their lines.
 */
const regionWaters: readonly WaterLabel[] = [
  { name: 'Caspian Sea', water: 'sea', minZoom: 4, at: [50.9, 38.6] },
  { name: 'Persian Gulf', water: 'sea', minZoom: 4.5, at: [49.6, 29.1] },
  {
    name: 'Lake Urmia',
    water: 'lake',
    minZoom: 5.5,
    at: [45.45, 37.65],
    name_local: 'دریاچه ارومیه',
  },
  { name: 'Lake Van', water: 'lake', minZoom: 5.5, at: [42.9, 38.6], name_local: 'Van Gölü' },
  { name: 'Lake Sevan', water: 'lake', minZoom: 6, at: [45.4, 40.25] },
  {
    name: 'Lake Tharthar',
    water: 'lake',
    minZoom: 6,
    at: [43.2, 33.95],
    name_local: 'بحيرة الثرثار',
  },
  {
    name: 'Lake Razzaza',
    water: 'lake',
    minZoom: 6.5,
    at: [43.65, 32.75],
    name_local: 'بحيرة الرزازة',
  },
  { name: 'Tigris', water: 'river', minZoom: 6.2, at: [42.77, 36.54], name_local: 'دجلة' },
  { name: 'Tigris', water: 'river', minZoom: 6.2, at: [44.87, 32.93], name_local: 'دجلة' },
  { name: 'Euphrates', water: 'river', minZoom: 6.2, at: [40.62, 34.84], name_local: 'الفرات' },
  { name: 'Euphrates', water: 'river', minZoom: 6.2, at: [43.11, 33.53], name_local: 'الفرات' },
  { name: 'Euphrates', water: 'river', minZoom: 6.2, at: [44.36, 32.16], name_local: 'الفرات' },
];

/** Name, longitude, latitude, first zoom. */
const oceans: readonly (readonly [string, number, number])[] = [
  ['North Atlantic Ocean', -42, 34],
  ['South Atlantic Ocean', -16, -25],
  ['North Pacific Ocean', -150, 32],
  ['North Pacific Ocean', 160, 28],
  ['South Pacific Ocean', -125, -28],
  ['Indian Ocean', 80, -25],
  ['Southern Ocean', 60, -60],
  ['Arctic Ocean', -170, 78],
];

const seas: readonly (readonly [string, number, number, number])[] = [
  ['Mediterranean Sea', 18.5, 34.6, 3],
  ['Black Sea', 34.5, 43.2, 3.5],
  ['Sea of Azov', 36.6, 46.1, 5.5],
  ['Aegean Sea', 25.1, 38.6, 5],
  ['Adriatic Sea', 15.8, 43, 5],
  ['Ionian Sea', 19, 38, 5],
  ['Tyrrhenian Sea', 12.2, 40, 5],
  ['Caspian Sea', 50.4, 43, 5],
  ['Red Sea', 38.2, 20.2, 3.5],
  ['Gulf of Aden', 47.5, 12.3, 4],
  ['Persian Gulf', 51.9, 26.8, 5.5],
  ['Gulf of Oman', 58.6, 24.8, 5],
  ['Arabian Sea', 63.5, 15, 2.5],
  ['Bay of Bengal', 88, 14, 2.5],
  ['Andaman Sea', 95.7, 11, 4],
  ['Gulf of Thailand', 101.3, 10.2, 5],
  ['South China Sea', 113.5, 14.5, 3],
  ['East China Sea', 125, 29, 3.5],
  ['Yellow Sea', 123.2, 36, 4],
  ['Taiwan Strait', 119.4, 24.3, 6],
  ['Sea of Japan (East Sea)', 135, 40, 3.5],
  ['Sea of Okhotsk', 149, 54, 3],
  ['Bering Sea', -177.5, 57.5, 3],
  ['Bering Strait', -169.2, 66.1, 5],
  ['Philippine Sea', 132, 18, 3],
  ['Java Sea', 111.5, -5, 4],
  ['Celebes Sea', 122, 3.4, 4.5],
  ['Banda Sea', 127, -5.6, 4.5],
  ['Timor Sea', 127, -11.2, 4.5],
  ['Arafura Sea', 135.5, -9.4, 4],
  ['Coral Sea', 155, -16, 3],
  ['Tasman Sea', 160, -38, 3],
  ['Gulf of Carpentaria', 139, -14, 5],
  ['Great Australian Bight', 130, -34, 4],
  ['North Sea', 3.4, 56.2, 3.5],
  ['Norwegian Sea', 2, 67, 3],
  ['Baltic Sea', 19.4, 57.6, 4],
  ['Gulf of Bothnia', 19.8, 62.3, 5],
  ['Gulf of Finland', 26.3, 59.9, 6],
  ['English Channel', -2, 50, 5.5],
  ['Celtic Sea', -7.6, 50.3, 5],
  ['Irish Sea', -5, 53.8, 6],
  ['Bay of Biscay', -4.6, 45.3, 4],
  ['Strait of Gibraltar', -5.6, 35.95, 7],
  ['Barents Sea', 40, 74, 3],
  ['White Sea', 38.4, 65.4, 5.5],
  ['Kara Sea', 70, 76, 3.5],
  ['Laptev Sea', 125, 76, 3.5],
  ['East Siberian Sea', 160, 74, 3.5],
  ['Chukchi Sea', -170, 69.6, 4],
  ['Beaufort Sea', -140, 72.5, 3.5],
  ['Greenland Sea', -6, 76, 3.5],
  ['Labrador Sea', -52, 57.5, 3.5],
  ['Baffin Bay', -67, 73.5, 3.5],
  ['Hudson Bay', -85.5, 59.5, 3],
  ['Gulf of St. Lawrence', -62, 48.2, 5],
  ['Gulf of Alaska', -146, 57, 3.5],
  ['Gulf of Mexico', -90, 25, 3],
  ['Caribbean Sea', -75, 15, 3],
  ['Sargasso Sea', -62, 28, 4],
  ['Gulf of California', -111.3, 27, 5],
  ['Gulf of Panama', -79.3, 8, 6],
  ['Gulf of Guinea', 2.5, 2, 3.5],
  ['Mozambique Channel', 41, -19, 4],
  ['Drake Passage', -64, -58.6, 3.5],
  ['Scotia Sea', -45, -57, 4],
  ['Weddell Sea', -45, -72, 3.5],
  ['Ross Sea', -175, -76, 3.5],
];

const lakes: readonly (readonly [string, number, number, number])[] = [
  ['Lake Superior', -87.6, 47.6, 5],
  ['Lake Michigan', -87, 43.6, 5],
  ['Lake Huron', -82.3, 44.9, 5],
  ['Lake Erie', -81.2, 42.2, 5.5],
  ['Lake Ontario', -77.8, 43.6, 5.5],
  ['Great Bear Lake', -121, 66, 5],
  ['Great Slave Lake', -114.2, 61.6, 5],
  ['Lake Winnipeg', -97.6, 52.8, 5.5],
  ['Lake Victoria', 33, -1.2, 5],
  ['Lake Tanganyika', 29.7, -6.6, 5.5],
  ['Lake Malawi', 34.6, -11.8, 5.5],
  ['Lake Turkana', 36.1, 3.7, 6.5],
  ['Lake Ladoga', 31.4, 60.8, 5.5],
  ['Lake Onega', 35.4, 61.7, 6],
  ['Lake Baikal', 108.3, 53.6, 5],
  ['Lake Balkhash', 74, 46.3, 6],
  ['Lake Titicaca', -69.4, -15.8, 6.5],
];

export const waterLabels: readonly WaterLabel[] = [
  ...regionWaters,
  ...oceans.map(([name, longitude, latitude]): WaterLabel => ({
    name,
    water: 'ocean',
    minZoom: 1,
    maxZoom: 6,
    at: [longitude, latitude],
  })),
  ...listed('sea', seas),
  ...listed('lake', lakes),
];

function listed(
  water: WaterLabel['water'],
  rows: readonly (readonly [string, number, number, number])[],
): WaterLabel[] {
  return rows.map(([name, longitude, latitude, minZoom]) => ({
    name,
    water,
    minZoom,
    at: [longitude, latitude],
  }));
}
