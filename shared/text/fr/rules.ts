/** Words of orders, clauses and what a resolution says, in French. ICU messages; money in k$ unless a key says credits. */
import type { Messages } from '../say.ts';

export const rulesText: Messages = {
  // orders: names, fields, one-line summaries
  'order.launch': 'Lancement',
  'order.dispose': 'Désorbitation',
  'order.manoeuvre': 'Campagne d’évitement',
  'order.strike': 'Essai de missile',
  'order.share-data': 'Partage de données',
  'order.fund': 'Versement au fonds d’assainissement',
  'order.field.month': 'Mois (1 à 12)',
  'order.field.shell': 'Orbite',

  'order.launch.note':
    'Place un lot de vos satellites sur l’une de vos orbites. Le dernier étage de la fusée reste là-haut.',
  'order.launch.shell': '{altitudeKm, number} km, inclinaison {inclinationDeg, number}°',
  'order.launch.batches': 'Lots',
  'order.launch.register': 'Immatriculer auprès des Nations Unies',
  'order.launch.register.note':
    'Si vous y renoncez : vos actes sont plus difficiles à attribuer (confiance −{less, number}) et votre industrie est satisfaite (soutien +1). Chacun voit que l’inscription manque.',
  'order.launch.notify': 'Notification préalable du lancement',
  'order.launch.notify.note': 'Les nouvelles disent si vous avez notifié.',
  'order.launch.passivate': 'Passiver l’étage : vider carburant et batteries',
  'order.launch.passivate.note':
    'Si vous y renoncez : l’étage peut exploser, environ 1 chance sur 200 par an pendant 20 ans (est.).',
  'order.launch.deorbit': 'Faire redescendre l’étage en moins de {years, number} ans, comme votre texte le demande',
  'order.launch.deorbit.note': 'Y renoncer au-dessus de {aboveKm, number} km : une violation que chacun peut voir.',
  'order.launch.summary':
    'Lancer {batches, plural, one {# lot} other {# lots}} ({satellites, number} satellites) à {altitudeKm, number} km au mois {month}',

  'order.dispose.note':
    'Fait redescendre vos satellites morts et vos étages sous 2 000 km, les plus lourds d’abord. 1 tentative sur 10 échoue.',
  'order.dispose.count': 'Objets',
  'order.dispose.summary': 'Désorbiter {count, plural, one {# objet mort} other {# objets morts}} au mois {month}',

  'order.manoeuvre.note':
    'Cette année, votre flotte s’écarte plus tôt. Le prix couvre les manœuvres qu’un surcroît de passages rapprochés coûterait.',
  'order.manoeuvre.summary': 'Campagne d’évitement, toute l’année',

  'order.strike.note':
    'Procède à un essai de missile sur l’un de vos propres objets, ou à côté, tant que la fenêtre d’essai est ouverte. Votre mandat dit ce qu’un essai vaut pour vous.',
  'order.strike.target': 'Cible',
  'order.strike.target.low': 'votre propre cible, lancée à {altitudeKm, number} km',
  'order.strike.option':
    '{target} : {altitudeKm, number} km, {massKg, number} kg{months, select, many {} other {, retombée dans environ {months} mois}}',
  'order.strike.option.low': 'votre propre cible, lancée pour l’essai : {altitudeKm, number} km, {massKg, number} kg',
  'order.strike.fly-by': 'Passer à côté, ne rien briser',
  'order.strike.fly-by.note':
    'Aucun débris. Chaque autre délégation peut le remarquer : de {least, number} à {most, number} % selon le niveau de ses capteurs (est.) ; les meilleurs voient tout ce que voient les autres.',
  'order.strike.notify': 'Notification préalable de l’essai',
  'order.strike.notify.note': 'Tous lisent la notification, et savent alors à qui est le missile.',
  'order.strike.summary': 'Essai destructeur (mois {month}) : {target}',
  'order.strike.summary.fly-by': 'Passer à côté (mois {month}) : {target}',
  'order.strike.pieces':
    'Estimation : environ {now, number} débris de 10 cm et plus aussitôt, {in4, number} après 4 ans, {in25, number} après 25 ans.',
  'order.strike.own': 'Vos propres satellites à moins de 150 km de cette altitude : {count, number}.',
  'order.strike.gone': '{target} n’est plus là : retombé ou fragmenté.',
  'order.strike.down':
    'Le frottement fait retomber cet objet environ {months} mois après le début de l’année. Un essai au-delà ne trouverait rien et serait dépensé : choisissez un mois plus tôt.',
  'order.strike.breach':
    'Le texte qui vous lie interdit cet essai. Une violation prouvée coûte des points et de la réputation.',

  'order.share-data.note': 'Donne à d’autres délégations vos données de suivi à partir de cette année.',
  'order.share-data.to': 'À',
  'order.share-data.masked': 'Écarter les objets secrets',
  'order.share-data.masked.note':
    'Les destinataires ne peuvent pas s’en apercevoir. Cela ne compte pas comme des données complètes.',
  'order.share-data.summary':
    'Partager toutes les données de suivi avec {count, plural, one {# délégation} other {# délégations}}',
  'order.share-data.summary.masked':
    'Partager les données de suivi, objets secrets exclus, avec {count, plural, one {# délégation} other {# délégations}}',

  'order.fund.note':
    'Paie le retrait d’anciens étages. Si le seuil n’est pas atteint à la fin de l’année, tout est remboursé.',
  'order.fund.credits': 'Crédits',
  'order.fund.summary': 'Verser {credits, plural, one {# crédit} other {# crédits}} au fonds d’assainissement',

  // causes of a break-up
  'cause.explosion': 'explosion',
  'cause.impact': 'choc avec un autre objet',
  'cause.intercept': 'interception par un missile',

  // news
  'news.launch':
    '{seat} : {count, number} satellites mis en orbite à {altitudeKm, number} km{notified, select, no {, sans notification} other {}}{registered, select, no {, sans inscription au registre des Nations Unies} other {}}.',
  'news.strike':
    '{seat} : essai destructeur à ascension directe contre un objet national, à {altitudeKm, number} km. {tracked, number} débris suivis.',
  'news.strike-unknown':
    'Un missile a détruit un objet à {altitudeKm, number} km. {tracked, number} débris suivis. Les capteurs n’ont pas pu dire à qui était ce missile.',
  'news.notice': '{seat} : essai de missile notifié.',
  'news.fly-by':
    'Vos capteurs ont vu un missile passer près d’un objet à {altitudeKm, number} km. Origine : {seat}. Rien ne s’est brisé.',
  'news.explosion': 'Un objet s’est fragmenté vers {altitudeKm, number} km. {tracked, number} débris suivis.',
  'news.collision':
    'Deux objets sont entrés en collision vers {altitudeKm, number} km. {tracked, number} débris suivis.',
  'news.reentries':
    '{count, plural, one {# objet suivi est rentré} other {# objets suivis sont rentrés}} dans l’atmosphère cette année.',
  'news.shelter':
    'Les équipages des deux stations se sont mis à l’abri pendant une heure. Cause : un débris d’origine inconnue. Le soutien baisse de {approval, number} dans chaque État qui a un équipage.',
  'news.shelter-cloud':
    'Les équipages des deux stations se sont mis à l’abri pendant une heure. Cause : les débris d’un essai de missile. Le soutien baisse de {approval, number} dans chaque État qui a un équipage.',
  'news.fund-met':
    'Le fonds d’assainissement a atteint son seuil. Les contractants désorbitent {count, plural, one {# ancien étage} other {# anciens étages}}.',
  'news.no-contract': '{seat} : pas de contrat du fonds, réputation sous {need, number}. D’autres font le travail.',
  'news.fund-returned':
    'Le fonds d’assainissement est resté sous {threshold, number} crédits. Tous les versements ont été remboursés.',
  'news.in-force': 'Le texte {number} est en vigueur avec {count, number} Parties.',
  'news.replaced': 'Il remplace le texte {number}, qui dans ce jeu ne lie plus personne, même hors du nouveau texte.',
  'news.unratified': '{seat} : texte {number} signé, mais non ratifié ; le soutien intérieur est sous {need, number}.',
  'news.pen': 'Texte {number} : la plume passe {de_lead} (non Partie) {a_seat}.',
  'news.pen-away': 'Texte {number} : la délégation {de_lead} n’était pas aux échanges ; la plume passe {a_seat}.',
  'news.left': '{seat} : retrait du texte {number}.',
  'news.finding': 'Constat sur les preuves publiées : {cause}, confiance {percent, number} %.',
  'news.finding.turned': 'Un constat antérieur ne tient plus : {was}. Ce qui en découlait est rétabli.',
  'news.finding.maker': 'Constat sur la foi des preuves publiées : le missile était celui {de_seat}.',
  'news.silent': '{seat} : silence gardé jusqu’au constat. Réputation : −{points, number}.',
  'news.breach': 'Constat. {seat} : violation de la clause « {clause} ». Réputation : −{points, number}.',
  'news.arguable':
    'Consultations requises. {seat} : la conduite prête à discussion au regard de la clause « {clause} ».',
  'news.outage':
    'Le serveur a été interrompu pendant {minutes, plural, =0 {moins d’une minute} one {une minute} other {# minutes}}. Ce temps n’est compté à personne : l’horloge reprend là où elle s’était arrêtée.',
  'news.outage-hours':
    'Le serveur a été interrompu pendant {hours, number} heures. Ce temps n’est compté à personne : l’horloge reprend là où elle s’était arrêtée.',
  'news.order-held': 'Non exécuté : {order}. {why}',
};
