import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Outcome } from '@warmline/client';
import type { LiveView } from '@warmline/contracts';
import {
  Banner,
  Button,
  Dialog,
  DialogFoot,
  Dot,
  Empty,
  Mark,
  MenuButton,
  Table,
  type TableColumn,
} from '@warmline/ui';
import { presentFirst } from '../../shared/desk/present-first';
import { commonWords } from '../../shared/i18n/common-words';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { CaseloadMenu, type ConversationActs } from './caseload-menu';
import { peopleWords, careWords } from './people-words';
import { AllowHoursDialog, CareMarks, isNearWeek } from './person-care';
import { personAnchor, shiftWordsOf, statusOf, trainingMarks, type Person } from './person-words';
import './people.css';

type PersonAct = 'capacity_1' | 'capacity_2' | 'capacity_3' | 'break' | 'close' | 'contacted' | 'hours';

const said = peopleWords;
const CAPACITY_OF = { capacity_1: 1, capacity_2: 2, capacity_3: 3 } as const;

const Status = ({ person }: { readonly person: Person }) => {
  const { presence, why } = statusOf(person);
  return (
    <span className="people__status">
      <Dot tone={presence === 'available' ? (why === null ? 'on' : 'notice') : 'off'} />
      {commonWords.present[presence]}
      {why === null ? null : <span className="ui-table__soft">{why}</span>}
    </span>
  );
};

const BreakCell = ({ person, now }: { readonly person: Person; readonly now: number }) => {
  const { breakDueAt, obstacles } = person;
  const isDue = obstacles.some(({ reason }) => reason === 'break_due');
  if (breakDueAt === null) return <span className="ui-table__soft">{said.noBreak}</span>;
  return isDue || breakDueAt <= now ? (
    <Mark tone="notice" icon="clock">
      {said.breakDue}
    </Mark>
  ) : (
    <>{said.breakIn(minutesBetween(now, breakDueAt))}</>
  );
};

const TrainingCell = ({ person, now }: { readonly person: Person; readonly now: number }) => {
  const marks = trainingMarks(person, now);
  if (marks.length === 0) return <span className="ui-table__soft">{said.trainingFine}</span>;
  return (
    <span className="people__marks">
      {marks.map(({ text, isOver }) => (
        <Mark key={text} tone={isOver ? 'grave' : 'notice'} icon={isOver ? 'warn' : 'clock'}>
          {text}
        </Mark>
      ))}
    </span>
  );
};

const NameCell = ({ person, now }: { readonly person: Person; readonly now: number }) => (
  <>
    <bdi id={personAnchor(person.id)} tabIndex={-1}>
      {person.name}
    </bdi>{' '}
    <span className="ui-table__soft people__role">{commonWords.roles[person.role]}</span>
    <CareMarks person={person} now={now} />
  </>
);

interface ActsCellProps {
  readonly person: Person;
  readonly onAct: (act: PersonAct, person: Person) => void;
}

const ActsCell = ({ person, onAct }: ActsCellProps) => (
  <MenuButton<PersonAct>
    label={said.acts(person.name)}
    entries={[
      ...(person.contactWantedAt === null
        ? []
        : [{ key: 'contacted' as const, label: careWords.contacted, hint: careWords.contactedHint }]),
      ...(isNearWeek(person) && person.week.allowed === null
        ? [{ key: 'hours' as const, label: careWords.allowHours, hint: careWords.allowHoursHint }]
        : []),
      { key: 'break', label: said.break_, hint: said.breakHint },
      { key: 'close', label: said.close, hint: said.closeHint },
      ...([1, 2, 3] as const)
        .filter((units) => units !== person.capacity)
        .map((units) => ({
          key: `capacity_${units}` as const,
          label: said.capacityTo(units),
          hint: said.capacityHint,
        })),
    ]}
    onChoose={(act) => onAct(act, person)}
  >
    {said.more}
  </MenuButton>
);

interface ColumnsInput extends ConversationActs {
  readonly board: LiveView;
  readonly me: string | null;
  readonly now: number;
  readonly onAct: (act: PersonAct, person: Person) => void;
}

const columnsOf = (input: ColumnsInput): readonly TableColumn<Person>[] => {
  const { board, me, now, onAct, onRead, onTakeOver } = input;
  const heldBy = ({ id }: Person) => board.conversations.filter(({ responderId }) => responderId === id);
  return [
    { key: 'name', title: commonWords.name, cell: (person) => <NameCell person={person} now={now} /> },
    { key: 'status', title: commonWords.status, cell: (person) => <Status person={person} /> },
    {
      key: 'capacity',
      title: said.room,
      kind: 'number',
      cell: (person) => (
        <CaseloadMenu
          person={person}
          held={heldBy(person)}
          isMine={person.id === me}
          onRead={onRead}
          onTakeOver={onTakeOver}
        />
      ),
    },
    { key: 'shift', title: said.shift, kind: 'figure', cell: (person) => shiftWordsOf(person, now) },
    {
      key: 'break',
      title: said.break,
      kind: 'figure',
      cell: (person) => <BreakCell person={person} now={now} />,
    },
    {
      key: 'training',
      title: said.training,
      cell: (person) => <TrainingCell person={person} now={now} />,
    },
    {
      key: 'actions',
      title: commonWords.actions,
      kind: 'actions',
      cell: (person) => <ActsCell person={person} onAct={onAct} />,
    },
  ];
};

interface CloseProps {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onAgreed: () => void;
}

const CloseShiftDialog = ({ person, onClose, onAgreed }: CloseProps) => (
  <Dialog title={said.closeTitle(person.name)} isOpen onClose={onClose} isLight>
    <p>{said.closeLead(person.name)}</p>
    <DialogFoot>
      <Button onPress={onClose}>{commonWords.cancel}</Button>
      <Button kind="main" autoFocus onPress={onAgreed}>
        {said.closeIt}
      </Button>
    </DialogFoot>
  </Dialog>
);

export interface PeopleProps extends ConversationActs {
  readonly board: LiveView;
}

/** Goes to the person whom the address names, once. */
const useNamedPerson = (): void => {
  const hash = useLocation({ select: (at) => at.hash });
  useEffect(() => {
    if (hash !== '') document.getElementById(hash)?.focus();
  }, [hash]);
};

/** Who is here, what protects each of them now, and what a supervisor can do for them. */
export const People = ({ board, onRead, onTakeOver }: PeopleProps) => {
  const client = useClient();
  const now = useNow(15_000);
  const me = useLive(({ desk }) => desk?.me.id ?? null);
  const [closing, setClosing] = useState<Person | null>(null);
  const [lengthening, setLengthening] = useState<Person | null>(null);
  const [told, setTold] = useState<string | null>(null);
  useNamedPerson();
  const people = presentFirst(board);
  const tell = async (asked: Promise<Outcome<unknown>>, word: string): Promise<void> => {
    const outcome = await asked;
    setTold(outcome.kind === 'done' ? word : outcomeWords(outcome));
  };
  const act = (name: PersonAct, person: Person): void => {
    if (name === 'close') return setClosing(person);
    if (name === 'hours') return setLengthening(person);
    if (name === 'contacted')
      return void tell(
        client.send('person:contacted', { staffId: person.id }),
        careWords.contactedDone(person.name),
      );
    if (name === 'break')
      return void tell(
        client.send('person:call_break', { staffId: person.id }),
        said.done.break(person.name),
      );
    const units = CAPACITY_OF[name];
    void tell(
      client.send('person:set_capacity', { staffId: person.id, capacity: units }),
      said.done.capacity(person.name, units),
    );
  };
  const closeShift = (person: Person): void => {
    setClosing(null);
    void tell(client.send('person:close_shift', { staffId: person.id }), said.done.close(person.name));
  };
  if (people.length === 0)
    return (
      <Empty icon="person" title={commonWords.peopleNone}>
        {commonWords.peopleNoneMore}
      </Empty>
    );
  return (
    <>
      {told === null ? null : <Banner icon="person">{told}</Banner>}
      <Table
        label={said.title}
        columns={columnsOf({ board, me, now, onAct: act, onRead, onTakeOver })}
        rows={people}
        rowKey={({ id }) => id}
        isSoft={({ present }) => !present}
      />
      {lengthening === null ? null : (
        <AllowHoursDialog
          person={lengthening}
          onClose={() => setLengthening(null)}
          onAllow={(reason) => {
            setLengthening(null);
            void tell(
              client.send('person:allow_hours', { staffId: lengthening.id, reason }),
              careWords.allowedDone(lengthening.name),
            );
          }}
        />
      )}
      {closing === null ? null : (
        <CloseShiftDialog
          person={closing}
          onClose={() => setClosing(null)}
          onAgreed={() => closeShift(closing)}
        />
      )}
    </>
  );
};
