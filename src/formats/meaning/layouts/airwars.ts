import { NO_MEANING, orderIn, placeIn, scaled, type RecogniseLayout } from './layout-clues.ts';

const MARKS = ['strike_status', 'strike_type', 'targeted_belligerent', 'civilian_harm_status'];

/** Airwars incidents: how exactly a place was found is said in words; layers are kinds of strike. */
export const recogniseAirwars: RecogniseLayout = (clues) => {
  const { names } = clues;
  const precision = names.find('geolocation_accuracy');
  const from = names.find('date');
  if (precision === undefined || from === undefined || names.count(MARKS) === 0) return undefined;
  const to = names.find('date_end');
  const order = orderIn(clues, from, to);
  return {
    ...NO_MEANING,
    layout: 'airwars',
    place: placeIn(clues, names.find('latitude'), names.find('longitude')),
    placePrecision: scaled(precision, 'airwars'),
    placeName: names.find('location_name'),
    area: names.find('governorate', 'province'),
    time:
      to === undefined
        ? { kind: 'one', column: from, order }
        : { kind: 'interval', from, to, order },
    id: names.find('code', 'unique_code', 'id'),
    title: names.find('title'),
    text: names.find('summary', 'description'),
    source: names.find('sources'),
    link: names.find('permalink', 'url'),
    category: names.find('strike_type', 'strike_status', 'civilian_harm_status'),
  };
};
