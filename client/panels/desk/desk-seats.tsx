import { t } from '../../text.ts';
import { Act, personName, SeatTag, seatName, useRoom, useView } from '../frame/room.tsx';
import { credits, DataTable, PanelFrame } from '../parts/parts.tsx';
import { DeskJobs } from '../seat/jobs.tsx';
import { GateMark } from '../seat/question.tsx';
import { ActFor } from './act-for.tsx';
import { ManyBots } from './many-bots.tsx';
import { RemovePerson } from './remove-person.tsx';
import { silentSeats } from './waiting.ts';

/** Every seat: who is present, ready, silent; hand to a bot and back; mute or remove a person. */
export function DeskSeats() {
  const { model } = useRoom();
  const view = useView();
  const { desk } = view;
  if (!desk) return null;
  const silent = silentSeats(view, model.now.value);
  return (
    <PanelFrame title={t('seats.title')} lead={t('seats.lead')}>
      <ManyBots />
      {view.seats.map((seat) => {
        const people = Object.entries(view.delegates).filter(([, d]) => d.seat === seat.id);
        const own = desk.seats[seat.id];
        return (
          <article key={seat.id} class="card stack">
            <div class="row apart">
              <SeatTag id={seat.id} />
              <span class="row">
                {seat.held && <span class="badge warn">{t('seats.held')}</span>}
                {silent.includes(seat.id) && <span class="badge bad">{t('seats.silent')}</span>}
                {seat.bot ? (
                  <span class="badge">{t('bot')}</span>
                ) : (
                  <span class={`badge ${seat.present > 0 ? 'good' : 'warn'}`}>{t('present', { n: seat.present })}</span>
                )}
                {seat.ready && <span class="badge good">{t('ready.on')}</span>}
              </span>
            </div>
            {own && (
              <p class="muted small">
                {t('seats.line', {
                  credits: credits(own.creditsK),
                  drafts: Object.keys(own.drafts).length,
                  standing: own.standing,
                  approval: own.approval,
                })}
              </p>
            )}
            {people.map(([id, person]) => (
              <div key={id} class="row apart">
                <span class="small">
                  {personName(model, person.name)}
                  {!person.present && ` · ${t('away')}`}
                </span>
                <span class="row">
                  <Act
                    quiet
                    look="plain"
                    label={person.muted ? t('seats.unmute') : t('seats.mute')}
                    command={{ kind: 'mute', delegate: id, on: !person.muted }}
                  />
                  <RemovePerson delegate={id} />
                </span>
              </div>
            ))}
            <GateMark open seat={seat.id} />
            {own && <DeskJobs seat={seat.id} jobs={own.jobs} />}
            <div class="row">
              <Act
                quiet
                label={seat.bot ? t('seats.people') : t('seats.bot')}
                command={{ kind: 'set-bot', seat: seat.id, on: !seat.bot }}
              />
              <Act
                quiet
                pressed={seat.held}
                label={seat.held ? t('seats.hold.off') : t('seats.hold')}
                command={{ kind: 'hold-seat', seat: seat.id, on: !seat.held }}
              />
              <ActFor seat={seat.id} />
            </div>
          </article>
        );
      })}
      {desk.orders.length > 0 && (
        <DataTable
          caption={t('seats.orders')}
          head={[t('turn'), t('seats.seat'), t('seats.slot'), t('seats.order')]}
          rows={desk.orders
            .toReversed()
            .map((o) => [o.turn, seatName(view, o.seat), t(`slot.${o.slot}`), t(`order.${o.order.kind}`)])}
        />
      )}
    </PanelFrame>
  );
}
