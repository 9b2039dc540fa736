/** Words of clause N17 in French: a pool of tracking data. Its title and values, its sentence, its column in the tables. */
import type { Messages } from '../../say.ts';

export const n17: Messages = {
  'dial.N17': 'Catalogue commun ouvert',
  'dial.N17.note':
    'Un catalogue partagé des objets suivis. Il ne change pas le ciel aussitôt ; il augmente la chance de prouver un acte caché.',
  'dial.N17.none': 'pas de catalogue',
  'dial.N17.members': 'aux membres',
  'dial.N17.all': 'à tous',
  'clause.N17.members':
    'Les Parties mettent en commun leurs données de suivi ; le catalogue commun est ouvert aux Parties.',
  'clause.N17.all': 'Les Parties mettent en commun leurs données de suivi ; le catalogue commun est ouvert à tous.',
  'column.texts.N17': 'Catalogue commun ouvert aux membres ou à tous ; vide : pas de clause.',
};
