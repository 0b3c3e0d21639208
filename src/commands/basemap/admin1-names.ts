/**
 * Corrections by Natural Earth's code, where its English name is wrong, outdated or unclear. An area with an empty name is
 * not labelled: a city with its own place label, an area that was dissolved, or a claim in a disputed territory.
 */
export const admin1Names: Readonly<Record<string, string>> = {
  'AFG-1747': 'Ghor',
  'AFG-1752': 'Uruzgan',
  'AFG-1753': '',
  'AFG-1774': 'Wardak',
  'ARE-347': '',
  'ARG-5493': '',
  'AUS-1932': '',
  'BLR-2340': 'Mogilev',
  'BRA-599': '',
  'CHL-2692': 'Magallanes',
  'COL-1342': 'San Andrés and Providencia',
  'CZE-10369': 'Plzeň',
  'DNK-3419': 'Capital Region',
  'HRV-1604': 'Brod-Posavina',
  'IND-2445': 'Dadra and Nagar Haveli and Daman and Diu',
  'ISR-3058': '',
  'KAZ-3252': 'Zhambyl',
  'KAZ-4829': '',
  'KAZ-4830': '',
  'LBY-2978': 'Tripoli',
  'MAR-1446': 'Fès-Boulemane',
  // Regions of Morocco in Western Sahara.
  'MAR-3456': '',
  'MAR-3469': '',
  'MDA-1628': 'Transnistria',
  'MDA-1638': '',
  'MEX-2727': '',
  'MLI-2688': 'Timbuktu',
  'MLI-2794': 'Sikasso',
  'PAK-1112': '',
  'PAN-1958': 'Bocas del Toro',
  'PNG-1245': 'Bougainville',
  'RUS-2280': 'Karachay-Cherkessia',
  'RUS-2303': 'Ingushetia',
  'RUS-2305': 'North Ossetia',
  'RUS-2365': '',
  'RUS-2381': 'Nenets',
  'RUS-2382': 'Yamalo-Nenets',
  'RUS-2396': 'Khanty-Mansi',
  'RUS-2399': 'Altai Krai',
  'RUS-2400': 'Altai Republic',
  'RUS-2416': 'Chechnya',
  'RUS-2613': 'Jewish Autonomous Oblast',
  'RUS-283': 'Crimea',
  'SAU-862': 'Al Jawf',
  'SAU-885': 'Al Bahah',
  'SAU-886': 'Asir',
  'SDN-5858': 'West Darfur',
  'SDN-875': 'Gezira',
  'SDN-876': 'Gedaref',
  'TJK-368': 'Districts of Republican Subordination',
  'TJK-369': 'Sughd',
  'UKR-322': 'Odesa',
  'USA-3556': '',
  'UZB-4828': '',
  // Regions that were divided into the provinces around them.
  'VNM-451': '',
  'VNM-461': '',
  'VNM-497': '',
};

/** Claimed by two states, or drawn by Natural Earth as one's although most of the world holds it to be another's. */
export const contestedAreas: ReadonlySet<string> = new Set([
  'IND-20012',
  'IND-2431',
  'PAK-1109',
  'PAK-1111',
  'RUS-283',
  'RUS-5482',
]);

/** Countries of which the names cannot be relied on, or that are labelled as a whole. */
export const unlabelledCountries: ReadonlySet<string> = new Set([
  'CYN',
  'KAS',
  'KOS',
  'PSX',
  'SAH',
]);

/** Areas with an administration of their own that the countries around them contest; Natural Earth has no area of the name. */
export const contestedLabels: readonly (readonly [
  name: string,
  at: readonly [number, number],
  minZoom: number,
])[] = [
  ['Somaliland', [45.6, 9.7], 4.5],
  ['South Ossetia', [44.05, 42.35], 6.7],
  ['Northern Cyprus', [33.55, 35.28], 6.7],
  ['Golan Heights', [35.8, 33.02], 8],
  ['Abyei', [28.4, 9.6], 7],
];
