import { useState } from 'preact/hooks';
import type { InjectId } from '../../shared/vocabulary/index.ts';
import { draftOf, typed } from '../model.ts';
import { say, t } from '../text.ts';
import { ActFor } from './act-for.tsx';
import { DebriefSteps, GoBack, skyFirst } from './debrief-steps.tsx';
import { DeskJobs } from './jobs.tsx';
import { ExportButton } from './keep.tsx';
import { CodeCard } from './lobby.tsx';
import { credits, DataTable, Dialog, DraftBox, Empty, PanelFrame } from './parts.tsx';
import { Script, SessionClock } from './plan.tsx';
import { GateMark } from './question.tsx';
import { Act, SeatTag, seatName, useRoom, useView } from './room.tsx';
import { Broadcast } from './talk.tsx';
import { silentSeats } from './waiting.ts';

const MINUTE_S = 60;

/** The facilitator's room: clock, broadcast, projector, debrief, export. */
export function DeskRoom() {
  const { model } = useRoom();
  const view = useView();
  const { clock } = view;
  const paused = clock.pausedLeftMs !== null;
  return (
    <PanelFrame title={t('desk.title')} lead={t('desk.lead')}>
      <section class="card stack">
        <h3>{t('desk.clock')}</h3>
        <div class="row">
          {paused ? (
            <Act look="primary" label={t('desk.resume')} command={{ kind: 'resume' }} />
          ) : (
            <Act look="primary" quiet label={t('desk.pause')} command={{ kind: 'pause' }} />
          )}
          <Act quiet label={t('desk.plus')} command={{ kind: 'extend', seconds: MINUTE_S }} />
          <Act quiet label={t('desk.minus')} command={{ kind: 'extend', seconds: -MINUTE_S }} />
          <Act
            label={t('desk.end')}
            quiet
            blocked={skyFirst(view)}
            confirm={{ title: t('desk.end'), text: t('desk.end.sure') }}
            command={{ kind: 'end-phase' }}
          />
          <GoBack />
        </div>
        <SessionClock />
        <div class="row">
          <Act
            quiet
            label={t('desk.shorten')}
            confirm={{ title: t('desk.shorten'), text: t('desk.shorten.sure') }}
            command={{ kind: 'shorten' }}
          />
          {clock.lastTurn < view.turns && <Act quiet label={t('plan.lengthen')} command={{ kind: 'lengthen' }} />}
        </div>
        <p class="muted small">{t('desk.shorten.note')}</p>
        <Act
          quiet
          pressed={clock.overrun}
          label={clock.overrun ? t('plan.overrun.on') : t('plan.overrun')}
          {...(clock.overrun ? {} : { confirm: { title: t('plan.overrun'), text: t('plan.overrun.sure') } })}
          command={{ kind: 'allow-overrun', on: !clock.overrun }}
        />
        <p class="muted small">{t('plan.overrun.note')}</p>
      </section>
      <Script />
      {view.may.broadcast && (
        <section class="card stack">
          <h3>{t('desk.broadcast')}</h3>
          <Broadcast />
        </section>
      )}
      <DebriefSteps />
      <section class="card stack">
        <h3>{t('desk.join')}</h3>
        <CodeCard code={model.code} />
        <a class="button" href={`/project/${model.code}`} target="_blank" rel="noreferrer">
          {t('desk.projector')}
        </a>
      </section>
      <section class="card stack">
        <h3>{t('desk.length')}</h3>
        <div class="row">
          <a class="button" href={`/desk/${model.code}/print`} target="_blank" rel="noreferrer">
            {t('print.open')}
          </a>
          <ExportButton />
        </div>
      </section>
      <section class="card stack">
        <h3>{t('desk.bold')}</h3>
        <p class="muted small">{t('desk.bold.note')}</p>
        <Act
          quiet
          pressed={view.desk?.boldBots ?? false}
          label={view.desk?.boldBots ? t('desk.bold.off') : t('desk.bold.on')}
          command={{ kind: 'set-bold-bots', on: !view.desk?.boldBots }}
        />
      </section>
    </PanelFrame>
  );
}

/** Every seat: who is present, ready, silent; hand to a bot and back; mute or remove a person. */
export function DeskSeats() {
  const { model } = useRoom();
  const view = useView();
  const { desk } = view;
  if (!desk) return null;
  const silent = silentSeats(view, model.now.value);
  return (
    <PanelFrame title={t('seats.title')} lead={t('seats.lead')}>
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
                  {typed(model, person.name) ?? t('someone')}
                  {!person.present && ` · ${t('away')}`}
                </span>
                <span class="row">
                  <Act
                    quiet
                    look="plain"
                    label={person.muted ? t('seats.unmute') : t('seats.mute')}
                    command={{ kind: 'mute', delegate: id, on: !person.muted }}
                  />
                  <Act
                    quiet
                    look="plain"
                    label={t('seats.remove')}
                    confirm={{ title: t('seats.remove'), text: t('seats.remove.sure') }}
                    command={{ kind: 'remove-delegate', delegate: id }}
                  />
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

/** Other words for an event, written before it comes. */
function EditInject({ id, words }: { readonly id: InjectId; readonly words: string }) {
  const { model } = useRoom();
  const [open, setOpen] = useState(false);
  const draft = draftOf(model, `inject.${id}`);
  return (
    <>
      <button
        type="button"
        class="button"
        onClick={() => {
          draft.value ||= words;
          setOpen(true);
        }}
      >
        {t('injects.edit')}
      </button>
      {open && (
        <Dialog title={t('injects.edit')} onClose={() => setOpen(false)}>
          <p class="muted small">{t('injects.edit.note')}</p>
          <DraftBox draft={draft} label={t('injects.edit.title')} hint="" rows={5} />
          <Act
            look="primary"
            label={t('injects.edit.do')}
            command={{ kind: 'edit-inject', inject: id, text: draft.value.trim() }}
            onDone={() => {
              draft.value = '';
              setOpen(false);
            }}
          />
        </Dialog>
      )}
    </>
  );
}

/** Prepared events: fire one early, write other words, skip it or put it back. */
export function DeskInjects() {
  const { model } = useRoom();
  const view = useView();
  const injects = view.desk?.injects ?? [];
  return (
    <PanelFrame title={t('injects.title')} lead={t('injects.lead')}>
      {injects.length === 0 && <Empty>{t('injects.none')}</Empty>}
      {injects.map((inject) => (
        <article key={inject.id} class="card stack">
          <div class="row apart">
            <strong>{say(inject.words)}</strong>
            <span class={`badge ${inject.status === 'fired' ? 'good' : ''}`}>{t(`inject.${inject.status}`)}</span>
          </div>
          <p class="muted small">
            {inject.turn === null ? t('injects.planned', { n: inject.planned }) : t('turn.n', { n: inject.turn })}
            {inject.text && ` · ${t('injects.edited')}`}
          </p>
          <p class="small">{typed(model, inject.text) ?? say(inject.card)}</p>
          {inject.seat && <SeatTag id={inject.seat} />}
          {inject.status === 'waiting' && (
            <div class="row">
              <Act
                quiet
                label={t('injects.fire')}
                confirm={{ title: t('injects.fire'), text: t('injects.fire.sure') }}
                command={{ kind: 'fire-inject', inject: inject.id }}
              />
              <Act quiet label={t('injects.skip')} command={{ kind: 'skip-inject', inject: inject.id }} />
              <EditInject id={inject.id} words={typed(model, inject.text) ?? say(inject.card)} />
            </div>
          )}
          {inject.revocable && (
            <Act
              quiet
              label={t('injects.withdraw')}
              confirm={{ title: t('injects.withdraw'), text: t('injects.withdraw.sure') }}
              command={{ kind: 'withdraw-inject', inject: inject.id }}
            />
          )}
          {(inject.status === 'skipped' || inject.status === 'withdrawn') && (
            <Act quiet label={t('injects.restore')} command={{ kind: 'restore-inject', inject: inject.id }} />
          )}
        </article>
      ))}
    </PanelFrame>
  );
}
