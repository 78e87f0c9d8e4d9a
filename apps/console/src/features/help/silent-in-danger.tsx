import { useNavigate } from '@tanstack/react-router';
import type { HelpView } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { helpWords } from './help-words';
import { useAlarmTone } from './use-alarm-tone';

/** Each question comes after so much silence. */
const ASKED_EVERY_MIN = 5;

/** Visitors in danger who have not answered whether they are there: told on every page, with a tone each time they are asked. */
export const SilentInDanger = ({ list }: { readonly list: HelpView['silent'] }) => {
  const navigate = useNavigate();
  const now = useNow(5_000);
  useAlarmTone(list);
  const [first] = list;
  if (first === undefined) return null;
  const minutes = first.rings * ASKED_EVERY_MIN + minutesBetween(first.since, now);
  return (
    <Banner
      tone="grave"
      icon="warn"
      isSpoken={false}
      actions={
        <Button size="small" kind="main" onPress={() => void navigate({ to: '/now' })}>
          {helpWords.seeSilent}
        </Button>
      }
    >
      <strong role="alert">{helpWords.silent(first.responder.name, minutes, list.length - 1)}</strong>
    </Banner>
  );
};
