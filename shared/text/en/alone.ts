/** One person among bots: the first page, the game, the lesson. In English. */
const words: Readonly<Record<string, string>> = {
  'join.alone':
    'One person plays this game alone with bots. If it is yours, open it on the device where you began it, or by its personal link.',
  'alone.title': 'Play alone',
  'alone.note': 'You sit at one delegation, bots at all others. No class is needed and nobody waits.',
  'alone.seat': 'Your delegation',
  'alone.tempo': 'Tempo',
  'alone.tempo.own': 'My own',
  'alone.tempo.class': 'The clock of a class',
  'alone.tempo.own.note': 'First test without a clock: each phase ends when you are ready. About an hour.',
  'alone.tempo.class.note':
    'First test as a class plays it. The clock waits until you start it, and whenever you leave.',
  'alone.bots': 'The other delegations',
  'alone.bots.careful': 'Careful',
  'alone.bots.bold': 'Bold',
  'alone.bots.careful.note': 'No bot makes a destructive test.',
  'alone.bots.bold.note': 'A bot that gains by a destructive test may make one, unless a text in force forbids it.',
  'alone.do': 'Play First test',
  'alone.begun': 'Begun on this device',
  'alone.go-on': 'Go on: {code}, {turn, plural, =0 {} other {turn #, }}{phase}',
  'solo.title': 'You play alone',
  'solo.own':
    'Nothing hurries you. A phase ends when you press Ready and the bots have had their say. Close the page when you like: the game waits for you here.',
  'solo.class': 'The clock runs as in a class. Stop it whenever you need to; it also stops when you leave the page.',
  'solo.bots': '{n, plural, one {One bot is} other {# bots are}} still talking. A few seconds.',
  'solo.go-on': 'Go on',
  'solo.more': 'End early',
  'solo.end.note': 'On to the next phase at once, even if bots have not answered you yet.',
  'solo.leave':
    'The debrief opens by itself after the last year. You can open it now: what you drafted is not carried out, and one year passes in which nobody acts.',
  'solo.debrief.sure': 'Play ends here, and nothing can be signed or ordered any more.',
  'solo.paused': 'The clock stands still, as long as you like.',
  'solo.briefing': 'Read what has changed. Talks open when you are ready.',
  'solo.world': 'Ask the other world above: take out one order, or add one signature.',
  'solo.world.note': 'Take out one order or add one signature. The years are computed again with the same luck.',
  'solo.moment': 'One moment of the game, through the eyes that you choose.',
  'solo.seal': 'Seal your orders: what stands in the slots is what you do this year.',
  'solo.talk':
    'Bots read no words. They answer offers, positions on the dials and texts. What you write is kept for the debrief.',
  'solo.debrief': 'Take a moment before you look. Then open the first step above.',
  lesson: 'The lesson',
  'lesson.step': 'Step {n} of {of}',
  'lesson.fold': 'Smaller',
  'lesson.unfold': 'Show the step',
  'lesson.next': 'Next',
  'lesson.end': 'End the lesson',
  'lesson.back': 'Back',
  'lesson.skip': 'Skip',
  'lesson.open': 'Open: {panel}',
  'lesson.show': 'Show me where',
};

export const alone: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(words).map(([key, text]) => [`ui.${key}`, text]),
);
