/** A no, in words: why, and what to do. One for every code in shared/vocabulary/refusals.ts. */
import type { RefusalCode } from '../../vocabulary/index.ts';

const why: Readonly<Record<RefusalCode, string>> = {
  malformed: 'The game could not read this. Check the field that is marked and try again.',
  'unknown-command': 'The game does not know the command "{kind}". Reload the page to get the current version.',
  'wrong-phase': 'Not in this phase. The button comes back when its phase begins.',
  paused: 'The game is paused. Wait until the facilitator resumes it.',
  'not-your-role': 'Only another role can do this. Ask the facilitator.',
  'not-your-seat': 'This belongs to another seat. You can only act for your own.',
  'not-your-job': 'At your seat this is for: {job}. Ask that person, or take the job over if it is free.',
  'seat-unknown': 'There is no such seat in this game. Choose one from the list.',
  'seat-full': 'This seat has {most} people already. Choose another one.',
  'already-seated': 'You have a seat already. Leave it to the facilitator to move you.',
  'played-alone': 'One person plays this game alone with bots. Start one of your own from the first page, or watch.',
  'not-seated': 'You have no seat yet. Choose one first.',
  'seat-is-bot': 'A bot plays this seat. The facilitator can hand it to a person.',
  'text-empty': 'There is nothing to send. Write something first.',
  'text-too-long': 'Too long: {n, number} characters, at most {most, number}. Shorten it or send it in two parts.',
  'name-too-long': 'This name has {n} characters; {most} are the most.',
  'name-unseen': 'Nothing of this name can be seen. Write one that others can read, or none.',
  muted: 'The facilitator has muted you for now. You can still act and read.',
  'order-not-enabled': 'This order is not part of this scenario. Choose another card.',
  'slot-wrong': 'This order goes into another slot: {slot}.',
  'slot-empty': 'There is no order in this slot. Draft one first.',
  'nothing-to-confirm': 'This order needs no confirmation. It seals as it stands.',
  'already-ready': 'You are ready already. Take "ready" back to change something.',
  'not-ready': 'You have not said ready, so there is nothing to take back. Go on as you are.',
  'not-enough-money':
    'Not enough credits left this year. Make the order smaller, clear another one, or ask a seat to pay.',
  'too-many-batches': 'At most {max} in one year: batches of both slots together. Fly the rest next year.',
  'no-capability': 'This seat has no means for it. Choose something else.',
  'target-not-listed': 'This is not on your list. Choose one of those shown.',
  'target-gone':
    'This object is no longer there: it has come down or broken up. Choose a target that the card shows; the one launched low is always left.',
  'window-closed': 'The test window is closed for good.',
  'fund-closed': 'The clean-up fund takes no payments now: it is not open yet, or it is met.',
  'amount-out-of-range': 'This number is too small or too large. Choose one within the limits shown.',
  'own-seat': 'This needs another seat than your own.',
  'dial-unknown': 'The working paper has no such dial. Choose one of those shown.',
  'value-not-on-dial': 'The dial "{dial}" does not have this value. Choose one of those shown.',
  'text-says-so': 'The text has this value of "{dial}" already. Choose another one.',
  'text-incomplete': 'A text needs at least one clause and a value for every dial. Missing: {dial}.',
  'already-tabled':
    'A text like this is on the table, or you have tabled one this year. Sign that one, or change a dial.',
  'standing-too-low':
    'This needs a standing of {need}. Standing grows with facts admitted, accusations proved right, and a text adopted under your pen.',
  'not-a-state': 'Only states can do this. An operator adheres to a text instead.',
  'instrument-unknown': 'There is no such text. Choose one from the table.',
  'instrument-closed': 'This text can no longer be changed or signed: {status}. Choose another one, or table yours.',
  'not-the-lead': 'Only the seat that holds the pen can do this. Ask it to.',
  'not-the-author': 'Only the seat that tabled this text can withdraw it. Yours need not sign it.',
  'pen-used': 'The pen has been used on this text: {dial}. It sets one dial, once.',
  'not-a-member': 'Your seat has no place in this forum. Use open signature.',
  'no-security-clause': 'An objection to competence needs a clause on tests, and this text has none.',
  'no-act-there':
    'The forum of this text does not know that act: no seat can do it there. See what the text offers instead.',
  'not-moved': 'Only a text that was blocked or met an objection can be carried to open signature.',
  'already-signed':
    'Your seat has signed this text. Until it binds you, you can take the signature back; after that, give notice. A notice can be taken back until it takes effect.',
  'others-signed': 'Others have signed this text: it is theirs as well. You can take your own signature back.',
  'not-signed':
    'Your seat has neither signed this text, with or without a condition, nor blocked it. There is nothing to take back.',
  'not-a-party':
    'Your seat is not a party to a text in force here: nothing binds it. A signature that does not bind yet can be taken back.',
  'offer-unknown': 'There is no such offer. It may have been withdrawn.',
  'offer-not-yours': 'This offer is between other seats.',
  'offer-closed': 'This offer has been answered, withdrawn or has lapsed. Make a new one.',
  'offer-empty': 'An offer needs something to give or to get. Add a term.',
  'offer-stands': 'The same offer is open already. Wait for the answer, or withdraw it first.',
  'incident-unknown': 'There is no such event in your news.',
  'already-said': 'Your seat has said this already. The record keeps what was said.',
  'known-already':
    'Everybody knows what happened here, or what is published proves it. There is nothing left to admit or to deny.',
  'nothing-to-admit':
    'Your own file says that your object was struck by an untracked piece: there is nothing to admit. You can publish the file instead.',
  'not-the-owner': 'Only the owner of the object can admit or deny. You can ask for consultation or share evidence.',
  'evidence-unknown':
    'This is no evidence of your own. Only the seat whose sensors it comes from can publish or show it: ask that seat.',
  'card-not-yours': 'Your seat has not drawn this card, or has used it.',
  'inject-unknown': 'There is no such prepared event.',
  'inject-done': 'This event has been fired or skipped already.',
  'delegate-unknown': 'This person is not in the game.',
  'not-running': 'The game is not running. Start it first.',
  'already-started': 'The game has started. This can only be changed before.',
  'extension-limit': 'All extensions together may add {most} seconds, so that time is left for the debrief.',
  'debrief-reserved': 'This time belongs to the debrief. Drop a turn, or let play run over.',
  'seat-held': 'The facilitator holds your seat for now. You can talk; all else waits.',
  dimmed: 'A satellite has been destroyed. Silence for a moment; talk goes on when the screen is bright again.',
  'no-question': 'There is no open question for this seat.',
  'gate-shut':
    '{n, plural, one {# delegation has} other {# delegations have}} not answered the check question yet. Wait, or waive it.',
  'step-out-of-order': 'The debrief opens step by step. Open the next step first.',
  'last-turn': 'This is the last year already.',
  'no-way-back': 'There is nothing here to go back to. Pause the clock if people need time.',
  'year-resolved':
    'The year has been computed, and everybody has seen it: it stays. Tell the room what is to be ignored; in the debrief you can ask how it would have gone without it.',
  'steps-open': 'Steps of the debrief are open. Shut them again first, one by one.',
  'old-clock': 'This phase has ended already.',
  'phase-passed':
    'This was meant for a phase that has ended; now it is: {phase}. Look again, and press once more if you still want it.',
  'turn-passed': 'This was meant for a year that is over. Look again, and do it once more if you still want it.',
  'clock-changed': 'Somebody else has just changed the clock. Look at it, and press once more if you still want it.',
  'length-changed':
    'Somebody else has just changed the number of turns. Look at it, and press once more if you still want it.',
  'text-changed': 'This text no longer says what it said when you chose. Read it again, then decide.',
  'order-changed': 'Another order stands in this slot by now. Read it again, then decide.',
  'step-changed': 'Somebody else has just opened or shut a step of the debrief. Look again, then decide.',
  'people-changed': 'Somebody has come, gone or changed seats here just now. Look again, then decide.',
  'page-too-old': 'This page is older than the server. Reload it, then try again: your seat and your drafts are kept.',
  resolving: 'The year is being computed. Talk goes on; all else waits for some seconds.',
  'moved-on': 'The game has moved on since you asked, so there is no answer. Ask again.',
  'stale-outcome': 'This result belongs to a year that is over.',
  'scenario-outdated':
    'The server has newer rules, and this game was made for others: no year of it can be computed here. It can be read and saved, and its debrief opened.',
  'store-down': 'The server cannot write its record just now and takes no commands. Nothing is lost; try again soon.',
  'server-fault':
    'Something failed on the server, and it is noted there. Try once more; if it fails again, tell the facilitator.',
  'server-away':
    'The server does not answer, though the way to it is open: it may be starting again. Try again in a minute.',
  offline: 'This device has no network. Look at its Wi-Fi.',
  'line-down': 'The server cannot be reached from here. Look at the network of this device.',
  'line-blocked':
    'The server answers, but the live line to it (WebSocket) does not come through: something on this network blocks it. Use another network, such as a phone’s, or show this sentence to whoever runs this one.',
  'seat-elsewhere':
    'This place is open in another tab or on another device, and acts there. “Use it here” brings it back.',
  unanswered: 'No answer came in time. It may have been done all the same: look before you do it again.',
  'game-unknown': 'There is no game with this code. Check the six letters.',
  'key-unknown': 'This link is not valid, or has been replaced by a newer one. Ask the facilitator.',
  'scenario-faulty':
    '{n, plural, one {This scenario has a fault.} other {This scenario has # faults.}} Mend what the list names, then choose the file again.',
  'scenario-too-long': 'This file is too long for a scenario. Choose the .zip of its folder alone.',
  'scenario-unknown': 'There is no such scenario. Choose one from the list.',
  'watched-by-many':
    'As many people are watching this game as can. Ask the facilitator for a seat, or come back later.',
  'too-fast': 'Too many commands in a short time. Wait some seconds and try again.',
};

export const refusals: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(why).map(([code, text]) => [`refusal.${code}`, text]),
);
