import type { ResourceRow, ServiceRow, StarterRow } from '@warmline/postgres';

/** The demo charity: invented, open around the clock. */
export const DEMO_SERVICE: Omit<ServiceRow, 'id'> = {
  name: 'Harbour Listening',
  languages: ['en'],
  timeZone: 'Europe/London',
  onCall: true,
};

type DemoStarter = Omit<StarterRow, 'id' | 'serviceId' | 'position'>;

/** Starters for each stage. Only facts about the service may go out as they are. */
export const DEMO_STARTERS: readonly DemoStarter[] = [
  {
    stage: 'connect',
    title: 'Say hello',
    body: 'Hello, thank you for getting in touch. I’m here with you now. What has brought you here today?',
    sendsUnedited: false,
  },
  {
    stage: 'connect',
    title: 'How long we have',
    body: 'We have up to about 45 minutes together. If it goes quiet I’ll check in with you, and you can come back at any time.',
    sendsUnedited: true,
  },
  {
    stage: 'connect',
    title: 'What stays private',
    body: 'What you tell me stays within our team. If your life or someone else’s is in danger we may have to tell someone, and we would talk with you first if we can.',
    sendsUnedited: true,
  },
  {
    stage: 'understand',
    title: 'Reflect a feeling',
    body: 'It sounds as if that has been very heavy to carry. Did I understand you right?',
    sendsUnedited: false,
  },
  {
    stage: 'understand',
    title: 'Ask to hear more',
    body: 'What has been the hardest part of this for you?',
    sendsUnedited: false,
  },
  {
    stage: 'safety',
    title: 'Ask about suicide',
    body: 'When things feel like this, some people think about ending their life. Is that something you are thinking about?',
    sendsUnedited: false,
  },
  {
    stage: 'safety',
    title: 'Emergency number',
    body: 'If your life is in danger right now, please call 999, or go to the nearest A&E department.',
    sendsUnedited: true,
  },
  {
    stage: 'what_next',
    title: 'The next small step',
    body: 'What could be one small thing that would make tonight a little easier?',
    sendsUnedited: false,
  },
  {
    stage: 'close',
    title: 'Begin to end',
    body: 'We have about ten minutes left. Is there something you would like to come back to before we finish?',
    sendsUnedited: false,
  },
];

type Resource = Omit<ResourceRow, 'id' | 'serviceId' | 'position'>;

/** Real services of the United Kingdom, as published on their own pages at the day of review. */
export const DEMO_RESOURCES: readonly Resource[] = [
  {
    name: 'Emergency services',
    description: 'When a life is in danger now.',
    url: null,
    phone: '999',
    hours: 'Always',
    source: 'gov.uk',
    reviewedOn: '2026-11-01',
  },
  {
    name: 'Samaritans',
    description: 'Someone to listen, about anything, in confidence.',
    url: 'https://www.samaritans.org',
    phone: '116 123',
    hours: 'Always, free from any phone',
    source: 'samaritans.org',
    reviewedOn: '2026-11-01',
  },
  {
    name: 'NHS 111, mental health option',
    description: 'Urgent help with mental health: call and choose option 2.',
    url: 'https://111.nhs.uk',
    phone: '111',
    hours: 'Always',
    source: 'nhs.uk',
    reviewedOn: '2026-11-01',
  },
  {
    name: 'Childline',
    description: 'For anyone under 19, about anything.',
    url: 'https://www.childline.org.uk',
    phone: '0800 1111',
    hours: 'Always, free',
    source: 'childline.org.uk',
    reviewedOn: '2026-11-01',
  },
  {
    name: 'National Domestic Abuse Helpline',
    description: 'For women who are being hurt or controlled by somebody close; run by Refuge.',
    url: 'https://www.nationaldahelpline.org.uk',
    phone: '0808 2000 247',
    hours: 'Always, free',
    source: 'nationaldahelpline.org.uk',
    reviewedOn: '2026-11-01',
  },
  {
    name: 'Cruse Bereavement Support',
    description: 'After somebody died.',
    url: 'https://www.cruse.org.uk',
    phone: '0808 808 1677',
    hours: 'Weekdays, see their page',
    source: 'cruse.org.uk',
    reviewedOn: '2026-11-01',
  },
];
