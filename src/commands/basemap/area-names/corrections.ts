/** What is wrong or missing in Natural Earth's table of first-level areas. */
export type AreaCorrection = {
  readonly name?: string;
  /** Sure spellings that it lacks. */
  readonly names?: readonly string[];
  /** Names of the table that are another area's: its alternates, its own name too, or those of its gazetteers too. */
  readonly wrong?: 'alternates' | 'name' | 'all';
  /** Younger areas that it still includes: rows of theirs are known to be in it. */
  readonly also?: readonly string[];
};

/** By Natural Earth's `adm1_code`. */
export const AREA_CORRECTIONS: Readonly<Record<string, AreaCorrection>> = {
  // Names that belong to a neighbour, or to two areas at once.
  'AFG-1753': { name: 'Daykundi', names: ['Daikundi', 'Dai Kundi'], wrong: 'name' },
  'AFG-1769': { name: 'Panjshir', names: ['Panjsher', 'Panjshayr'], wrong: 'name' },
  'AFG-1759': { wrong: 'alternates' },
  'AZE-1735': { name: 'Lachin', names: ['Laçın'], wrong: 'name' },
  'GBR-2108': { name: 'Wirral', wrong: 'name' },
  'HRV-1604': { name: 'Požega-Slavonia', names: ['Požeško-Slavonska'], wrong: 'all' },
  'MLT-5977': { name: 'Żebbuġ (Gozo)', wrong: 'all' },
  'MOZ-5854': { name: 'Maputo City', names: ['Cidade de Maputo'], wrong: 'name' },
  'SDN-5857': {
    name: 'East Darfur',
    names: ['Sharq Darfur', 'Eastern Darfur'],
    wrong: 'alternates',
  },
  'SDN-5859': { names: ['Wasat Darfur', 'Wasat Dārfūr'], wrong: 'alternates' },
  'SDN-5858': { name: 'West Darfur', names: ['Western Darfur', 'Gharb Dārfūr'] },
  'SRB-833': { name: 'Rasina', wrong: 'name' },
  'UGA-3371': { name: 'Kiruhura', wrong: 'name' },
  'UKR-4826': { name: 'Kyiv City', names: ['Kiev City', 'Misto Kyiv', 'Kyiv (city)'] },
  'UZB-4828': { name: 'Tashkent City', names: ['Toshkent Shahri'], wrong: 'name' },
  'YEM-3498': {
    name: 'Amanat al-Asimah',
    names: ["Sana'a City", 'Sanaa City', "Amanat Al 'Asimah", 'Capital Municipality'],
  },
  // Spellings that the table lacks.
  'MEX-2727': { name: 'Mexico City', names: ['Ciudad de México', 'Distrito Federal', 'CDMX'] },
  'SOM-2407': { names: ['Banadir', 'Benadir'] },
  'COL-1399': { name: 'Bogotá', names: ['Bogotá D.C.', 'Bogotá, D.C.'] },
  'IND-2428': { names: ['NCT of Delhi', 'National Capital Territory of Delhi'] },
  'MMR-3277': { names: ['Shan-South', 'Shan-North', 'Shan-East'] },
  'MMR-3268': { names: ['Bago-East', 'Bago-West'] },
  'GBR-4809': { name: 'City of London', wrong: 'name' },
  // Today's English names.
  'FRA-2000': { name: 'French Guiana', names: ['Guyane française', 'Guyane'] },
  'FRA-4601': { name: 'Réunion', names: ['La Réunion'] },
  'AFG-1748': { name: 'Sar-e Pol' },
  'AFG-1752': { name: 'Uruzgan' },
  'AFG-3413': { name: 'Paktia' },
  'ETH-3131': { name: 'Oromia' },
  'IRN-3211': { name: 'Isfahan' },
  'IRN-3237': { name: 'West Azerbaijan' },
  'IRN-3238': { name: 'East Azerbaijan' },
  'IRN-3241': { name: 'Kurdistan' },
  'LBY-2978': { name: 'Tripoli' },
  'NGA-2867': { name: 'Nasarawa' },
  'RUS-2364': { name: 'Moscow Oblast' },
  'RUS-2365': { name: 'Moscow' },
  'RUS-2611': { name: 'Primorsky Krai' },
  'RUS-2615': { name: 'Magadan' },
  'SDN-875': { name: 'Gezira', names: ['Al Jazirah', 'El Gezira', 'Jazirah'] },
  'SDN-876': { name: 'Gedaref', names: ['Al Qadarif', 'Gadaref'] },
  'SDN-882': { name: 'South Kordofan' },
  'SDN-883': { name: 'North Kordofan' },
  'SOM-2315': { name: 'Middle Juba' },
  'SOM-2316': { name: 'Lower Shebelle', names: ['Shabelle Hoose', 'Lower Shabelle'] },
  'SOM-2410': { name: 'Middle Shebelle', names: ['Shabelle Dhexe', 'Middle Shabelle'] },
  'SOM-2645': { name: 'Lower Juba' },
  'UKR-320': { name: 'Kirovohrad' },
  'UKR-322': { name: 'Odesa' },
  'UKR-331': { name: 'Zaporizhzhia' },
  'YEM-158': { name: 'Taiz' },
  'YEM-334': { name: "Ad Dali'", names: ['Al Dhale', 'Ad Dhale', 'Dhale'] },
  'YEM-3496': { name: "Sana'a", names: ['Sanaa', 'Şan‘ā’'] },
  'YEM-3497': { also: ['Socotra', 'Soqatra', 'Suqutra'] },
  'YEM-3510': { name: 'Aden' },
  'COD-1883': { name: 'Kongo Central', names: ['Bas-Congo'] },
  'COD-1894': { name: 'South Kivu' },
  'COD-1898': { name: 'North Kivu' },
  'UKR-321': { name: 'Kyiv', names: ['Kiev', 'Kyiv Oblast'] },
  'SYR-137': { name: 'Aleppo' },
  'SYR-138': { name: 'Hama' },
  'SYR-139': { name: 'Homs' },
  'SYR-141': { name: 'Al-Hasakah', names: ['Hasakeh', 'Hassakeh', 'Hasaka', 'Al-Hasakeh'] },
  'SYR-144': {
    names: ['Rural Damascus', 'Rif Damascus', 'Damascus Countryside', 'Damascus Rural'],
  },
  'PAK-1111': { name: 'Gilgit-Baltistan' },
  'PAK-1123': { name: 'Khyber Pakhtunkhwa', names: ['KPK', 'NWFP'] },
  'PAK-1112': { name: 'FATA', names: ['Federally Administered Tribal Areas'] },
  'PAK-1110': { name: 'Islamabad', names: ['Islamabad Capital Territory'] },
  'SDN-5856': { name: 'South Darfur' },
  'ISR-3053': { name: 'Southern District', names: ['HaDarom'] },
  'ISR-3056': { name: 'Northern District', names: ['HaZafon'] },
  'ISR-3055': { name: 'Central District', names: ['HaMerkaz'] },
  // Younger areas.
  'BGD-1806': { also: ['Mymensingh'] },
  'COD-1461': { also: ['Mongala', 'Nord-Ubangi', 'Sud-Ubangi', 'Tshuapa'] },
  'COD-1559': { also: ['Ituri', 'Tshopo', 'Haut-Uélé', 'Bas-Uélé'] },
  'COD-1871': { also: ['Kwango', 'Kwilu', 'Mai-Ndombe'] },
  'COD-1872': { also: ['Kasaï', 'Kasaï-Central'] },
  'COD-1896': { also: ['Lomami', 'Sankuru'] },
  'COD-1897': { also: ['Haut-Katanga', 'Haut-Lomami', 'Lualaba', 'Tanganyika'] },
  'ETH-3129': {
    names: ['SNNP', 'SNNPR'],
    also: ['Sidama', 'South West Ethiopia', 'South Ethiopia', 'Central Ethiopia'],
  },
  'GHA-2155': { also: ['Savannah', 'North East'] },
  'GHA-2159': { also: ['Bono', 'Bono East', 'Ahafo'] },
  'GHA-2162': { also: ['Western North'] },
  'GHA-2173': { also: ['Oti'] },
  'IDN-1185': { also: ['Kalimantan Utara', 'North Kalimantan'] },
  'IDN-558': { also: ['Central Papua', 'Highland Papua', 'South Papua'] },
  'IDN-1933': { also: ['Southwest Papua', 'Papua Barat Daya'] },
  'KEN-889': {
    also: ['Marsabit', 'Isiolo', 'Meru', 'Tharaka-Nithi', 'Embu', 'Kitui', 'Machakos', 'Makueni'],
    wrong: 'alternates',
  },
  'KEN-890': {
    also: [
      ...['Turkana', 'West Pokot', 'Samburu', 'Trans Nzoia', 'Uasin Gishu', 'Elgeyo-Marakwet'],
      ...['Nandi', 'Baringo', 'Laikipia', 'Nakuru', 'Narok', 'Kajiado', 'Kericho', 'Bomet'],
    ],
  },
  'KEN-891': { also: ['Kakamega', 'Vihiga', 'Bungoma', 'Busia'] },
  'KEN-893': { also: ['Garissa', 'Wajir', 'Mandera'] },
  'KEN-1193': { also: ['Mombasa', 'Kwale', 'Kilifi', 'Tana River', 'Lamu', 'Taita-Taveta'] },
  'KEN-1195': { also: ['Nyandarua', 'Nyeri', 'Kirinyaga', "Murang'a", 'Kiambu'] },
  'KEN-1197': { also: ['Siaya', 'Kisumu', 'Homa Bay', 'Migori', 'Kisii', 'Nyamira'] },
  'LBN-3022': { also: ['Baalbek-Hermel', 'Baalbek-El Hermel'] },
  'LBN-3023': { also: ['Akkar'] },
  'MLI-2688': { also: ['Taoudénit', 'Taoudenni'] },
  'MLI-2690': { also: ['Ménaka'] },
  'MLI-2809': { also: ['Bandiagara', 'Douentza'] },
  'MMR-3267': { also: ['Nay Pyi Taw', 'Naypyidaw', 'Naypyitaw'] },
  'SDS-870': { also: ['Greater Pibor', 'Pibor'] },
  'SDS-871': { also: ['Ruweng'] },
  'SOL+00?': { also: ['Awdal', 'Woqooyi Galbeed', 'Togdheer', 'Sool', 'Sanaag'] },
  'TCD-5579': { also: ['Ennedi Est', 'Ennedi Ouest'] },
};

/** Countries of which the table has second-level areas: files name the divisions that these are part of. */
export const HAS_REGIONS: ReadonlySet<string> = new Set(
  'BA BE BF ES FR GB GN IT LK MW PH UG XK'.split(' '),
);

/** Sinhalese names in the table. */
export const REGION_NAMES: Readonly<Record<string, string>> = {
  'Næ̆gĕnahira paḷāta': 'Eastern',
  'Uturu paḷāta': 'Northern',
  'Vayamba paḷāta': 'North Western',
  'Basnāhira paḷāta': 'Western',
  'Dakuṇu paḷāta': 'Southern',
  'Sabaragamuva paḷāta': 'Sabaragamuwa',
  'Ūva paḷāta': 'Uva',
  'Madhyama paḷāta': 'Central',
  'Uturumæ̆da paḷāta': 'North Central',
  'Repuplika Srpska': 'Republika Srpska',
  'Federacija Bosna i Hercegovina': 'Federation of Bosnia and Herzegovina',
};

/** Regions inside of one of these: their areas are in both. */
export const PART_OF_REGION: Readonly<Record<string, string>> = { 'Greater London': 'England' };

/** Other names of regions. */
export const REGION_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  'Greater London': ['London'],
};

/** Areas that files name as countries, by ISO 3166-2 or `adm0_a3`. */
export const TERRITORIES: Readonly<Record<string, string>> = {
  'FR-GF': 'GF',
  'FR-GP': 'GP',
  'FR-MQ': 'MQ',
  'FR-RE': 'RE',
  'FR-YT': 'YT',
  'NO-21': 'SJ',
  SOL: 'SOL',
  CYN: 'CYN',
};

/** Bases and islands that are rows of a country, by `adm0_a3`: their names are not its names. */
export const OUTSIDE_THE_COUNTRY: ReadonlySet<string> = new Set(
  'ATC CLP CSI ESB IOA KAB USG WSB'.split(' '),
);

/** By `adm1_code`, where the ISO 3166-2 code is a claim: most of these two regions is Western Sahara. */
export const COUNTRY_OF_AREA: Readonly<Record<string, string>> = {
  'MAR-3456': 'EH',
  'MAR-3469': 'EH',
};

/** Claimed by several countries: no country's outline includes them. */
export const OF_NO_COUNTRY: ReadonlySet<string> = new Set(['KAS', 'PGA']);

/** Countries that files name for an area besides its own, by `adm1_code` or `adm0_a3`: only its names are found there. */
export const ALSO_NAMED_UNDER: Readonly<Record<string, readonly string[]>> = {
  'RUS-283': ['RU'],
  'RUS-5482': ['RU'],
  'MAR-3456': ['MA'],
  'MAR-3469': ['MA'],
  KAS: ['IN', 'PK'],
  KOS: ['RS'],
  PSX: ['IL'],
  'MAR-3457': ['EH'],
  SAH: ['MA'],
  TWN: ['CN'],
};
