/** A moment of the game looked at again: the facilitator chooses, everybody sees. */
import { useState } from 'preact/hooks';
import type { Command } from '../../../shared/game/commands/index.ts';
import type { Moment } from '../../../shared/game/roles.ts';
import { factWords } from '../../../shared/game/view/told.ts';
import type { MomentView } from '../../../shared/game/view/view-shape.ts';
import { ROUTES } from '../../../shared/protocol.ts';
import { BREAKUP_CAUSES, isTold, type Refusal } from '../../../shared/vocabulary/index.ts';
import { say, t } from '../../text.ts';
import { newsText } from '../frame/news.tsx';
import { Act, SeatTag, seatName, useRoom, useView } from '../frame/room.tsx';
import { Select } from '../parts/inputs.tsx';
import { DataTable, Empty, percent, Refused } from '../parts/parts.tsx';
import { SkyFigure } from '../sky/sky-figure.tsx';

const MONTHS = 12;

/** The chosen moment, and for the facilitator what chooses it. */
export function Moments() {
  const view = useView();
  const { moment } = view.debrief;
  return (
    <section class="stack">
      <h3>{t('moment.title')}</h3>
      {view.may['show-moment'] ? (
        <MomentChoice moment={moment} />
      ) : (
        !moment && <p class="muted small">{t('moment.none')}</p>
      )}
      {moment && <MomentCard moment={moment} />}
    </section>
  );
}

function MomentChoice({ moment }: { readonly moment: Moment | null }) {
  const { session } = useRoom();
  const view = useView();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const now: Moment = moment ?? { turn: 1, month: MONTHS, as: 'truth' };
  const last = view.turnsDone.length * MONTHS;
  const give = async (change: Partial<Moment>) => {
    // The view's moment says also what was to be seen then, which is no part of the command.
    const { turn, month, as } = { ...now, ...change };
    const command: Command = { kind: 'show-moment', turn, month, as };
    setRefusal(await session.command(command));
  };
  const place = (now.turn - 1) * MONTHS + now.month;
  const timeText = (at: number) => t('moment.when', { turn: Math.ceil(at / MONTHS), month: ((at - 1) % MONTHS) + 1 });
  return (
    <div class="card stack">
      <p class="muted small">{t(view.solo ? 'solo.moment' : 'moment.lead')}</p>
      <label class="field">
        <span class="label">{t('moment.time')}</span>
        <input
          type="range"
          min={1}
          max={last}
          step={1}
          value={place}
          aria-valuetext={timeText(place)}
          onChange={(event) => {
            const at = event.currentTarget.valueAsNumber;
            void give({ turn: Math.ceil(at / MONTHS), month: ((at - 1) % MONTHS) + 1 });
          }}
        />
      </label>
      <Select
        label={t('moment.as')}
        value={now.as}
        onChange={(as) => void give({ as })}
        options={[
          { value: 'truth', label: t('moment.truth') },
          { value: 'public', label: t('moment.public') },
          ...view.seats.map((s) => ({ value: s.id, label: t('moment.seat', { seat: seatName(view, s.id) }) })),
        ]}
      />
      {moment && (
        <div class="row">
          <Act quiet label={t('moment.away')} command={{ kind: 'hide-moment' }} />
        </div>
      )}
      <Refused refusal={refusal} />
    </div>
  );
}

function MomentCard({ moment }: { readonly moment: MomentView }) {
  const { model } = useRoom();
  const view = useView();
  const { as } = moment;
  const eyes =
    as === 'truth'
      ? t('moment.truth')
      : as === 'public'
        ? t('moment.public')
        : t('moment.seat', { seat: seatName(view, as) });
  const lines = [
    ...(moment.facts ?? []).filter(isTold).map((f) => ({ key: f.id, month: f.month, text: say(factWords(view, f)) })),
    ...moment.news.map((n) => ({ key: n.id, month: n.month, text: newsText(model, n) })),
  ].sort((a, b) => a.month - b.month);
  return (
    <article class="card stack" aria-live="polite">
      <h4>
        {t('moment.when', { turn: moment.turn, month: moment.month })} · {eyes}
      </h4>
      {lines.length === 0 && <Empty>{t('moment.nothing')}</Empty>}
      <ul class="stack small">
        {lines.map((line) => (
          <li key={line.key}>{line.text}</li>
        ))}
      </ul>
      {moment.evidence.length > 0 && (
        <DataTable
          caption={t('moment.evidence')}
          head={[t('seats.seat'), ...BREAKUP_CAUSES.map((cause) => t(`cause.${cause}`))]}
          numbers={[1, 2, 3]}
          stacks
          rows={moment.evidence.map((e) => [
            <SeatTag key={e.id} id={e.holder} />,
            ...BREAKUP_CAUSES.map((cause) => percent(e.cause.belief[cause] ?? 0)),
          ])}
        />
      )}
      <SkyFigure title={t('moment.sky')} address={ROUTES.moment(model.code, moment.turn, as)} month={moment.month} />
    </article>
  );
}
