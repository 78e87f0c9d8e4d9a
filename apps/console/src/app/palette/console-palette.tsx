import { useNavigate } from '@tanstack/react-router';
import type { Desk, Session } from '@warmline/contracts';
import { resourceAsReply } from '../../features/content/resource-as-reply';
import { Palette, type PaletteEntry, type PaletteGroup } from '../../features/palette/palette';
import { paletteWords } from '../../features/palette/palette-words';
import { personAnchor } from '../../features/people/person-words';
import { useContent } from '../../shared/content/content-query';
import { useDeskView } from '../../shared/desk/desk-view';
import { presentFirst } from '../../shared/desk/present-first';
import { commonWords } from '../../shared/i18n/common-words';
import { useClient, useLive, useView } from '../../shared/live/live-provider';
import { actOfShortcut } from '../../shared/shortcuts/use-shortcuts';
import { everyPageOf } from '../frame/pages';
import {
  actionsGroup,
  conversationsGroup,
  entryOfShortcut,
  resourcesGroup,
  startersGroup,
  type OnDesk,
} from './conversation-groups';

const said = paletteWords;

const usePages = (staff: Session['staff']): PaletteGroup => {
  const navigate = useNavigate();
  return {
    key: 'pages',
    title: said.groups.pages,
    entries: everyPageOf(staff).map(({ to, label }) => ({
      key: to,
      label,
      act: () => void navigate({ to }),
    })),
  };
};

const useOnDesk = (): OnDesk => {
  const navigate = useNavigate();
  return (act) => void navigate({ to: '/' }).then(act);
};

/** What works on every page, as far as it does something now. */
const OF_ME = ['accept', 'decline', 'call', 'breakAfter', 'blur', 'list'] as const;

const useMyActions = (): PaletteGroup => {
  const client = useClient();
  const availability = useLive(({ desk }) => desk?.me.availability ?? null);
  const isAway = availability === 'away';
  const shortcuts = OF_ME.flatMap((name): readonly PaletteEntry[] => {
    const act = actOfShortcut(name);
    return act === null ? [] : [entryOfShortcut(name, act)];
  });
  const status: PaletteEntry = {
    key: 'status',
    label: isAway ? said.available : said.away,
    act: () => void client.setAvailability(isAway ? 'available' : 'away'),
  };
  return {
    key: 'me',
    title: said.groups.me,
    entries: availability === null ? shortcuts : [...shortcuts, status],
  };
};

const writableIn = (desk: Desk | null, selected: string | null): string | null => {
  const open = desk?.caseload.find(({ conversationId }) => conversationId === selected);
  return open?.state === 'talking' ? open.conversationId : null;
};

/** What can go into the reply of the conversation that is open. */
const useContentGroups = (): readonly PaletteGroup[] => {
  const selected = useDeskView((view) => view.selected);
  const writable = useLive(({ desk }) => writableIn(desk, selected));
  const { data: content } = useContent();
  const onDesk = useOnDesk();
  if (content === undefined) return [];
  const resources = content.resources.map((one) => ({ ...one, reply: resourceAsReply(one) }));
  return [
    ...(writable === null ? [] : [startersGroup(content.starters, writable, onDesk)]),
    resourcesGroup(resources, writable, onDesk),
  ];
};

/** What leads to a conversation of one's own, or does something in the one that is open. */
const useConversationGroups = (): readonly PaletteGroup[] => {
  const desk = useLive((live) => live.desk);
  const selected = useDeskView((view) => view.selected);
  const onDesk = useOnDesk();
  if (desk === null) return [];
  const open = desk.caseload.find(({ conversationId }) => conversationId === selected);
  return [...(open === undefined ? [] : [actionsGroup(open, onDesk)]), conversationsGroup(desk, onDesk)];
};

interface ConsolePaletteProps {
  readonly staff: Session['staff'];
  readonly onClose: () => void;
}

interface EverythingProps extends ConsolePaletteProps {
  readonly people?: readonly PaletteGroup[];
}

/** What is near comes first: the open conversation, then one's own, then what works everywhere. */
const Everything = ({ staff, onClose, people = [] }: EverythingProps) => {
  const groups = [
    ...useConversationGroups(),
    useMyActions(),
    usePages(staff),
    ...people,
    ...useContentGroups(),
  ];
  return <Palette groups={groups} onClose={onClose} />;
};

const OfSupervisor = (props: ConsolePaletteProps) => {
  const navigate = useNavigate();
  const { view } = useView('liveView');
  const people = (view === null ? [] : presentFirst(view)).map((person) => ({
    key: `person-${person.id}`,
    label: person.name,
    hint: commonWords.present[person.present ? person.availability : 'gone'],
    act: () => void navigate({ to: '/people', hash: personAnchor(person.id) }),
  }));
  const group = { key: 'people', title: said.groups.people, isOnlySearched: true, entries: people };
  return <Everything {...props} people={[group]} />;
};

/** Finds everything a person may open or do, for their role. */
export const ConsolePalette = (props: ConsolePaletteProps) =>
  props.staff.role === 'supervisor' ? <OfSupervisor {...props} /> : <Everything {...props} />;
