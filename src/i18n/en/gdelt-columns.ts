import type { ColumnWords } from './column-words.ts';
import { layers } from './layers.ts';

const actorNames = (actor: string, name: string): Readonly<Record<string, string>> => ({
  [`${actor}Code`]: `${name}: CAMEO code`,
  [`${actor}Name`]: `${name}: name`,
  [`${actor}CountryCode`]: `${name}: country code`,
  [`${actor}KnownGroupCode`]: `${name}: group code`,
  [`${actor}EthnicCode`]: `${name}: ethnic code`,
  [`${actor}Religion1Code`]: `${name}: religion code`,
  [`${actor}Religion2Code`]: `${name}: second religion code`,
  [`${actor}Type1Code`]: `${name}: role code`,
  [`${actor}Type2Code`]: `${name}: second role code`,
  [`${actor}Type3Code`]: `${name}: third role code`,
});

const placeNames = (prefix: string, name: string): Readonly<Record<string, string>> => ({
  [`${prefix}_Type`]: `${name}: precision`,
  [`${prefix}_FullName`]: name,
  [`${prefix}_CountryCode`]: `${name}: country code`,
  [`${prefix}_ADM1Code`]: `${name}: province code`,
  [`${prefix}_ADM2Code`]: `${name}: district code`,
  [`${prefix}_Lat`]: `${name}: latitude`,
  [`${prefix}_Long`]: `${name}: longitude`,
  [`${prefix}_FeatureID`]: `${name}: feature number`,
});

const placeTypes: Readonly<Record<string, string>> = {
  0: 'Not given',
  1: 'Country',
  2: 'State of the US',
  3: 'City or landmark in the US',
  4: 'City or landmark elsewhere',
  5: 'Province or state elsewhere',
};

/** GDELT event codebook, versions 1.0 and 2.0. */
export const gdeltColumns: ColumnWords = {
  names: {
    GLOBALEVENTID: 'Event number',
    SQLDATE: 'Date',
    Day: 'Date',
    MonthYear: 'Month',
    Year: 'Year',
    FractionDate: 'Date as a fraction of the year',
    ...actorNames('Actor1', 'Actor 1'),
    ...actorNames('Actor2', 'Actor 2'),
    IsRootEvent: 'Main event of its report',
    EventCode: 'Event code (CAMEO)',
    EventBaseCode: 'Event group (CAMEO)',
    EventRootCode: 'Event type (CAMEO)',
    QuadClass: 'Kind of event',
    GoldsteinScale: 'Effect on stability (Goldstein scale)',
    NumMentions: 'Mentions',
    NumSources: 'Sources',
    NumArticles: 'Articles',
    AvgTone: 'Tone of the articles',
    ...placeNames('Actor1Geo', 'Place of actor 1'),
    ...placeNames('Actor2Geo', 'Place of actor 2'),
    ...placeNames('ActionGeo', 'Place of the event'),
    DATEADDED: 'Added on',
    SOURCEURL: 'Address of the source',
  },
  values: {
    QuadClass: layers.categories.gdelt,
    EventRootCode: layers.categories.gdelt,
    IsRootEvent: { 1: 'Yes', 0: 'No' },
    Actor1Geo_Type: placeTypes,
    Actor2Geo_Type: placeTypes,
    ActionGeo_Type: placeTypes,
  },
};
