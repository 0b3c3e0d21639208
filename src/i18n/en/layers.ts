const violence: Readonly<Record<string, string>> = {
  1: 'State-based conflict',
  2: 'Non-state conflict',
  3: 'One-sided violence',
};

const quadClasses: Readonly<Record<string, string>> = {
  1: 'Verbal cooperation',
  2: 'Material cooperation',
  3: 'Verbal conflict',
  4: 'Material conflict',
};

/** Two digits, so that they are never taken for quad classes. */
const rootCodes: Readonly<Record<string, string>> = {
  '01': 'Public statement',
  '02': 'Appeal',
  '03': 'Intent to cooperate',
  '04': 'Consultation',
  '05': 'Diplomatic cooperation',
  '06': 'Material cooperation',
  '07': 'Aid',
  '08': 'Yielding',
  '09': 'Investigation',
  '10': 'Demand',
  '11': 'Disapproval',
  '12': 'Rejection',
  '13': 'Threat',
  '14': 'Protest',
  '15': 'Show of force',
  '16': 'Relations reduced',
  '17': 'Coercion',
  '18': 'Assault',
  '19': 'Fighting',
  '20': 'Mass violence',
};

/** Names of layers: those of the page's own data are in `dataset.json`. */
export const layers = {
  /** Categories that their files write as codes. */
  categories: {
    ucdp: violence,
    // A quad class has one digit, a root code two.
    gdelt: { ...quadClasses, ...rootCodes },
  },
  others: 'Other',
  none: 'Without a category',
  /** The layer of a file without categories. */
  only: 'All rows',
};
