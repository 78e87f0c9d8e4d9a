import type { CharityView } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import type { Charity, CharityPart } from '@warmline/vocabulary';
import { locale } from '../../shared/i18n/locale';
import { charityWords as said } from './charity-words';
import type { CharityForm } from './use-charity';

const time = new Intl.DateTimeFormat(locale.formats, { hour: '2-digit', minute: '2-digit' });
const list = new Intl.ListFormat(locale.formats);
const namesOf = (parts: readonly CharityPart[]): string =>
  list.format(parts.map((part) => said.partNames[part]));

const valueWords = (charity: Charity, part: CharityPart): string => {
  if (part === 'helplines') return said.helplines(charity.helplines.length);
  if (part === 'exit') return charity.exit.url;
  if (part === 'privacy') return charity.privacy.text || said.nothing;
  if (part === 'country') return said.countries[charity.country];
  const value = charity[part];
  if (value === null || value === '') return said.nothing;
  return typeof value === 'object' ? list.format(value) : String(value);
};

/** What another person saved while this one was writing, part by part. */
export const ClashNote = ({ form, saved }: { readonly form: CharityForm; readonly saved: Charity }) => {
  const { clash, takeTheirs } = form;
  if (clash === null) return null;
  const names = namesOf(clash.theirs);
  return (
    <>
      <Banner tone="notice" icon="note">
        {clash.by === null ? said.clashUnknown(names) : said.clash(clash.by, names)} {said.clashKept}
      </Banner>
      {clash.both.map((part) => (
        <Banner
          key={part}
          tone="notice"
          actions={
            <Button size="small" onPress={() => takeTheirs(part)}>
              {said.takeTheirs}
            </Button>
          }
        >
          {said.clashBoth(said.partNames[part])} {said.clashSaved(valueWords(saved, part))}
        </Banner>
      ))}
    </>
  );
};

interface UndoNoteProps {
  readonly undo: CharityView['undo'];
  readonly form: CharityForm;
}

/** The last change, for as long as it can be taken back. */
export const UndoNote = ({ undo, form }: UndoNoteProps) => {
  if (undo === null) return null;
  const [at, until] = [time.format(undo.at), time.format(undo.until)];
  return (
    <Banner
      isSpoken={false}
      actions={
        <Button size="small" isDisabled={form.isBusy} onPress={() => void form.undo(undo.change)}>
          {said.undo}
        </Button>
      }
    >
      {undo.isOwn ? said.undoableOwn(at, until) : said.undoable(undo.byName, at, until)}{' '}
      {said.changedParts(namesOf(undo.parts))}
    </Banner>
  );
};

/** What became of the last press. */
export const ToldNote = ({ form: { told } }: { readonly form: CharityForm }) =>
  told === null ? null : (
    <Banner tone={told.kind === 'saved' || told.kind === 'undone' ? 'calm' : 'grave'}>{told.text}</Banner>
  );
