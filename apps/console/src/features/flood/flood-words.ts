import { isolated, withIsolatedTexts } from '../../shared/i18n/isolated';
import { min } from '../../shared/i18n/spans';

const chats = (count: number): string => (count === 1 ? '1 chat' : `${count} chats`);

export const floodWords = withIsolatedTexts({
  look: (count: number) => `These ${count} chats look like one flood`,
  proposeTitle: 'Are these chats one flood?',
  proposeLead:
    'They came from one network within an hour. Nothing happens to them until another supervisor agrees.',
  which: 'Chats to set aside',
  whichHint:
    'Chats with words, or of people who may be in danger, are not chosen for you. Choose one only if you are sure that no one is there.',
  came: (time: string, language: string) => `Came at ${time}, ${language}`,
  about: (written: string, safety: string) => `${written}. ${safety}.`,
  written: (count: number) => {
    if (count === 0) return 'Has written nothing';
    return count === 1 ? 'Has written 1 message' : `Has written ${count} messages`;
  },
  proof: 'For an hour, new chats from there start with a short proof of work',
  proofHint:
    'The device works for some seconds before the chat starts, and the page says who else to call. People who say they are in danger are never asked. The other supervisor has to want it too.',
  proofAsked: (name: string) =>
    `${name} wants this too. The device works for some seconds before the chat starts. People who say they are in danger are never asked.`,
  proofOn: (time: string) =>
    `New chats from the network of a flood start with a short proof of work until ${time}. People in danger are not asked.`,
  stopProof: 'Stop now',
  choose: 'Choose at least one chat.',
  propose: 'Ask another supervisor',
  proposing: 'Asking…',
  mine: (count: number) =>
    `You proposed to set ${chats(count)} aside as one flood. Another supervisor has to agree.`,
  theirs: (name: string, count: number) => `${name} proposes to set ${chats(count)} aside as one flood.`,
  open: 'Look at the list',
  takeBack: 'Take it back',
  confirmTitle: 'Set these chats aside?',
  confirmLead: (name: string) =>
    `${name} proposes it. No one is asked for these chats, and they end after ten minutes. Until then you can undo it. Anyone who writes is back in the queue at once.`,
  plain: 'Wrote nothing, and did not say that they are in danger',
  risky: 'Wrote something, or may be in danger',
  riskyHint: (name: string) =>
    `${name} chose these one by one. Choose one only if you are sure too that no one is there. The others stay in the queue.`,
  confirm: 'Set aside',
  confirming: 'Setting aside…',
  refuse: 'This is no flood',
  aside: (count: number, { first, second, time }: { first: string; second: string; time: string }) =>
    `${chats(count)} set aside as one flood, by ${isolated(first)} and ${isolated(second)}. They end at ${time}.`,
  left: (minutes: number) => `${min(minutes)} left to undo`,
  undo: 'Undo',
});
