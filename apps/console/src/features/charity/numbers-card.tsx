import { useState } from 'react';
import type { CharityView } from '@warmline/contracts';
import { Banner, Button, Card, OneOf, TextField } from '@warmline/ui';
import { CHARITY_LIMITS, COUNTRIES } from '@warmline/vocabulary';
import { commonWords } from '../../shared/i18n/common-words';
import { charityWords as said } from './charity-words';
import type { SectionProps } from './form-parts';

interface NumbersCardProps extends SectionProps {
  readonly packs: CharityView['packs'];
}

/** The country, what it brings as a start, and the emergency number. */
export const NumbersCard = ({ draft, onChange, mistakeOf, packs }: NumbersCardProps) => {
  const [isAsking, setAsking] = useState(false);
  const { country } = draft;
  const start = (): void => {
    const { emergencyNumber, helplines, exit } = packs[country];
    onChange({ emergencyNumber, helplines, exit });
    setAsking(false);
  };
  return (
    <Card title={said.numbers} lead={said.numbersLead}>
      <OneOf
        label={said.country}
        hint={said.countryHint}
        choices={COUNTRIES.map((value) => ({ value, label: said.countries[value] }))}
        value={country}
        onChange={(chosen) => onChange({ country: chosen })}
      />
      {isAsking ? (
        <Banner
          tone="notice"
          actions={
            <>
              <Button size="small" onPress={() => setAsking(false)}>
                {commonWords.cancel}
              </Button>
              <Button size="small" kind="main" onPress={start}>
                {said.startFrom(said.countries[country])}
              </Button>
            </>
          }
        >
          {said.startFromAsk}
        </Banner>
      ) : (
        <div>
          <Button size="small" onPress={() => setAsking(true)}>
            {said.startFrom(said.countries[country])}
          </Button>
        </div>
      )}
      <TextField
        label={said.emergencyNumber}
        hint={said.emergencyHint}
        value={draft.emergencyNumber}
        onChange={(emergencyNumber) => onChange({ emergencyNumber })}
        maxLength={CHARITY_LIMITS.number}
        mistake={mistakeOf('emergencyNumber')}
        validationBehavior="aria"
        isRequired
      />
    </Card>
  );
};
