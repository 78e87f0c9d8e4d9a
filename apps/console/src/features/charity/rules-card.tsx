import { Card, SomeOf, TextField, Tick } from '@warmline/ui';
import { PRACTICE_SCENARIOS } from '@warmline/vocabulary';
import { charityWords as said } from './charity-words';
import type { SectionProps } from './form-parts';

const itemsOf = (text: string): string[] =>
  text
    .split(/[;,\s]+/)
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** What is typed stays as it is typed; nothing and words are numbers that are refused at the field. */
const numberOf = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : -1);
const shown = (number: number): string => (number < 0 ? '' : String(number));

/** Languages, times and rules of the service. */
export const RulesCard = ({ draft, onChange, mistakeOf }: SectionProps) => (
  <Card title={said.rules} lead={said.rulesLead}>
    <TextField
      label={said.partNames.languages}
      hint={said.languagesHint}
      value={draft.languages.join('; ')}
      onChange={(text) =>
        onChange({ languages: text.endsWith(' ') ? [...itemsOf(text), ''] : itemsOf(text) })
      }
      mistake={mistakeOf('languages')}
      validationBehavior="aria"
    />
    <TextField
      label={said.partNames.timeZone}
      hint={said.timeZoneHint}
      value={draft.timeZone}
      onChange={(timeZone) => onChange({ timeZone })}
      mistake={mistakeOf('timeZone')}
      validationBehavior="aria"
    />
    <TextField
      label={said.sessionMinutes}
      hint={said.sessionHint}
      inputMode="numeric"
      value={shown(draft.sessionMinutes)}
      onChange={(text) => onChange({ sessionMinutes: numberOf(text) })}
      mistake={mistakeOf('sessionMinutes')}
      validationBehavior="aria"
    />
    <TextField
      label={said.keepsDays}
      hint={said.keepsHint}
      inputMode="numeric"
      value={shown(draft.keepsDays)}
      onChange={(text) => onChange({ keepsDays: numberOf(text) })}
      mistake={mistakeOf('keepsDays')}
      validationBehavior="aria"
    />
    <Tick
      label={said.partNames.keepsReloads}
      hint={said.keepsReloadsHint}
      isTicked={draft.keepsReloads}
      onChange={(keepsReloads) => onChange({ keepsReloads })}
    />
    <Tick
      label={said.partNames.nightRule}
      hint={said.nightRuleHint}
      isTicked={draft.nightRule}
      onChange={(nightRule) => onChange({ nightRule })}
    />
    <SomeOf
      label={said.partNames.neededPractice}
      hint={said.neededPracticeHint}
      choices={PRACTICE_SCENARIOS.map((value) => ({ value, label: said.practice[value] }))}
      values={draft.neededPractice}
      onChange={(neededPractice) => onChange({ neededPractice })}
    />
  </Card>
);
