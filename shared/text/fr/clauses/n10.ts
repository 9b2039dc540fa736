/** Words of clause N10 in French: register within some days. Its title and values, its sentence, its column in the tables. */
import type { Messages } from '../../say.ts';

export const n10: Messages = {
  'dial.N10': 'Immatriculer dans les',
  'dial.N10.note':
    'Délai pour inscrire un objet lancé au registre des Nations Unies. Cela ne change pas le ciel ; cela change qui peut prouver quoi.',
  'dial.N10.none': 'pas de clause',
  'dial.N10.90': '90 jours',
  'dial.N10.30': '30 jours',
  'clause.N10':
    'Chaque Partie immatricule ce qu’elle lance auprès des Nations Unies dans un délai de {days, number} jours après le lancement.',
  'column.texts.N10': 'Nombre de jours pour immatriculer un lancement ; vide : pas de clause.',
};
