/** Words of the front pages, in English: headlines by kind of story, facts beneath them, invented notices. */
export const press: Readonly<Record<string, string>> = {
  'press.name': 'The Perigee',
  'press.motto': 'The paper of record for low orbit',
  'press.year': 'Year {n}',
  'press.year.of': 'Year {n} of {of}',
  'press.edition': 'Low orbit edition',
  'press.plate': '{tracked, number} pieces, {altitudeKm, number} km',
  'press.pages': 'Front pages',
  'press.plate.label': 'The sky at the end of the year, drawn in ink',
  'press.plate.none': '{count, number} objects tracked by all',
  'press.quoted': '“{line}”',
  'press.invented': 'invented',
  'press.invented.whole': 'This notice is invented.',
  'press.in-plenary': '{who}, in plenary',
  'press.from': 'From public facts of this game',

  'press.strikes.1': '{count, plural, =2 {Two missiles} other {{count, number} missiles}} in one year',
  'press.strikes.2': 'A year of missiles: {tracked, number} pieces',
  'press.strikes.3': 'One fired, then another',
  'press.strikes.4': '{count, number} shots, {tracked, number} new pieces',
  'press.strikes.5': 'The year of the missile',

  'press.strike.1': '{seat} fires: {tracked, number} pieces',
  'press.strike.2': 'A missile from {the_seat}',
  'press.strike.3': '{seat} shoots at its own, and hits',
  'press.strike.4': '{tracked, number} new pieces, signed {seat}',
  'press.strike.5': 'Direct hit at {altitudeKm, number} km',
  'press.strike.6': '{seat} leaves its mark at {altitudeKm, number} km',

  'press.strike-unknown.1': 'Whose missile? Nobody will say',
  'press.strike-unknown.2': 'A missile without a sender',
  'press.strike-unknown.3': '{tracked, number} pieces, no name',
  'press.strike-unknown.4': 'Hit at {altitudeKm, number} km, by somebody',
  'press.strike-unknown.5': 'Somebody fired. Nobody is looking',

  'press.maker.1': 'It was {the_seat}',
  'press.maker.2': 'The missile had a name: {seat}',
  'press.maker.3': 'Found: the shot came from {the_seat}',
  'press.maker.4': 'The evidence points to {the_seat}',
  'press.maker.5': 'Traced: a missile of {the_seat}',

  'press.breach.1': '{seat} breaks its word',
  'press.breach.2': 'A party, and in breach: {seat}',
  'press.breach.3': 'Signed, then broken: {seat}',
  'press.breach.4': 'One text, one breach: {seat}',
  'press.breach.5': 'The finding goes against {the_seat}',

  'press.block.1': '{seat} says no',
  'press.block.2': 'One no stops text {number}',
  'press.block.3': 'Consensus, minus {seat}',
  'press.block.4': 'Text {number} stops at {the_seat}',
  'press.block.5': 'A veto, politely put',

  'press.left.1': '{seat} walks out of text {number}',
  'press.left.2': 'Text {number} loses {the_seat}',
  'press.left.3': 'One chair fewer under text {number}',
  'press.left.4': '{seat}: at liberty again',

  'press.notice-given.1': '{seat} gives notice',
  'press.notice-given.2': '{seat} packs for the exit',
  'press.notice-given.3': 'Text {number}: one party on its way out',
  'press.notice-given.4': '{seat} asks where the door is',

  'press.ban.1':
    '{count, plural, =2 {Two} =3 {Three} =4 {Four} =5 {Five} =6 {Six} other {#}} agree: {floorKm, plural, =0 {no tests at all} other {no tests above # km}}',
  'press.ban.2': 'Test ban {floorKm, plural, =0 {at every height} other {above # km}}, {count, number} parties',
  'press.ban.3': 'Hands off: text {number} bans tests',
  'press.ban.4': 'The missiles stay home, says text {number}',

  'press.in-force.1': 'Text {number} is law for {count, plural, one {# party} other {# parties}}',
  'press.in-force.2': '{count, plural, one {# party} other {# parties}}, one text',
  'press.in-force.3': 'It binds: text {number} in force',
  'press.in-force.4': 'The ink dries on text {number}',
  'press.in-force.5': 'They found their pens: text {number}',

  'press.adopted.1': 'Consensus on text {number}',
  'press.adopted.2': 'Nobody said no to text {number}',
  'press.adopted.3': 'Text {number}: all nod',

  'press.accused.1': '{seat} points at {the_of}',
  'press.accused.2': 'All eyes on {the_of}',
  'press.accused.3': '{seat}: ask {the_of}',
  'press.accused.4': '{The_of}, stand up, please',
  'press.accused.5': 'An accusation, and a name: {of}',

  'press.admitted.1': '{seat} owns up',
  'press.admitted.2': 'The answer came from {the_seat}',
  'press.admitted.3': '{seat} admits it',
  'press.admitted.4': 'Question closed, by {the_seat}',

  'press.shelter.1': 'Crews shelter for an hour',
  'press.shelter.2': 'Hatches shut, crews wait',
  'press.shelter.3': 'An hour in the capsule',
  'press.shelter.4': 'Crews take cover in orbit',

  'press.collision.1': 'Two objects, one place: {tracked, number} pieces',
  'press.collision.2': 'Collision at {altitudeKm, number} km',
  'press.collision.3': 'They met at {altitudeKm, number} km',
  'press.collision.4': 'No right of way at {altitudeKm, number} km',

  'press.explosion.1': 'What broke at {altitudeKm, number} km?',
  'press.explosion.2': '{tracked, number} pieces nobody wanted',
  'press.explosion.3': 'Something broke up there',
  'press.explosion.4': 'One object becomes {tracked, number}',
  'press.explosion.5': 'A burst, and then questions',

  'press.silent.1': '{seat}: silence has a price',
  'press.silent.2': '{seat} had not said so',
  'press.silent.3': 'The price of saying nothing',

  'press.finding.1': 'Found: {cause}',
  'press.finding.2': 'Verdict: {cause}',
  'press.finding.3': 'The evidence says: {cause}',

  'press.turned.1': 'Experts change their minds',
  'press.turned.2': 'The finding did not hold',
  'press.turned.3': 'Wrong last time, says the finding',

  'press.fund-met.1': 'Clean-up is paid for',
  'press.fund-met.2': '{count, plural, one {# old stage comes} other {# old stages come}} down',
  'press.fund-met.3': 'Somebody paid for the broom',

  'press.unratified.1': 'Home says no to {the_seat}',
  'press.unratified.2': 'Signed abroad, refused at home',
  'press.unratified.3': '{seat} signs; home does not',

  'press.one-short.1': 'One name short',
  'press.one-short.2': 'Text {number} waits for one more pen',
  'press.one-short.3': 'So near: text {number} lacks one name',
  'press.one-short.4': 'One pen away',

  'press.joined.1': '{seat} joins text {number}',
  'press.joined.2': 'Text {number} grows by one',
  'press.joined.3': 'Better late: {seat}',

  'press.signed.1': '{count, plural, one {# name} other {# names}} under text {number}',
  'press.signed.2': 'Text {number}: ink, not enough of it',
  'press.signed.3': 'Some sign, others read on',
  'press.signed.4': 'A start: {count, plural, one {# name} other {# names}} so far',

  'press.fund-returned.1': 'Fund too small, money back',
  'press.fund-returned.2': 'Not enough for a broom',
  'press.fund-returned.3': 'Clean-up waits for money',

  'press.test-notice.1': '{seat} announces a test',
  'press.test-notice.2': 'A missile, with notice',
  'press.test-notice.3': '{seat} warns before it fires',

  'press.consult.1': '{seat} wants to talk about it',
  'press.consult.2': '{seat} calls for consultations',
  'press.consult.3': 'Polite questions from {the_seat}',

  'press.denied.1': '{seat}: not us',
  'press.denied.2': 'Not ours, says {the_seat}',
  'press.denied.3': '{seat} denies everything',
  'press.denied.4': 'A firm no from {the_seat}',

  'press.unregistered.1': '{seat} skips the register',
  'press.unregistered.2': '{count, plural, one {# satellite} other {# satellites}} off the register',
  'press.unregistered.3': 'Launched, not listed',

  'press.tabled.1': '{seat} puts text {number} on the table',
  'press.tabled.2': 'New on the table: text {number}',
  'press.tabled.3': 'A draft from {the_seat}',
  'press.tabled.4': 'Text {number} looks for friends',

  'press.tabled-many.1':
    '{count, plural, =2 {Two} =3 {Three} =4 {Four} =5 {Five} =6 {Six} other {#}} drafts, one table',
  'press.tabled-many.2': 'Everybody writes. Who signs?',
  'press.tabled-many.3': 'A year of drafts: {count, number}',
  'press.tabled-many.4':
    '{count, plural, =2 {Two} =3 {Three} =4 {Four} =5 {Five} =6 {Six} other {#}} texts, and room for one',

  'press.consult-many.1':
    '{count, plural, =2 {Two} =3 {Three} =4 {Four} =5 {Five} =6 {Six} other {#}} want to talk about it',
  'press.consult-many.2': 'Questions from all sides',
  'press.consult-many.3': 'Everybody asks, politely',

  'press.no-text.1': 'No text binds anybody',
  'press.no-text.2': 'Many words, no text',
  'press.no-text.3': 'The page stays white',
  'press.no-text.4': 'A year without a rule',

  'press.quiet.1': 'Nothing broke. We checked twice',
  'press.quiet.2': 'Quiet up there',
  'press.quiet.3': 'A year without a bang',
  'press.quiet.4': 'The sky holds its breath',

  'press.launches.1': '{count, number} satellites go up',
  'press.launches.2': 'A busy year on the pad',
  'press.launches.3': 'Room for {count, number} more',
  'press.launches.4': 'Rush hour below the stars',

  'press.small.1':
    '{count, plural, =1 {One small break-up} =2 {Two small break-ups} other {# small break-ups}}, {tracked, number} pieces',
  'press.small.2': 'A little more dust: {tracked, number} pieces',
  'press.small.3': 'The usual crumbs: {tracked, number} pieces',
  'press.small.4': 'Old hardware lets go again',

  'press.reentries.1': '{count, number} objects come home',
  'press.reentries.2': 'The air takes back {count, number}',
  'press.reentries.3': 'What went up: {count, number} came down',
  'press.reentries.4': '{count, number} fewer to track',

  'press.tracked.1': '{count, number} objects, all counted',
  'press.tracked.2': 'Overhead tonight: {count, number} objects',
  'press.tracked.3': '{count, number} things to dodge',
  'press.tracked.4': 'Full house: {count, number} objects',

  // what happened, in whole sentences
  'press.fact.small':
    '{count, plural, one {# small break-up} other {# small break-ups}} in the year, {tracked, number} tracked pieces together.',
  'press.fact.quiet': 'Nothing broke up in orbit this year.',
  'press.fact.block': '{The_seat} blocked text {number} on its way to consensus.',
  'press.fact.notice-given': '{The_seat} gave notice that it leaves text {number}.',
  'press.fact.tabled': '{The_seat} put text {number} on the table.',
  'press.fact.joined': '{The_seat} signed text {number}, which is in force.',
  'press.fact.signed':
    'Text {number} has {count, plural, one {# name} other {# names}}; it needs {needs, number} to bind.',
  'press.fact.accused': '{The_seat} accused {the_of} over a break-up. Cause named: {cause}.',
  'press.fact.admitted': '{The_seat} said openly that a break-up was its doing or its object.',
  'press.fact.denied': '{The_seat} denied any part in a break-up.',
  'press.fact.consult': '{The_seat} called for consultations on a break-up.',
  'press.fact.no-text': 'At the end of the year no text is in force.',
  'press.fact.launches': '{count, number} satellites were put into orbit in the year.',
  'press.fact.reentries': '{count, number} tracked objects re-entered the air in the year.',
  'press.fact.tracked': '{count, number} objects are tracked by all at the end of the year.',

  // invented
  'press.notice.1': 'Wanted: one pen, lightly used, that reaches all places.',
  'press.notice.2': 'Lost: one screwdriver, at 28,000 km/h. Finder, please duck.',
  'press.notice.3': 'For sale: satellite, one owner, several pieces.',
  'press.notice.4': 'Lessons in not firing. The first hour is free.',
  'press.notice.5': 'Found: a solar panel. Owner may describe it.',
  'press.notice.6': 'To let: a place at 550 km. Lively neighbours.',
  'press.notice.7': 'Will swap a floor at 300 km for one at 500.',
  'press.notice.8': 'Choir seeks one voice for the word “consensus”.',
  'press.notice.9': 'Umbrellas mended. Stations by appointment.',
  'press.notice.10': 'Witness to a missile sought. Discretion assured.',
  'press.notice.11': 'Evening class: how to read a draft in ten minutes.',
  'press.notice.12': 'Missing: one signature. It knows where it belongs.',
  'press.notice.13': 'Dance night: we go round once in ninety minutes.',
  'press.notice.14': 'Bolts, second hand, still in orbit. Collect yourself.',
  'press.notice.15': 'Weather in low orbit: clear, with pieces.',
  'press.notice.16': 'Horoscope: somebody approaches you at 14 km/s.',
  'press.notice.17': 'No crossword today: nobody agreed on 4 across.',
  'press.notice.18': 'Please return the chair from the round table.',
  'press.notice.19': 'Astronomers seek a dark patch of sky, any size.',
  'press.notice.20': 'Free to a good home: rocket stage. Needs airing.',
  'press.notice.21': 'Wanted: interpreter for silence, six languages.',
  'press.notice.22': 'Correction: the sky is not falling. Parts of it are.',
  'press.notice.23': 'Insurers meet at the usual altitude.',
  'press.notice.24': 'Thanks to whoever moved out of the way.',
};
