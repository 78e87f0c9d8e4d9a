import type { Brief } from '@warmline/contracts';
import { TextField } from '@warmline/ui';
import { BRIEF_MAX, codePoints } from '@warmline/vocabulary';
import { handoverFormWords } from './handover-words';

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
    if (codePoints(brief[part]) > BRIEF_MAX[part]) mistakes[part] = handoverFormWords.tooLong;
  if (brief.situation.trim() === '') mistakes.situation = handoverFormWords.situationMissing;
  if (brief.request.trim() === '') mistakes.request = handoverFormWords.requestMissing;
  return mistakes;
};

const hintOf = (part: keyof Brief, text: string): string => {
  const form = handoverFormWords;
  const left = BRIEF_MAX[part] - codePoints(text);
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
    <legend className="handover__legend">{handoverFormWords.brief}</legend>
    <p className="handover__hint">{handoverFormWords.briefHint}</p>
    {FIELDS.map(({ part, rows, isNeeded }) => {
      const label = handoverFormWords[part];
      return (
        <TextField
          key={part}
          label={isNeeded ? handoverFormWords.required(label) : label}
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
