import type { Brief } from '@warmline/contracts';
import { TextField } from '@warmline/ui';
import { words } from '../../shared/i18n/words';
import { BRIEF_LIMITS } from './brief-limits';

/** From here on the length is told. */
const NEAR_LIMIT = 100;

const FIELDS = [
  { part: 'situation', rows: 2, isNeeded: true },
  { part: 'background', rows: 5, isNeeded: false },
  { part: 'safety', rows: 3, isNeeded: false },
  { part: 'request', rows: 2, isNeeded: true },
] as const satisfies readonly { part: keyof Brief; rows: number; isNeeded: boolean }[];

export type BriefMistakes = Partial<Readonly<Record<keyof Brief, string>>>;

/** What keeps a brief from being sent, by part; empty when nothing does. */
export const mistakesIn = (brief: Brief): BriefMistakes => {
  const mistakes: { -readonly [Part in keyof BriefMistakes]: BriefMistakes[Part] } = {};
  for (const { part } of FIELDS)
    if (brief[part].length > BRIEF_LIMITS[part]) mistakes[part] = words.handover.form.tooLong;
  if (brief.situation.trim() === '') mistakes.situation = words.handover.form.situationMissing;
  if (brief.request.trim() === '') mistakes.request = words.handover.form.requestMissing;
  return mistakes;
};

const hintOf = (part: keyof Brief, text: string): string => {
  const { form } = words.handover;
  const left = BRIEF_LIMITS[part] - text.length;
  const hint = form[`${part}Hint`];
  if (left < 0) return `${hint} ${form.over(-left)}`;
  return left <= NEAR_LIMIT ? `${hint} ${form.left(left)}` : hint;
};

export interface BriefFieldsProps {
  readonly brief: Brief;
  readonly mistakes: BriefMistakes;
  readonly onChange: (part: keyof Brief, text: string) => void;
}

export const BriefFields = ({ brief, mistakes, onChange }: BriefFieldsProps) => (
  <fieldset className="handover__brief">
    <legend className="handover__legend">{words.handover.form.brief}</legend>
    <p className="handover__hint">{words.handover.form.briefHint}</p>
    {FIELDS.map(({ part, rows, isNeeded }) => {
      const label = words.handover.form[part];
      return (
        <TextField
          key={part}
          label={isNeeded ? words.handover.form.required(label) : label}
          isRequired={isNeeded}
          validationBehavior="aria"
          rows={rows}
          value={brief[part]}
          hint={hintOf(part, brief[part])}
          mistake={mistakes[part]}
          onChange={(text) => onChange(part, text)}
        />
      );
    })}
  </fieldset>
);
