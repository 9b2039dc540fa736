/** Words of orders, clauses and what a resolution says, in English. ICU messages; money in k$ unless a key says credits. */
import type { Messages } from '../say.ts';

export const rulesText: Messages = {
  // orders: names, fields, one-line summaries
  'order.launch': 'Launch',
  'order.dispose': 'Dispose',
  'order.manoeuvre': 'Avoidance campaign',
  'order.strike': 'Missile test',
  'order.share-data': 'Share data',
  'order.fund': 'Pay into the clean-up fund',
  'order.field.month': 'Month (1 to 12)',
  'order.field.shell': 'Orbit',

  'order.launch.note':
    'Puts a batch of your satellites into one of your orbits. The last stage of the rocket stays behind.',
  'order.launch.shell': '{altitudeKm, number} km, inclination {inclinationDeg, number}°',
  'order.launch.batches': 'Batches',
  'order.launch.register': 'Register with the United Nations',
  'order.launch.register.note':
    'Left off: your acts are harder to attribute ({less, number} less confidence) and industry is content (approval +1). Everybody can see that the entry is missing.',
  'order.launch.notify': 'Notify before launch',
  'order.launch.notify.note': 'The news say whether you gave notice.',
  'order.launch.passivate': 'Empty the stage of fuel and charge',
  'order.launch.passivate.note': 'Left off: the stage may burst, about 1 chance in 200 a year for 20 years (est.).',
  'order.launch.deorbit': 'Bring the stage down within {years, number} years, as your text asks',
  'order.launch.deorbit.note': 'Left off above {aboveKm, number} km: a breach that everybody can see.',
  'order.launch.summary':
    'Launch {batches, plural, one {# batch} other {# batches}} ({satellites, number} satellites) to {altitudeKm, number} km in month {month}',

  'order.dispose.note':
    'Brings down your own dead satellites and stages below 2,000 km, the heaviest first. 1 attempt in 10 fails.',
  'order.dispose.count': 'Objects',
  'order.dispose.summary': 'Bring down {count, plural, one {# dead object} other {# dead objects}} in month {month}',

  'order.manoeuvre.note':
    'Your fleet moves away earlier this year. The price covers the extra burns that more close passes would cost.',
  'order.manoeuvre.summary': 'Avoidance campaign, all year',

  'order.strike.note':
    'Tests a missile on an object of your own, or past it, until the test window closes. Your mandate says what a test is worth to you.',
  'order.strike.target': 'Target',
  'order.strike.target.low': 'own target launched to {altitudeKm, number} km',
  'order.strike.option':
    '{target}: {altitudeKm, number} km, {massKg, number} kg{months, select, many {} other {, comes down in about {months} months}}',
  'order.strike.option.low': 'own target, launched for the test: {altitudeKm, number} km, {massKg, number} kg',
  'order.strike.fly-by': 'Fly past, break nothing',
  'order.strike.fly-by.note':
    'No pieces. Each other seat may notice, with {least, number} to {most, number} % by the level of its sensors (est.); who has better ones sees whatever others see.',
  'order.strike.notify': 'Give notice before the test',
  'order.strike.notify.note': 'Everybody reads the notice, and then knows whose missile it was.',
  'order.strike.summary': 'Destructive test on {target} in month {month}',
  'order.strike.summary.fly-by': 'Fly past {target} in month {month}',
  'order.strike.pieces':
    'Estimate: about {now, number} pieces of 10 cm and more at once, {in4, number} after 4 years, {in25, number} after 25 years.',
  'order.strike.own': 'Your own satellites within 150 km of that altitude: {count, number}.',
  'order.strike.gone': '{target} is no longer there: it has come down or broken up.',
  'order.strike.down':
    'Drag brings this object down about {months} months from the start of the year. A test on it then would find nothing and be spent: choose an earlier month.',
  'order.strike.breach': 'The text that binds you forbids this test. A proved breach costs points and standing.',

  'order.share-data.note': 'Gives other seats your tracking data from this year on.',
  'order.share-data.to': 'To',
  'order.share-data.masked': 'Leave out secret objects',
  'order.share-data.masked.note': 'The receivers cannot tell. It does not count as full data.',
  'order.share-data.summary': 'Share full tracking data with {count, plural, one {# seat} other {# seats}}',
  'order.share-data.summary.masked':
    'Share tracking data without secret objects with {count, plural, one {# seat} other {# seats}}',

  'order.fund.note':
    'Pays for the removal of old stages. Under the threshold at the end of the year, everything is returned.',
  'order.fund.credits': 'Credits',
  'order.fund.summary': 'Pay {credits, plural, one {# credit} other {# credits}} into the clean-up fund',

  // causes of a break-up
  'cause.explosion': 'explosion',
  'cause.impact': 'impact of another object',
  'cause.intercept': 'intercept by a missile',

  // news
  'news.launch':
    '{The_seat} put {count, number} satellites into orbit at {altitudeKm, number} km{notified, select, no {, without notice} other {}}{registered, select, no {, without an entry in the UN register} other {}}.',
  'news.strike':
    '{The_seat} destroyed an object of its own at {altitudeKm, number} km with a missile. {tracked, number} tracked pieces.',
  'news.strike-unknown':
    'A missile destroyed an object at {altitudeKm, number} km. {tracked, number} tracked pieces. The sensors could not tell whose missile it was.',
  'news.notice': '{The_seat} gave notice of a missile test.',
  'news.fly-by':
    'Your sensors saw a missile pass close to an object at {altitudeKm, number} km. Origin: {seat}. Nothing broke.',
  'news.explosion': 'An object broke up at about {altitudeKm, number} km. {tracked, number} tracked pieces.',
  'news.collision': 'Two objects collided at about {altitudeKm, number} km. {tracked, number} tracked pieces.',
  'news.reentries': '{count, plural, one {# tracked object} other {# tracked objects}} re-entered this year.',
  'news.shelter':
    'The crews of both stations sheltered for an hour. Cause: a fragment of unknown parent. Approval falls by {approval, number} in each state with a crew.',
  'news.shelter-cloud':
    'The crews of both stations sheltered for an hour. Cause: pieces of a missile test. Approval falls by {approval, number} in each state with a crew.',
  'news.fund-met':
    'The clean-up fund is met. Contractors bring down {count, plural, one {# old stage} other {# old stages}}.',
  'news.no-contract':
    '{The_seat} gets no contract of the fund: its standing is under {need, number}. Others do the work.',
  'news.fund-returned': 'The clean-up fund stayed under {threshold, number} credits. All payments were returned.',
  'news.in-force': 'Text {number} is in force with {count, number} parties.',
  'news.replaced':
    'Text {number} is replaced by it. In this game it binds nobody any more, those outside the new text included.',
  'news.unratified': '{The_seat} signed text {number}, but home does not ratify it: approval is under {need, number}.',
  'news.pen': '{The_seat} holds the pen of text {number} now, because {the_lead} is not a party to it.',
  'news.pen-away':
    '{The_seat} holds the pen of text {number} now, because nobody of {the_lead} was there during the talks.',
  'news.left': '{The_seat} has left text {number}.',
  'news.finding': 'Finding on published evidence: {cause}, {percent, number} % confidence.',
  'news.finding.turned': 'An earlier finding does not stand: {was}. What rested on it is put right.',
  'news.finding.maker': 'Finding on published evidence: the missile was that of {the_seat}.',
  'news.silent': '{The_seat} had not said so. Its silence costs it {points, number} points of standing.',
  'news.breach': 'Finding: {the_seat} breached the clause “{clause}”. It costs {points, number} points of standing.',
  'news.arguable': 'Consultation due: what {the_seat} did can be argued about under the clause “{clause}”.',
  'news.outage':
    'The server was away for {minutes, plural, =0 {less than a minute} one {a minute} other {# minutes}}. That time counts for nobody: the clock goes on where it stood.',
  'news.outage-hours':
    'The server was away for {hours, number} hours. That time counts for nobody: the clock goes on where it stood.',
  'news.order-held': 'Not carried out: {order}. {why}',
};
