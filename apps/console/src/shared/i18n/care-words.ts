/** What a supervisor reads and does so that nobody is alone with it. */
export const careWords = {
  contactWanted: 'Would like to talk',
  contacted: 'We have talked',
  contactedHint: 'Takes the mark away. Nothing of it is kept.',
  contactedDone: (name: string) => `Noted: you have talked with ${name}.`,
  firstTalks: (held: number, most: number) => `First talks: ${held} of ${most}`,
  backAfterLong: 'Back after long',
  observed: (count: number) => (count === 0 ? 'None read along with yet' : `${count} read along with`),
  readAlong: {
    first_conversations: 'One of their first talks: read along',
    back_after_long: 'Back after long: read along',
  },
  week: (used: string, most: string) => `This week ${used} of ${most}`,
  allowedBy: (name: string, until: string) => `${name} allowed more until ${until}`,
  allowHours: 'Allow more hours…',
  allowHoursHint: 'For a day, up to what nobody can lengthen.',
  allowTitle: (name: string) => `Allow more hours for ${name}?`,
  allowLead: (used: string, most: string) =>
    `They were on shift for ${used} in the last seven days; ${most} is the limit. With your word it is longer for a day. The hours of a day, breaks and gaps stay as they are. Your name and the reason are recorded.`,
  reason: 'Why',
  reasons: {
    nobody_else: 'Nobody else can come',
    many_waiting: 'Many people are waiting',
    own_wish: 'They asked for it themselves',
  },
  allowIt: 'Allow for a day',
  allowedDone: (name: string) => `For a day, ${name} may be on shift beyond the hours of a week.`,
} as const;
