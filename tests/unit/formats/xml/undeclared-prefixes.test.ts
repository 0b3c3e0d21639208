/** The documents are made up. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readWhole, type Whole } from '../table/read-whole.ts';

const PLACE = '<Point><coordinates>44,36</coordinates></Point>';

const kml = (attributes: string, inside: string): string =>
  `<kml xmlns="http://www.opengis.net/kml/2.2"${attributes}><Document>${inside}</Document></kml>`;

function formOf(whole: Whole): unknown {
  if ('fault' in whole) throw new Error(JSON.stringify(whole.fault));
  return whole.form.undeclaredPrefixes;
}

/** Rows without the mention of the repair. */
function rowsOf(whole: Whole): unknown {
  if ('fault' in whole) throw new Error(JSON.stringify(whole.fault));
  return [whole.columns, whole.rows];
}

const PREFIXES = ['gx', 'atom', 'xal', 'xsi', 'gpxtpx', 'made-up', 'é'];
const parts = fc.array(
  fc.record({
    prefix: fc.constantFrom(...PREFIXES),
    form: fc.constantFrom<(prefix: string) => string>(
      (p) => `<Placemark><${p}:note>a &lt; b</${p}:note>${PLACE}</Placemark>`,
      (p) => `<Placemark ${p}:id="1 > 0"><name>n</name>${PLACE}</Placemark>`,
      (p) => `<Placemark><${p}:empty/>${PLACE}<name/></Placemark>`,
      (p) =>
        `<Placemark><ExtendedData><${p}:more><${p}:a>x</${p}:a></${p}:more></ExtendedData></Placemark>`,
      (p) =>
        `<Placemark><name><![CDATA[<${p}:text>]]></name><!-- <${p}:no> -->${PLACE}</Placemark>`,
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

it('an undeclared XML prefix changes nothing of what is read', async () => {
  await fc.assert(
    fc.asyncProperty(parts, async (chosen) => {
      const inside = chosen.map(({ prefix, form }) => form(prefix)).join('\n');
      const declarations = PREFIXES.map((prefix) => ` xmlns:${prefix}="urn:${prefix}"`).join('');
      const declared = await readWhole('a.kml', kml(declarations, inside));
      expect(formOf(declared)).toBeUndefined();
      expect(rowsOf(await readWhole('a.kml', kml('', inside)))).toEqual(rowsOf(declared));
    }),
    { numRuns: 60 },
  );
});

it.each([
  ['', '<gx:a/><atom:b/><gx:c/>', ['gx', 'atom']],
  ['', '<a xmlns:gx="u"><gx:b/></a><gx:c/>', ['gx']],
  [' xmlns:gx=""', '<gx:a/>', ['gx']],
  ['', '<a xmlns:gx=""><gx:b/></a>', ['gx']],
  [" xmlns:gx = 'u'", '<gx:a/><xal:b/>', ['xal']],
  [' xsi:schemaLocation="u v"', '', ['xsi']],
  ['', '<a xmlns:gx="u"><gx:b/></a>', undefined],
  ['', '<a xml:lang="de"/>', undefined],
])('undeclared XML prefixes are reported: %s %s', async (attributes, inside, expected) => {
  const place = `<Placemark>${PLACE}</Placemark>`;
  expect(formOf(await readWhole('a.kml', kml(attributes, inside + place)))).toEqual(expected);
});

it('an undeclared XML prefix of the root is reported', async () => {
  const document = `<k:kml><k:Placemark><k:name>n</k:name></k:Placemark></k:kml>`;
  expect(await readWhole('a.kml', document)).toMatchObject({
    form: { undeclaredPrefixes: ['k'] },
    rows: [{ cells: ['n'] }],
  });
});

it('still refuses what is broken otherwise, at its line', async () => {
  const document = kml('', '\n<gx:a>\n<Placemark></gx:a>');
  expect(await readWhole('a.kml', document)).toMatchObject({
    fault: { kind: 'broken-document', line: 3 },
  });
});
