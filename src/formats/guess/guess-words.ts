import type { ColumnIndex } from '../../core/records/column-index.ts';
import { readNumber } from '../mapping/degrees.ts';
import {
  bestBy,
  nameScore,
  shareOfValues,
  synonyms,
  type ColumnProfile,
  type Synonyms,
} from './column-profile.ts';

const LINK = synonyms(
  'source_url url link permalink sourceurl source_link href web website report_url lien enlace الرابط رابط',
  'url link href permalink uri',
);
const ID = synonyms(
  'id event_id incident_id eventid uid uuid guid code globalid objectid fid gid ref reference number no nr num identifier @id',
);
const TITLE = synonyms(
  'title headline event_title name event_name label subject event titre título titular titel الاسم اسم نام ناو العنوان عنوان ناونیشان',
  'title headline titre titulo',
);
/** A title in some files and an address in others: Arabic, Persian and Kurdish have one word for both. */
const TITLE_OR_ADDRESS = synonyms('العنوان عنوان ناونیشان');
/** A title where its values differ; where they repeat, they are a category. */
const ACTIVITY = synonyms(
  'activity activities actividad activité aktivität atividade faaliyet etkinlik نشاط النشاط فعالیت چالاکی',
);
const TEXT = synonyms(
  'description notes summary text details detail narrative note comments comment remarks desc body content what descripción résumé beschreibung الوصف وصف التفاصيل',
  'description notes summary text details detail narrative note comments descripcion',
);
const SOURCE = synonyms(
  'source sources source_name publisher outlet reported_by source_1 media newspaper agency quelle fuente المصدر مصدر',
  'source sources publisher outlet fuente',
);
const PLACE = synonyms(
  'place_name location_name location place city town village locality where where_coordinates settlement neighbourhood neighborhood site address adresse dirección adres indirizzo endereço адрес نشانی آدرس محل شوێن lieu ville lugar ubicación ciudad ort المكان الموقع مكان المدينة',
  'location place city town village locality lieu lugar',
);
const AREA = synonyms(
  'admin1 adm1 adm1_en adm1_name admin1_name adm_1_name governorate province state gouvernorat provincia departamento oblast muhafaza county region المحافظة محافظة',
  'governorate province admin1 adm1 gouvernorat provincia',
);
const COUNTRY = synonyms(
  'country country_name countryname admin0 adm0 adm0_name admin0_name adm0_en nation iso3 iso_3 iso_a3 iso2 iso pays país land stato ülke الدولة البلد دولة کشور وڵات страна країна',
  'country pays pais',
);
const CATEGORY = synonyms(
  'category event_type type incident_type attack_type event_category class kind incident classification disorder_type layer group folder sub_event_type target target_type weapon weapon_type categoría catégorie tipo النوع نوع activity activities actividad activité aktivität atividade faaliyet etkinlik نشاط النشاط فعالیت چالاکی',
  'category type class kind classification tipo categorie categoria',
);
/** Few values too, but no kinds of event. */
const NO_CATEGORY = synonyms(
  '',
  'country iso iso3 flag region admin adm province governorate state city town source language lang year month day date author user version license licence precision accuracy unit currency',
);

const ADDRESS = /^https?:\/\/\S/i;
const isAddress = (value: string): boolean => ADDRESS.test(value);
const isNumber = (value: string): boolean => !Number.isNaN(readNumber(value));

/** Columns by what their words are for; each column is used once. */
export type WordColumns = {
  readonly id: ColumnIndex | undefined;
  readonly title: ColumnIndex | undefined;
  readonly text: ColumnIndex | undefined;
  readonly source: ColumnIndex | undefined;
  readonly link: ColumnIndex | undefined;
  readonly category: ColumnIndex | undefined;
  readonly placeName: ColumnIndex | undefined;
  readonly area: ColumnIndex | undefined;
  readonly country: ColumnIndex | undefined;
};

/** Below it a name decides nothing by itself. */
const LONG_TEXT = 60;

function idScore(column: ColumnProfile): number {
  const isDistinct = column.filled === 1 && column.distinct === column.values.length;
  return isDistinct && column.length < 80 ? nameScore(column.name, ID) : 0;
}

function linkScore(column: ColumnProfile): number {
  const share = shareOfValues(column, isAddress);
  return share < 0.5 ? 0 : 1 + nameScore(column.name, LINK) + 5 * share * column.filled;
}

/** Words under a fitting name; addresses and numbers are none. */
const namedWords = (names: Synonyms, column: ColumnProfile): number => {
  if (column.filled === 0 || shareOfValues(column, isAddress) > 0.5) return 0;
  if (shareOfValues(column, isNumber) > 0.5) return 0;
  const byName = nameScore(column.name, names);
  return byName === 0 ? 0 : byName + 2 * column.filled;
};

/** The named one, or else the one with the longest texts. */
function textScore(column: ColumnProfile): number {
  const byName = namedWords(TEXT, column);
  if (byName > 0) return 10 + byName + Math.min(5, column.length / LONG_TEXT);
  const isWords = shareOfValues(column, (value) => value.includes(' ')) > 0.6;
  const isLong = column.length >= LONG_TEXT && shareOfValues(column, isAddress) < 0.5;
  return isLong && isWords ? Math.min(9, column.length / LONG_TEXT) : 0;
}

/** Few values that repeat; codes only under a name that says so. */
function categoryScore(column: ColumnProfile): number {
  const { values, distinct, filled, length, name } = column;
  if (filled < 0.2 || length > 60) return 0;
  const byName = nameScore(name, CATEGORY);
  const repeats = 1 - distinct / values.length;
  if (byName > 0) {
    const isFew = distinct <= 60 && (repeats >= 0.2 || distinct <= 3);
    return isFew ? byName + (distinct > 1 ? 4 : 0) + 2 * filled : 0;
  }
  const isPlain = distinct > 2 && distinct <= 20 && repeats >= 0.5 && filled > 0.7;
  if (!isPlain || nameScore(name, NO_CATEGORY) > 0) return 0;
  return shareOfValues(column, isNumber) > 0.2 || shareOfValues(column, isAddress) > 0
    ? 0
    : repeats;
}

export function guessWords(
  columns: readonly ColumnProfile[],
  used: ReadonlySet<ColumnIndex>,
): WordColumns {
  const taken = new Set(used);
  const choose = (score: (column: ColumnProfile) => number): ColumnIndex | undefined => {
    const best = bestBy(columns, (column) => (taken.has(column.index) ? 0 : score(column)));
    if (best) taken.add(best.index);
    return best?.index;
  };
  const link = choose(linkScore);
  const id = choose(idScore);
  const area = choose((column) => namedWords(AREA, column));
  const namedPlace = choose((column) => (column.length > 120 ? 0 : namedWords(PLACE, column)));
  const source = choose((column) => namedWords(SOURCE, column));
  const namedTitle = choose((column) => (column.length > 300 ? 0 : namedWords(TITLE, column)));
  const isTitled = columns.some(
    ({ index, name }) => index === namedTitle && nameScore(name, TITLE_OR_ADDRESS) === 0,
  );
  const placeName =
    namedPlace ?? (isTitled ? choose((column) => namedWords(TITLE_OR_ADDRESS, column)) : undefined);
  const namedCategory = choose((column) =>
    nameScore(column.name, CATEGORY) > 0 ? categoryScore(column) : 0,
  );
  const text = choose(textScore);
  const title = namedTitle ?? choose((column) => namedWords(ACTIVITY, column));
  const category = namedCategory ?? choose(categoryScore);
  const country = choose((column) => namedWords(COUNTRY, column));
  return { id, title, text, source, link, category, placeName, area, country };
}
