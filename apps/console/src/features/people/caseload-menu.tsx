import type { LiveView } from '@warmline/contracts';
import { MenuButton } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { peopleWords } from './people-words';
import type { Person } from './person-words';

export type Running = LiveView['conversations'][number];

/** What a supervisor can do with a conversation that someone holds. */
export interface ConversationActs {
  readonly onRead: (one: Running) => void;
  readonly onTakeOver: (one: Running) => void;
}

export interface CaseloadMenuProps extends ConversationActs {
  readonly person: Person;
  readonly held: readonly Running[];
  /** One's own can be neither read along nor taken over. */
  readonly isMine: boolean;
}

const said = peopleWords;

/** How many conversations a person holds, with a way into each. */
export const CaseloadMenu = ({ person, held, isMine, onRead, onTakeOver }: CaseloadMenuProps) => {
  const room = said.roomOf(person.load, person.capacityNow);
  if (held.length === 0 || isMine) return <>{room}</>;
  const nameOf = ({ visitorName, conversationId }: Running): string =>
    visitorCalled(visitorName, conversationId);
  const choose = (key: string): void => {
    const [act, conversationId] = key.split(' ');
    const one = held.find((running) => running.conversationId === conversationId);
    if (one === undefined) return;
    if (act === 'read') onRead(one);
    else onTakeOver(one);
  };
  return (
    <MenuButton<string>
      label={said.caseloadOf(person.name, room)}
      entries={held.flatMap((one) => [
        { key: `read ${one.conversationId}`, label: commonWords.readWith(nameOf(one)), hint: said.readHint },
        {
          key: `take ${one.conversationId}`,
          label: said.takeOver(nameOf(one)),
          hint: commonWords.takeOverHint,
        },
      ])}
      onChoose={choose}
    >
      {room}
    </MenuButton>
  );
};
