import type { FoldedName } from '../table/column-names.ts';
import { foldName } from '../table/column-names.ts';

/**
 * What the date under a name is the date of. `event`: what happened. `date`: a date without a word for
 * what it is of. `span`: a bare start or end. `unnamed`: no word of time. `after`: what follows an event,
 * such as a burial or a release. `report`: when it was reported or published. `entry`: when the record
 * was made. `upkeep`: when the record was changed or closed. `other`: a date that is never the event's,
 * such as a birth or an expiry.
 */
export type TimeRole =
  'event' | 'date' | 'span' | 'unnamed' | 'after' | 'report' | 'entry' | 'upkeep' | 'other';

/** Occurrence before report, report before record keeping. Points; `other` is never chosen. */
export const ROLE_POINTS: Readonly<Record<TimeRole, number>> = {
  event: 100,
  date: 80,
  span: 70,
  unnamed: 60,
  after: 55,
  report: 50,
  entry: 30,
  upkeep: 20,
  other: 0,
};

const DATE_WORDS =
  'date dates datetime timestamp dt fecha datum tarih tarihi дата data التاريخ تاريخ بەروار ڕێککەوت';

/** Words by the role that they give a name. Of several roles in one name the first listed here counts. */
const ROLE_WORDS: readonly (readonly [TimeRole, string])[] = [
  [
    'other',
    'birth birthday birthdate born dob nacimiento naissance nascimento geburt geburts geburtstag doğum рождения ميلاد مولد لەدایکبوون ' +
      'expiry expire expires expired expiration expiring vencimiento ablauf validade due deadline renewal hire hired',
  ],
  [
    'upkeep',
    'updated update updates modified modification edited edit editdate changed change close closed closing closure resolved resolution ' +
      'completed completion finalized finalised approved approval verified verification validated validation reviewed review ' +
      'synced archived status action deleted retrieved accessed access scraped downloaded exported export actualización actualizacion ' +
      'actualizado modificación modification cierre clôture geändert änderung aktualisiert güncelleme обновления изменения تحديث تعديل',
  ],
  [
    'entry',
    'created create creation creationdate entered entry submitted submission submit added inserted insert uploaded upload imported import ' +
      'recorded record registered registration logged log opened processed assigned issued issue interview interviewer survey ' +
      'assessment questionnaire collection collected enumeration today ingested filed creación creado ingreso registro création ' +
      'saisie enregistrement criação cadastro erstellt erstellung erfasst erfassung eingabe kayıt oluşturma giriş создания ' +
      'записи ввода регистрации إنشاء إدخال تسجيل إضافة',
  ],
  [
    'report',
    'reported reporting report reports rptd rpt publication published publish publishing pub pubdate article source news press ' +
      'announced announcement posted post tweet received receipt notified notification denuncia reporte publicación publicado ' +
      'informe signalement rapport publicação relatório notificação meldung meldedatum melde gemeldet bericht veröffentlicht ' +
      'veröffentlichung rapor bildirim yayın сообщения публикации отчета التقرير تقرير النشر نشر الإبلاغ بلاغ ڕاپۆرت بڵاوکردنەوە',
  ],
  [
    'after',
    'release released discharge discharged burial buried funeral sentence sentenced sentencing verdict trial conviction convicted ' +
      'liberation liberación liberado libération enterrement entierro freilassung beerdigung tahliye освобождения похорон الإفراج دفن الدفن',
  ],
  [
    'event',
    'event events incident incidents occurrence occurred occur occurs occ happened happening attack attacked strike airstrike ' +
      'explosion blast shelling bombing raid death died deceased dod killed killing casualty fatality murder execution executed ' +
      'martyrdom arrest arrested detention detained abduction abducted kidnapped kidnapping disappearance disappeared missing seen ' +
      'offense offence crime accident crash collision violation assault clash protest observed observation sighting onset disaster ' +
      'injury injured displacement evento incidente suceso hecho hechos ocurrencia ataque muerte fallecimiento detención événement ' +
      'évènement attaque décès mort arrestation ocorrência ocorrido morte óbito prisão ereignis vorfall vorfalls tat angriff tod ' +
      'todes tods todestag sterbe verhaftung unfall olay saldırı ölüm vefat kaza события событие происшествия происшествие инцидента ' +
      'нападения атаки смерти гибели ареста حدث الحدث حادث الحادث حادثة الحادثة هجوم الهجوم وفاة الوفاة استشهاد مقتل اعتقال الاعتقال ' +
      'وقوع ڕووداو ڕووداوەکە هێرش کوشتن مردن',
  ],
  [
    'span',
    'start starts started starting starttime startdate begin begins beginning began from since first fr debut début inicio início ' +
      'desde beginn anfang von ab başlangıç начало начала بداية من end ends ended ending endtime enddate finish finished to until ' +
      'till thru through last stop fin final fim hasta até ende bis bitiş son конец окончания نهاية إلى',
  ],
  [
    'date',
    DATE_WORDS + ' day when time times quand cuando quando wann zaman время когда وقت زمن کات',
  ],
];

const folded = (words: string): readonly string[] =>
  words.split(' ').flatMap((word) => foldName(word).whole || []);

const ROLE_OF: ReadonlyMap<string, TimeRole> = new Map(
  ROLE_WORDS.toReversed().flatMap(([role, words]) =>
    folded(words).map((word) => [word, role] as const),
  ),
);
const ORDER = ROLE_WORDS.map(([role]) => role);

/** `incidentdate`, `vorfallsdatum`, `dateofbirth`, `createdon`: words that a name joins without a sign. */
const JOINED =
  /^(?:dateof|date|datum|fecha|data)(.+)$|^(.+?)(?:datetime|timestamp|date|datum|time|dt|on|at)$/;

function roleOfWord(word: string): TimeRole | undefined {
  const known = ROLE_OF.get(word) ?? ROLE_OF.get(word.replace(/^و?ال/, ''));
  if (known) return known;
  const [, behind, before] = JOINED.exec(word) ?? [];
  const part = behind ?? before;
  if (part === undefined) return undefined;
  const joined = ROLE_OF.get(part) ?? ROLE_OF.get(part.replace(/(?:en|es|s)$/, ''));
  if (joined) return joined;
  // Not every word that ends in "date" is one: `candidate`, `mandate`.
  return /datetime|timestamp|datum$/.test(word) && word.length > 6 ? 'date' : undefined;
}

function roleOfWords(words: readonly string[]): TimeRole | undefined {
  const roles = new Set(words.map(roleOfWord));
  return ORDER.find((role) => roles.has(role));
}

/**
 * The role that a name gives its dates; `raw` is the name as the file writes it. Forms write the path to
 * a question, `group/question`: the question's own name counts before the groups that it is in.
 */
export function timeRole({ words }: FoldedName, raw: string): TimeRole {
  const whole = roleOfWords(words) ?? 'unnamed';
  if (/\s/.test(raw) || !raw.slice(1, -1).includes('/')) return whole;
  const question = roleOfWords(foldName(raw.replace(/^.*\//, '')).words);
  if (question !== 'date') return question ?? whole;
  return words.some((word) => roleOfWord(word) === 'event') ? 'event' : 'date';
}

const DATES: ReadonlySet<string> = new Set(folded(DATE_WORDS));

const isDateWord = (word: string): boolean =>
  DATES.has(word) ||
  (/^dateof|(?:date|datum|timestamp)$/.test(word) &&
    JOINED.test(word) &&
    roleOfWord(word) !== undefined);

/** True where the name itself says that it is a date: `datum`, `date of visit`, `تاريخ`. */
export const saysDate = ({ words }: FoldedName): boolean => words.some(isDateWord);

/** Columns that survey tools add to each record: ODK, KoboToolbox, SurveyCTO, Ona. */
const FORM_COLUMNS: ReadonlySet<string> = new Set(
  folded(
    'uuid submissiontime submission_date deviceid device_id instanceid metainstanceid metainstancename formhubuuid version ' +
      'submittedby validationstatus subscriberid simid simserial phonenumber today formdef_version formdefversion ' +
      'attachments xformidstring rootuuid submissionuuid starttime endtime start_geopoint startgeopoint audit key',
  ),
);

/** True where the columns are those of a survey form, whose `start` and `end` are times of filling it in. */
export function isSurveyForm(names: readonly FoldedName[]): boolean {
  const found = new Set(names.map(({ whole }) => whole));
  return [...found].filter((name) => FORM_COLUMNS.has(name)).length >= 2;
}

/** Under one of these names a form keeps when it was filled in. */
export const isFormClock = ({ whole }: FoldedName): boolean =>
  /^(?:start|end|starttime|endtime|starttimestamp|endtimestamp|today|timestamp|begin|finish)$/.test(
    whole,
  );
