import { useState } from 'react';
import type { LiveView, StaffCommands } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, OneOf, Tick } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient } from '../../shared/live/live-provider';
import type { Waiting } from './queue-rows';
import { queueWords } from './queue-words';

type Person = LiveView['people'][number];

const said = queueWords;

const statusOf = ({ obstacles, present, availability }: Person): string => {
  if (!present) return said.obstacle.absent;
  if (availability === 'away') return said.obstacle.away;
  const [first] = obstacles;
  return first === undefined ? said.mayBeAsked : said.obstacle[first.reason];
};

const whyNot = ({ obstacles }: StaffCommands['offer:assign']['reply']): string =>
  obstacles.map(({ reason }) => said.obstacle[reason]).join(', ');

export interface AskDialogProps {
  readonly one: Waiting;
  readonly people: readonly Person[];
  readonly onClose: () => void;
  readonly onAsked: (name: string) => void;
}

/** Whom to ask for one visitor. What protects people is told beside each name, and cannot be passed over. */
export const AskDialog = ({ one, people, onClose, onAsked }: AskDialogProps) => {
  const client = useClient();
  const [staffId, setStaffId] = useState<string | null>(null);
  const [isAbove, setAbove] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const here = people.filter(({ present }) => present);
  const ask = async (): Promise<void> => {
    const person = people.find(({ id }) => id === staffId);
    if (person === undefined) return setWrong(said.askChoose);
    setBusy(true);
    const outcome = await client.send('offer:assign', {
      conversationId: one.conversationId,
      staffId: person.id,
      aboveCapacity: isAbove,
    });
    setBusy(false);
    if (outcome.kind !== 'done') return setWrong(outcomeWords(outcome));
    if (outcome.value.isAsked) return onAsked(person.name);
    setWrong(said.notAsked(person.name, whyNot(outcome.value)));
  };
  return (
    <Dialog title={said.askTitle} isOpen onClose={onClose}>
      <p>{said.askLead}</p>
      <OneOf<string>
        label={said.askWho}
        shape="lines"
        choices={here.map((person) => ({
          value: person.id,
          label: person.name,
          hint: statusOf(person),
        }))}
        value={staffId}
        onChange={setStaffId}
      />
      {one.band === 1 ? <Tick label={said.above} isTicked={isAbove} onChange={setAbove} /> : null}
      {wrong === null ? null : <Banner tone="notice">{wrong}</Banner>}
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <Button kind="main" isBusy={isBusy} onPress={() => void ask()}>
          {isBusy ? said.asking : said.askIt}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
