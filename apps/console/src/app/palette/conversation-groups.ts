import type { CaseloadItem, Desk } from '@warmline/contracts';
import type { PaletteEntry, PaletteGroup } from '../../features/palette/palette';
import { paletteWords } from '../../features/palette/palette-words';
import type { Resource, Starter } from '../../shared/content/content-query';
import {
  askForComposer,
  askForHandover,
  askForNote,
  askForResources,
  askForSafety,
  selectConversation,
  setEnding,
  showPane,
  showTab,
} from '../../shared/desk/desk-view';
import { addToDraft } from '../../shared/desk/drafts';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { shortcutLabel, type ShortcutName } from '../../shared/shortcuts/shortcut';
import { shortcutWords } from '../../shared/shortcuts/shortcut-words';
import { isMac } from '../../shared/shortcuts/use-shortcuts';

/** Goes to the desk and does something there. */
export type OnDesk = (act: () => void) => void;

const said = paletteWords;

export const entryOfShortcut = (name: ShortcutName, act: () => void): PaletteEntry => ({
  key: name,
  label: shortcutWords[name],
  keys: shortcutLabel(name, isMac()),
  act,
});

const nameOf = ({ visitorName, conversationId }: CaseloadItem): string =>
  visitorCalled(visitorName, conversationId);

export const conversationsGroup = (desk: Desk, onDesk: OnDesk): PaletteGroup => ({
  key: 'conversations',
  title: said.groups.conversations,
  entries: desk.caseload.map((item) => ({
    key: `conversation-${item.conversationId}`,
    label: nameOf(item),
    ...(item.state === 'wrap_up' ? { hint: said.wrapUp } : {}),
    act: () =>
      onDesk(() => {
        selectConversation(item.conversationId);
        if (item.state === 'talking') askForComposer();
      }),
  })),
});

const toWrapUp = (): void => {
  showTab('wrap_up');
  showPane('side');
};

/** What can be done with the conversation that is open; only a running one is replied to, handed over or ended. */
export const actionsGroup = (item: CaseloadItem, onDesk: OnDesk): PaletteGroup => {
  const at = (name: ShortcutName, act: () => void): PaletteEntry => entryOfShortcut(name, () => onDesk(act));
  const always = [
    at('safety', askForSafety),
    at('note', askForNote),
    at('resources', () => askForResources()),
  ];
  return {
    key: 'actions',
    title: said.groups.actions(nameOf(item)),
    entries:
      item.state === 'talking'
        ? [
            at('reply', askForComposer),
            ...always,
            at('handOver', askForHandover),
            at('end', () => setEnding(true)),
          ]
        : [{ key: 'wrap_up', label: said.goToWrapUp, act: () => onDesk(toWrapUp) }, ...always],
  };
};

/** Puts text into the reply; sending stays the person's own act. */
const putInReply = (conversationId: string, text: string, onDesk: OnDesk): void =>
  onDesk(() => {
    addToDraft(conversationId, text);
    askForComposer();
  });

export const startersGroup = (
  starters: readonly Starter[],
  conversationId: string,
  onDesk: OnDesk,
): PaletteGroup => ({
  key: 'starters',
  title: said.groups.starters,
  isOnlySearched: true,
  entries: starters.map(({ id, title, body }) => ({
    key: `starter-${id}`,
    label: title,
    hint: body,
    act: () => putInReply(conversationId, body, onDesk),
  })),
});

/** `conversationId` is whose reply they go into; without one they are shown in the list of resources. */
export const resourcesGroup = (
  resources: readonly (Resource & { readonly reply: string })[],
  conversationId: string | null,
  onDesk: OnDesk,
): PaletteGroup => ({
  key: 'resources',
  title: conversationId === null ? said.groups.resourcesToRead : said.groups.resources,
  isOnlySearched: true,
  entries: resources.map(({ id, name, description, reply }) => ({
    key: `resource-${id}`,
    label: name,
    hint: description,
    act: () =>
      conversationId === null
        ? onDesk(() => askForResources(name))
        : putInReply(conversationId, reply, onDesk),
  })),
});
