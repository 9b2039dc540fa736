/** Mots du consensus, en français. */
import type { Messages } from '../../say.ts';

export const consensus: Messages = {
  'text-act.block': 'Bloquer',
  'text-act.block.note':
    'Dans une enceinte de consensus, un seul membre peut arrêter un texte en disant ce qu’il veut à la place. Le chef de file peut alors le porter devant une autre enceinte.',
  'text-act.block.sure': 'Tous voient qui a bloqué et pourquoi. Cela coûte de la réputation.',
  'text-act.block.done': 'a bloqué un texte',
  'text-act.object': 'Contester la compétence',
  'text-act.object.done': 'a contesté la compétence de l’enceinte',
};
