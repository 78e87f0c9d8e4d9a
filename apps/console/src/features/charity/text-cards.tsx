import { Card, TextField } from '@warmline/ui';
import { CHARITY_LIMITS } from '@warmline/vocabulary';
import { charityWords as said } from './charity-words';
import type { SectionProps } from './form-parts';

export const NameCard = ({ draft, onChange, mistakeOf }: SectionProps) => (
  <Card title={said.partNames.name} isTitleHidden>
    <TextField
      label={said.name}
      hint={said.nameHint}
      value={draft.name}
      onChange={(name) => onChange({ name })}
      maxLength={CHARITY_LIMITS.name}
      mistake={mistakeOf('name')}
      validationBehavior="aria"
      isRequired
    />
  </Card>
);

/** What the charity adds to what visitors read about privacy. */
export const PrivacyCard = ({ draft: { privacy }, onChange, mistakeOf }: SectionProps) => (
  <Card title={said.partNames.privacy} lead={said.privacyLead}>
    <TextField
      label={said.privacyText}
      rows={4}
      value={privacy.text}
      onChange={(text) => onChange({ privacy: { ...privacy, text } })}
      maxLength={CHARITY_LIMITS.privacyText}
      mistake={mistakeOf('privacy.text')}
      validationBehavior="aria"
    />
    <TextField
      label={said.privacyUrl}
      hint={said.privacyUrlHint}
      value={privacy.url}
      onChange={(url) => onChange({ privacy: { ...privacy, url } })}
      maxLength={CHARITY_LIMITS.privacyUrl}
      mistake={mistakeOf('privacy.url')}
      validationBehavior="aria"
    />
  </Card>
);

/** Where quick exit goes. */
export const ExitCard = ({ draft: { exit }, onChange, mistakeOf }: SectionProps) => (
  <Card title={said.exit} lead={said.exitLead}>
    <TextField
      label={said.exitUrl}
      value={exit.url}
      onChange={(url) => onChange({ exit: { ...exit, url } })}
      maxLength={CHARITY_LIMITS.exitUrl}
      mistake={mistakeOf('exit.url')}
      validationBehavior="aria"
      isRequired
    />
    <TextField
      label={said.exitTitle}
      value={exit.title}
      onChange={(title) => onChange({ exit: { ...exit, title } })}
      maxLength={CHARITY_LIMITS.exitTitle}
      mistake={mistakeOf('exit.title')}
      validationBehavior="aria"
      isRequired
    />
  </Card>
);
