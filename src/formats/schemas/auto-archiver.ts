import type { DatasetSchema } from './dataset-schema.ts';
import { firstSentence } from './first-sentence.ts';
import { NO_MAPPING, orderIn, placeIn } from './table-sample.ts';

const MARKS = [
  'archive status',
  'destination folder',
  'archive location',
  'archive url',
  'archive date',
  'upload timestamp',
  'upload title',
  'text content',
  'perceptual hashes',
  'wacz',
  'replaywebpage',
  'thumbnail',
  'screenshot',
];
const MIN_MARKS = 4;

/**
 * The sheet of links that Bellingcat's Auto Archiver fills in. It has the upload of a post as its time, and
 * places only if its owner added columns for them.
 */
const detectAutoArchiver: DatasetSchema['detect'] = (sample) => {
  const { names } = sample;
  const link = names.find('link', 'url');
  const archive = names.find('archive location', 'archive url');
  const hasMarks = names.count(MARKS) >= MIN_MARKS;
  if (link === undefined || archive === undefined || !hasMarks) return undefined;
  const uploaded = names.find('upload timestamp');
  return {
    ...NO_MAPPING,
    schema: 'auto-archiver',
    place: placeIn(
      sample,
      names.find('latitude', 'lat'),
      names.find('longitude', 'lon', 'long', 'lng'),
    ),
    placeName: names.find('location', 'place'),
    time:
      uploaded === undefined
        ? NO_MAPPING.time
        : { kind: 'one', column: uploaded, order: orderIn(sample, uploaded) },
    published: uploaded,
    title: names.find('upload title'),
    text: names.find('text content'),
    link,
    category: names.find('category', 'type'),
    archive,
    captured: names.find('archive date'),
    hash: names.find('hash'),
  };
};

export const autoArchiver: DatasetSchema = {
  id: 'auto-archiver',
  detect: detectAutoArchiver,
  copyColumns: ['screenshot', 'wacz', 'replaywebpage'],
  /** A post without a title begins with its text; a page that could not be archived has only its link. */
  titleOf:
    (_, { text, link }) =>
    (cell) =>
      firstSentence(cell(text)) || cell(link).trim(),
};
