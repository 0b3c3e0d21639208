import type { ColumnWords } from './column-words.ts';

/** Kinds of actors, as `inter1` and `inter2` write them before 2024; 0: no actor. */
const actors: Readonly<Record<string, string>> = {
  1: 'State forces',
  2: 'Rebel groups',
  3: 'Political militias',
  4: 'Identity militias',
  5: 'Rioters',
  6: 'Protesters',
  7: 'Civilians',
  8: 'External or other forces',
};

/** Two kinds of actors are one code, such as 17, the lower digit first; 10 is one kind alone. */
const interactions: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(actors).flatMap(([code, name]): readonly (readonly [string, string])[] => [
    [`${code}0`, `${name} only`],
    ...Object.entries(actors)
      .filter(([other]) => other >= code)
      .map(
        ([other, otherName]) => [code + other, `${name} and ${otherName.toLowerCase()}`] as const,
      ),
  ]),
);

/** ACLED codebook. Values of other columns are words already. */
export const acledColumns: ColumnWords = {
  names: {
    event_id_cnty: 'Event number',
    event_id_no_cnty: 'Event number in the country',
    data_id: 'Row number of ACLED',
    event_date: 'Date',
    year: 'Year',
    time_precision: 'Precision of the date',
    disorder_type: 'Disorder type',
    event_type: 'Event type',
    sub_event_type: 'Detailed event type',
    actor1: 'Actor 1',
    assoc_actor_1: 'Associated with actor 1',
    inter1: 'Kind of actor 1',
    actor2: 'Actor 2',
    assoc_actor_2: 'Associated with actor 2',
    inter2: 'Kind of actor 2',
    interaction: 'Who fought whom',
    civilian_targeting: 'Civilians targeted',
    iso: 'Country code (number)',
    iso3: 'Country code (letters)',
    region: 'Region of the world',
    country: 'Country',
    admin1: 'Province or governorate',
    admin2: 'District',
    admin3: 'Subdistrict',
    location: 'Place',
    latitude: 'Latitude',
    longitude: 'Longitude',
    geo_precision: 'Precision of the place',
    source: 'Source',
    source_scale: 'Reach of the sources',
    notes: 'Notes',
    fatalities: 'Deaths',
    tags: 'Tags',
    timestamp: 'Last changed (seconds since 1970)',
    population_1km: 'People within 1 km',
    population_2km: 'People within 2 km',
    population_5km: 'People within 5 km',
    population_best: 'People exposed, best estimate',
  },
  values: {
    time_precision: { 1: 'Day', 2: 'Week', 3: 'Month' },
    geo_precision: { 1: 'Town', 2: 'Near a town', 3: 'Region only' },
    inter1: actors,
    inter2: actors,
    interaction: interactions,
  },
};
