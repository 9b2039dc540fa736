/**
 * Ce qu’on peut faire de tout texte, en français : sur son bouton ; ce qu’une délégation apprend qu’on a fait pour elle (`done`) ; une
 * note là où il y a un formulaire ; ce qui est demandé avant (`sure`) là où c’est grave.
 */
import type { Messages } from '../say.ts';

export const acts: Messages = {
  'text-act.dial': 'Le point',
  'text-act.value': 'Ce qu’il devrait dire',
  'text-act.pledge': 'Donner cette signature',
  'text-act.pledge.done': 'a signé sous condition',
  'text-act.pledge.condition': 'Je signe',
  'text-act.pledge.none': 'sans condition',
  'text-act.pledge.at-least': 'si assez d’autres le font',
  'text-act.pledge.with': 'si certaines délégations le font',
  'text-act.pledge.count': 'Combien d’autres',
  'text-act.pledge.seats': 'Quelles délégations',
  'text-act.pledge.note':
    'Une signature conditionnelle compte à la fin des échanges si sa condition est remplie. Toutes celles qui le sont comptent ensemble.',
  'text-act.unpledge.pledge': 'Retirer ma signature conditionnelle',
  'text-act.unpledge.block': 'Lever notre blocage',
  'text-act.unpledge.signature': 'Retirer notre signature',
  'text-act.unpledge.notice': 'Révoquer notre retrait',
  'text-act.unpledge.done': 'a retiré une signature, un blocage ou un retrait notifié',
  'text-act.carry': 'Porter devant une autre enceinte',
  'text-act.carry.forum': 'Laquelle',
  'text-act.carry.note':
    'Ce texte a été arrêté dans son enceinte. Comme chef de file, vous pouvez le porter devant une autre.',
  'text-act.carry.done': 'a porté un texte devant une autre enceinte',
  'text-act.use-pen': 'Prendre la plume',
  'text-act.use-pen.note':
    'Vous tenez la plume : comme chef de file, vous pouvez changer un curseur de ce texte, une fois. Tous le voient.',
  'text-act.use-pen.done': 's’est servi de la plume',
  'text-act.give-notice': 'Se retirer de ce texte',
  'text-act.give-notice.sure':
    'Vous notifiez votre retrait. Vous restez liés pour tout ce qui est ordonné cette année, et tous l’apprennent.',
  'text-act.give-notice.done': 'a notifié votre retrait d’un texte',
  'text-act.withdraw-text': 'Retirer ce texte',
  'text-act.withdraw-text.done': 'a retiré un texte',
};
