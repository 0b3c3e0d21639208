import type { ZipMember } from './read-zip-members.ts';

/** What its name says that a file is, in the order in which members of an archive are tried. */
const BY_NAME: readonly RegExp[] = [
  /(?:^|\/)doc\.kml$/i,
  /\.kml$/i,
  /\.(?:csv|tsv|tab|geojson|geojsonl|geojsons|json|jsonl|ndjson|gpx)$/i,
];

/** What computers add on their own. */
const JUNK = /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|Thumbs\.db$|desktop\.ini$)/i;

const isJunk = (name: string): boolean => JUNK.test(name);

/** Of the data or for a person, so seldom the data: tried after files of any other name. */
const READ_ME = /(?:^|\/)(?:read[ _-]?me|licen[cs]e|copying|notice)[^/]*$/i;
const ABOUT_DATA =
  /(?:^|\/)(?:[^/]*[._-])?(?:meta[ _-]?data|data[ _-]?package|package(?:-lock)?|schema|manifest|data[ _-]?dictionary)\.(?:json|csv)$/i;

const LAST_RANK = BY_NAME.length + 1;

function rankOf(name: string): number {
  if (ABOUT_DATA.test(name)) return LAST_RANK;
  const rank = BY_NAME.findIndex((pattern) => pattern.test(name));
  if (rank >= 0) return rank;
  return READ_ME.test(name) ? LAST_RANK : BY_NAME.length;
}

/** True where the name says that the file is about the data or the archive. */
export const isNamedAsAbout = (name: string): boolean => rankOf(name) === LAST_RANK;

/** True where the name alone says that the file can be opened. */
export const isNamedAsData = (name: string): boolean => rankOf(name) < BY_NAME.length;

/** The members of an archive in the order in which they are tried: by name, then the largest. */
export const rankMembers = (members: readonly ZipMember[]): readonly ZipMember[] =>
  members
    .filter(({ name }) => !isJunk(name))
    .toSorted((a, b) => rankOf(a.name) - rankOf(b.name) || b.unpackedBytes - a.unpackedBytes);
