/** What the wall says by itself, in French. */
export const wall = {
  'wall.talks.begin': 'Rien n’a encore été déposé cette année.',
  'wall.quote': '« {words} »',
  'wall.folded': '{dial} : {value}',
  'act.tabled': 'Le texte {n}, déposé par {who}.',
  'act.withdrawn': 'Le texte {n}, retiré par {who}.',
  'act.objected': 'Le texte {n}, hors mandat selon {who}.',
  'act.notice': 'Le texte {n}, dénoncé par {who}.',
  'act.unsigned': 'Signature du texte {n} reprise par {who}.',
  'act.pledged.none': 'Le texte {n}, signé par {who}.',
  'act.pledged.at-least':
    'Le texte {n}, signé par {who} si {count, plural, one {une autre signe} other {# autres signent}}.',
  'act.pledged.with': 'Le texte {n}, signé par {who} si {with} {count, plural, one {signe} other {signent}}.',
  'act.blocked': 'Le texte {n}, bloqué par {who} : {dial} {value}.',
  'act.changed': 'Le texte {n} dit désormais : {dial} {value}.',
  'act.accused': '{who} contre {of} : accusation, {cause}.',
  'act.admit': 'Rupture reconnue par {who}.',
  'act.deny': 'Toute part niée par {who}.',
  'act.consult': 'Consultations demandées par {who}.',
  'act.published': 'Preuves rendues publiques par {who}.',
  'wall.medal.ready': 'prête',
  'wall.medal.silent': 'silencieuse jusqu’ici',
  'wall.free': 'libre',
  'wall.sealing':
    '{n, plural, =0 {Aucun ordre n’est encore scellé.} one {Une délégation sur {of} a scellé ses ordres.} other {{n} délégations sur {of} ont scellé leurs ordres.}}',
  'wall.sealed': 'scellé',
  'wall.unsealed': 'pas encore scellé',
};
