import { useState } from 'react';
import { Banner, Button, Card, TextField } from '@warmline/ui';
import { CHARITY_LIMITS, darkened, isLegible } from '@warmline/vocabulary';
import { useParts } from '../../shared/page/parts';
import { keepMark } from './charity-requests';
import { charityWords as said } from './charity-words';
import { drawMark } from './draw-mark';
import type { SectionProps } from './form-parts';

const PLAIN = '#1f5c57';

/** The colour of buttons and links. One that cannot be read is shown with a darker one that can. */
const ColourField = ({ draft: { colour }, onChange, mistakeOf }: SectionProps) => {
  const darker = colour === '' || isLegible(colour) ? null : darkened(colour);
  return (
    <>
      <div className="charity__colour">
        <label>
          {said.colourPick}
          <input
            type="color"
            value={/^#[0-9a-f]{6}$/i.test(colour) ? colour : PLAIN}
            onChange={(event) => onChange({ colour: event.target.value })}
          />
        </label>
        <TextField
          label={said.partNames.colour}
          hint={said.colourHint}
          value={colour}
          onChange={(text) => onChange({ colour: text })}
          mistake={mistakeOf('colour')}
          validationBehavior="aria"
        />
      </div>
      {darker === null ? null : (
        <Banner
          tone="notice"
          actions={
            <Button size="small" onPress={() => onChange({ colour: darker })}>
              {said.useDarker(darker)}
            </Button>
          }
        >
          {said.tooPale}
        </Banner>
      )}
    </>
  );
};

const useMark = (onChange: SectionProps['onChange']) => {
  const parts = useParts();
  const [mistake, setMistake] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setBusy(true);
    setMistake(null);
    const picture = await drawMark(file).catch(() => null);
    const answer = picture === null ? null : await keepMark(parts, picture);
    setBusy(false);
    if (answer === null || (answer.ok && answer.value.outcome === 'problem')) setMistake(said.notAPicture);
    else if (!answer.ok) setMistake(said.notSaved);
    else if (answer.value.outcome === 'kept') onChange({ mark: answer.value.mark });
  };
  return { mistake, isBusy, take };
};

const MarkField = ({ draft: { mark, initials }, onChange, mistakeOf }: SectionProps) => {
  const { mistake, isBusy, take } = useMark(onChange);
  const wrong = mistake ?? mistakeOf('mark');
  return (
    <>
      <div className="charity__mark">
        {mark === null ? null : <img src={`/mark/${mark}`} alt={said.markShown} width={48} height={48} />}
        <label className="charity__file">
          {isBusy ? said.markBusy : said.markChoose}
          <input
            type="file"
            accept="image/png,image/svg+xml,image/jpeg,image/webp"
            disabled={isBusy}
            onChange={(event) => void take(event.target.files?.[0])}
          />
        </label>
        {mark === null ? null : (
          <Button size="small" onPress={() => onChange({ mark: null })}>
            {said.markRemove}
          </Button>
        )}
      </div>
      {wrong === undefined ? null : <Banner tone="grave">{wrong}</Banner>}
      <TextField
        label={said.partNames.initials}
        hint={said.initialsHint}
        value={initials}
        onChange={(text) => onChange({ initials: text })}
        maxLength={CHARITY_LIMITS.initials}
        mistake={mistakeOf('initials')}
        validationBehavior="aria"
      />
    </>
  );
};

/** How the page looks: the mark, or initials, and the colour. */
export const LookCard = (props: SectionProps) => (
  <Card title={said.look} lead={said.lookLead}>
    <MarkField {...props} />
    <ColourField {...props} />
  </Card>
);
