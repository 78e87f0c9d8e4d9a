import { Banner, Button, Card, OneOf, TextField, Tick } from '@warmline/ui';
import { CHARITY_LIMITS, type Helpline } from '@warmline/vocabulary';
import { dayTyped } from '../../shared/i18n/moment-words';
import { charityWords as said } from './charity-words';
import type { SectionProps } from './form-parts';

const NEW_LINE: Helpline = {
  name: '',
  what: '',
  hours: '',
  number: '',
  by: 'call',
  isFree: false,
  source: '',
  reviewedOn: '',
};

interface HelplineFieldsProps {
  readonly line: Helpline;
  readonly place: number;
  readonly mistakeOf: SectionProps['mistakeOf'];
  readonly onChange: (line: Helpline) => void;
  readonly onUp: () => void;
  readonly onRemove: () => void;
}

const TEXTS = [
  ['name', said.helplineName, CHARITY_LIMITS.helplineName],
  ['number', said.helplineNumber, CHARITY_LIMITS.number],
  ['what', said.helplineWhat, CHARITY_LIMITS.helplineWhat],
  ['hours', said.helplineHours, CHARITY_LIMITS.helplineHours],
  ['source', said.source, CHARITY_LIMITS.source],
] as const;

const nameOf = ({ name }: Helpline): string => (name.trim() === '' ? said.unnamed : name);

const HelplineFields = ({ line, place, mistakeOf, onChange, onUp, onRemove }: HelplineFieldsProps) => {
  const field = (name: string): string => `helplines.${place}.${name}`;
  return (
    <fieldset className="charity__line">
      <legend>{place === 0 ? said.helplineFirst : said.helpline(place + 1)}</legend>
      <div className="charity__fields">
        {TEXTS.map(([name, label, most]) => (
          <TextField
            key={name}
            label={label}
            value={line[name]}
            onChange={(text) => onChange({ ...line, [name]: text })}
            maxLength={most}
            mistake={mistakeOf(field(name))}
            validationBehavior="aria"
          />
        ))}
        <TextField
          label={said.reviewedOn}
          value={dayTyped(line.reviewedOn)}
          onChange={(reviewedOn) => onChange({ ...line, reviewedOn })}
          mistake={mistakeOf(field('reviewedOn'))}
          validationBehavior="aria"
        />
      </div>
      <OneOf
        label={said.helplineBy}
        choices={(['call', 'text'] as const).map((value) => ({ value, label: said.by[value] }))}
        value={line.by}
        onChange={(by) => onChange({ ...line, by })}
        mistake={mistakeOf(field('by'))}
      />
      <Tick label={said.isFree} isTicked={line.isFree} onChange={(isFree) => onChange({ ...line, isFree })} />
      <div className="charity__acts">
        {place === 0 ? null : (
          <Button size="small" onPress={onUp}>
            {said.up(nameOf(line))}
          </Button>
        )}
        <Button size="small" kind="quiet" onPress={onRemove}>
          {said.remove(nameOf(line))}
        </Button>
      </div>
    </fieldset>
  );
};

const movedUp = (lines: readonly Helpline[], place: number): Helpline[] => {
  const moved = [...lines];
  const [line] = moved.splice(place, 1);
  if (line !== undefined) moved.splice(place - 1, 0, line);
  return moved;
};

/** Whom else visitors can reach. The first is named beside the emergency number. */
export const HelplinesCard = ({ draft, onChange, mistakeOf }: SectionProps) => {
  const { helplines } = draft;
  const set = (lines: readonly Helpline[]): void => onChange({ helplines: lines });
  const mistake = mistakeOf('helplines');
  return (
    <Card title={said.partNames.helplines} lead={said.helplinesLead}>
      {mistake === undefined ? null : <Banner tone="grave">{mistake}</Banner>}
      {helplines.map((line, place) => (
        <HelplineFields
          // Lines have no ids of their own, and a name changes while it is typed.
          key={place}
          line={line}
          place={place}
          mistakeOf={mistakeOf}
          onChange={(changed) => set(helplines.map((each, at) => (at === place ? changed : each)))}
          onUp={() => set(movedUp(helplines, place))}
          onRemove={() => set(helplines.filter((_, at) => at !== place))}
        />
      ))}
      <div>
        <Button
          icon="plus"
          isDisabled={helplines.length >= CHARITY_LIMITS.helplines}
          onPress={() => set([...helplines, NEW_LINE])}
        >
          {said.addHelpline}
        </Button>
      </div>
    </Card>
  );
};
