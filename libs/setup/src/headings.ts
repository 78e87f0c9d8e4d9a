import type { CellProblem, Values } from './list';

/**
 * The headings every charity begins with. Their codes are what is stored, counted and trained for; a charity calls them
 * what it likes, puts them out of use, and has its own beside them.
 */
export const HEADINGS = {
  feelings_and_mental_health: 'Feelings and mental health',
  suicide: 'Suicide',
  self_harm: 'Self-harm',
  loneliness: 'Loneliness',
  relationships_and_family: 'Relationships and family',
  bereavement: 'Bereavement',
  abuse_or_violence: 'Abuse or violence',
  sexual_violence: 'Sexual violence',
  identity_and_discrimination: 'Identity and discrimination',
  school_work_study: 'School, work, study',
  money_and_housing: 'Money and housing',
  physical_health_and_disability: 'Physical health and disability',
  alcohol_drugs_other_habits: 'Alcohol, drugs, other habits',
  worried_about_someone_else: 'Worried about someone else',
} as const satisfies Readonly<Record<string, string>>;

/** Of these only so many in a row are asked of anybody, whatever a charity says (docs/spec/wellbeing.md#quiet-time-and-cool-down). */
const ALWAYS_HEAVY: readonly string[] = ['sexual_violence'] satisfies (keyof typeof HEADINGS)[];

/** The default rows, before the charity changes any. */
export const headingRows = (): Values[] =>
  Object.entries(HEADINGS).map(([topic, label]) => ({
    topic,
    label,
    labels: [],
    heavy: ALWAYS_HEAVY.includes(topic),
    in_use: true,
  }));

/** Checks a row: a topic that is heavy by default stays heavy. */
export const topicProblems = (row: Values, defaultRow: Values | undefined): readonly CellProblem[] =>
  defaultRow?.['heavy'] === true && row['heavy'] === false
    ? [{ column: 'heavy', problem: { code: 'looser' } }]
    : [];
