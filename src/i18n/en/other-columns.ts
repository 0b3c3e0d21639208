import type { ColumnWords } from './column-words.ts';

/** Exports of Airwars have each term twice, with `_name` and `_slug`. */
const airwarsTerms: Readonly<Record<string, string>> = {
  strike_status: 'Status of the strike',
  strike_type: 'Type of strike',
  targeted_belligerent: 'Targeted party',
  targeted_belligerents: 'Targeted parties',
  civilian_harm_status: 'Status of civilian harm',
  civilian_harm_reported: 'Civilian harm reported',
  geolocation_accuracy: 'Precision of the place',
  geolocation_status: 'Status of the geolocation',
};

export const airwarsColumns: ColumnWords = {
  names: {
    ...airwarsTerms,
    ...Object.fromEntries(
      Object.entries(airwarsTerms).map(([column, name]) => [`${column}_name`, name]),
    ),
    ...Object.fromEntries(
      Object.entries(airwarsTerms).map(([column, name]) => [`${column}_slug`, `${name} (code)`]),
    ),
    code: 'Incident code',
    incident_code: 'Incident code',
    unique_reference_code: 'Incident code',
    date: 'Date',
    incident_date: 'Date',
    date_start: 'First date',
    date_end: 'Last date',
    incident_date_end: 'Last date',
    local_time: 'Local time',
    location_name: 'Place',
    geolocated: 'Has a geolocation',
    num_sources: 'Number of sources',
    civilians_killed_min: 'Civilians killed, at least',
    civilians_killed_max: 'Civilians killed, at most',
    civilian_non_combatants_killed_min: 'Civilians killed, at least',
    civilian_non_combatants_killed_max: 'Civilians killed, at most',
    summary: 'Summary',
  },
  values: {},
};

/** Atlos export; the attributes of a project have names of their own. */
export const atlosColumns: ColumnWords = {
  names: {
    slug: 'Incident code',
    project: 'Project',
    inserted_at: 'Added on',
    updated_at: 'Last changed on',
    status: 'Status',
    description: 'Description',
    date: 'Date',
    time: 'Time',
    tags: 'Tags',
    geolocation_resolution: 'Precision of the place',
    more_info: 'More information',
    restrictions: 'Restrictions',
    sensitive: 'Sensitive',
    source_1: 'Source 1',
    source_2: 'Source 2',
    source_3: 'Source 3',
  },
  values: {},
};

/** Sheets and documents of TimeMap, also as Bellingcat publishes them. */
export const timemapColumns: ColumnWords = {
  names: {
    id: 'Event number',
    civId: 'Event number',
    date: 'Date',
    time: 'Time',
    time_precision: 'Precision of the time',
    location: 'Place',
    place_desc: 'Place, as described',
    description: 'Description',
    'Association 1': 'First association',
    'Association 2': 'Second association',
    associations: 'Associations',
    type: 'Type',
    comments: 'Comments',
  },
  values: {},
};

export const autoArchiverColumns: ColumnWords = {
  names: {
    'Archive status': 'State of archiving',
    'Destination folder': 'Folder',
    Link: 'Address of the post',
    'Archive location': 'Address of the archived copy',
    'Archive date': 'Archived on',
    'Upload timestamp': 'Posted on',
    'Upload title': 'Title of the post',
    'Text content': 'Text of the post',
    Hash: 'Hash of the copy',
    WACZ: 'Archive file (WACZ)',
    ReplayWebpage: 'Address of the replayed page',
  },
  values: {},
};
