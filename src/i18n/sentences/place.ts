import type { Place } from '../../core/place/place.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import type { AnyFormats } from '../format/formats.ts';
import type { Messages } from '../messages.ts';

export function placeSentences(
  words: Messages['place'],
  terms: Messages['terms'],
  { counts, lists }: AnyFormats,
) {
  const governorateOf = ({ governorate }: Place): string =>
    governorate === null ? '' : words.governorate(governorate);
  const isGovernorate = ({ precision, name, governorate }: Place): boolean =>
    precision === 'governorate' && name === governorate;

  return {
    /** The place at the head of a record, its governorate named once. */
    placeLine: (place: Place): string => {
      if (isGovernorate(place)) return governorateOf(place);
      return place.governorate === null || place.name.includes(place.governorate)
        ? place.name
        : lists.plain([place.name, governorateOf(place)]);
    },

    /** The place with all that it lies in. */
    whereSentence: (place: Place): string => {
      const district = place.district === null ? '' : words.district(place.district);
      return lists.plain([
        isGovernorate(place) ? '' : place.name,
        place.name.includes(district) ? '' : district,
        governorateOf(place),
      ]);
    },

    /** How closely the place is known, and on what ground. */
    precisionSentence: (place: Place): string =>
      words.precision(terms.precisions[place.precision], terms.bases[place.basis]),

    /** A place's name and the area that it lies in, neither said twice. */
    rowPlaceLine: (name: string, area: string): string =>
      lists.plain([name, name.includes(area) ? '' : area].map((part) => outsideText(part))),

    /** `36.19° N, 44.01° E` */
    coordinates: (lat: number, lon: number): string =>
      lists.plain([
        (lat < 0 ? words.south : words.north)(counts.degrees(lat)),
        (lon < 0 ? words.west : words.east)(counts.degrees(lon)),
      ]),
  };
}
