/** The other world: the facilitator takes out an order or adds a signature; both worlds stand side by side. */
import { useState } from 'preact/hooks';
import type { Arm, ArmScores, Change, Counterfactual } from '../../../shared/game/other-worlds/counterfactual-shape.ts';
import { orderWords, worldWords } from '../../../shared/game/view/told.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { type CounterfactualLine, ROUTES } from '../../../shared/protocol.ts';
import type { OrderRecord, Refusal, SeatId } from '../../../shared/vocabulary/index.ts';
import { postLines } from '../../http.ts';
import { say, t, why } from '../../text.ts';
import { Act, SeatTag, seatName, useRoom, useView } from '../frame/room.tsx';
import { Choice, Select } from '../parts/inputs.tsx';
import { Bar, DataTable, Empty, Facts, Refused } from '../parts/parts.tsx';
import { SkyFigure } from '../sky/sky-figure.tsx';

/** What the room sees at this step. */
export function Worlds() {
  const { debrief, solo } = useView();
  const { counterfactual } = debrief;
  if (!counterfactual) return null;
  return (
    <>
      <p class="muted">{t('world.lead')}</p>
      {counterfactual.length === 0 && <Empty>{t(solo ? 'solo.world' : 'world.waiting')}</Empty>}
      {counterfactual.map((c) => (
        <World key={c.id} world={c} />
      ))}
    </>
  );
}

/** The facilitator's question, and the answers so far with a button to show each. */
export function AskWorld() {
  const view = useView();
  const asked = view.desk?.counterfactuals ?? [];
  return (
    <details class="card">
      <summary>{t('world.prepare')}</summary>
      <div class="stack">
        <p class="muted small">{t(view.solo ? 'solo.world.note' : 'world.prepare.note')}</p>
        {view.clock.phase === 'debrief' && <Question />}
        {asked.toReversed().map((c) => (
          <div key={c.id} class="stack">
            <div class="row">
              <Act
                look={c.shown ? 'usual' : 'primary'}
                quiet
                label={c.shown ? t('world.hide') : t('world.show')}
                command={{ kind: 'show-counterfactual', counterfactual: c.id, on: !c.shown }}
              />
              {c.shown && <span class="badge good">{t('world.shown')}</span>}
            </div>
            <details open={!c.shown}>
              <summary>{say(worldWords(view, c).title)}</summary>
              <World world={c} />
            </details>
          </div>
        ))}
      </div>
    </details>
  );
}

type Kind = Change['kind'];

function Question() {
  const { model, key } = useRoom();
  const view = useView();
  const orders = byWeight(view.desk?.orders ?? view.debrief.orders ?? []);
  const texts = view.instruments;
  const [kind, setKind] = useState<Kind>('without-order');
  const [order, setOrder] = useState<string>(orders[0]?.id ?? '');
  const [seat, setSeat] = useState<SeatId>(view.seats[0]?.id ?? '');
  const [text, setText] = useState<string>(texts[0]?.id ?? '');
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const missing = kind === 'without-order' ? orders.length === 0 : texts.length === 0;
  const change: Change =
    kind === 'without-order' ? { kind, order } : { kind: 'with-signature', seat, instrument: text };
  const go = async () => {
    if (progress || missing) return;
    setRefusal(null);
    setProgress({ done: 0, of: 1 });
    const no = await postLines<CounterfactualLine>(ROUTES.counterfactual(model.code), { change }, key, (line) => {
      if ('done' in line) setProgress(line);
      else if ('refusal' in line) setRefusal(line.refusal);
    });
    if (no) setRefusal(no);
    setProgress(null);
  };
  return (
    <div class="stack">
      <Choice<Kind>
        label={t('world.ask')}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'without-order', label: t('world.ask.order') },
          { value: 'with-signature', label: t('world.ask.signature') },
        ]}
      />
      {missing && <Empty>{kind === 'without-order' ? t('world.no-orders') : t('world.no-texts')}</Empty>}
      {!missing && kind === 'without-order' && (
        <Select
          label={t('world.order')}
          value={order}
          onChange={setOrder}
          options={orders.map((o) => ({ value: o.id, label: say(orderWords(view, { ...o, kind: o.order.kind })) }))}
        />
      )}
      {!missing && kind === 'with-signature' && (
        <>
          <Select
            label={t('world.text')}
            value={text}
            onChange={setText}
            options={texts.map((i) => ({
              value: i.id,
              label: t('world.text.line', { n: i.number, turn: i.tabledTurn }),
            }))}
          />
          <Select
            label={t('world.seat')}
            value={seat}
            onChange={setSeat}
            options={view.seats.map((s) => ({ value: s.id, label: seatName(view, s.id) }))}
          />
        </>
      )}
      <div class="act">
        <button
          type="button"
          class="button primary"
          aria-disabled={missing || undefined}
          aria-busy={progress !== null || undefined}
          onClick={() => void go()}
        >
          {t('world.go')}
        </button>
        <Refused refusal={refusal} inline />
      </div>
      {progress && (
        <div role="status" class="stack tight">
          <span class="small">{t('world.progress', progress)}</span>
          <Bar share={progress.done / progress.of} />
        </div>
      )}
    </div>
  );
}

/** Strikes first: what people ask for most. */
const byWeight = (orders: readonly OrderRecord[]): readonly OrderRecord[] =>
  orders.toSorted((a, b) => Number(b.order.kind === 'strike') - Number(a.order.kind === 'strike'));

function forceOf(view: View, { inForce }: Arm): string {
  if (!inForce) return t('world.force.none');
  return t('world.force.some', {
    n: inForce.number,
    parties: inForce.parties.map((id) => seatName(view, id)).join(', '),
  });
}

/** Both worlds side by side. */
function World({ world }: { readonly world: Counterfactual }) {
  const view = useView();
  const { played, other } = world;
  const { title, points } = worldWords(view, world);
  const count = (n: number) => t('number', { n });
  const lastPasses = (arm: Arm, id: SeatId) => t('decimal', { n: arm.turns.at(-1)?.passes[id] ?? 0 });
  return (
    <article class="card stack">
      <h3>{say(title)}</h3>
      <Facts items={points.map(([of, n]) => [say(of), say(n)])} />
      <div class="halves">
        <DataTable
          caption={t('world.tracked')}
          head={[t('turn'), t('world.played'), t('world.other')]}
          numbers={[1, 2]}
          rows={[
            ...played.turns.map((turn, i) => [
              t('turn.n', { n: turn.turn }),
              count(turn.tracked),
              count(other.turns[i]?.tracked ?? 0),
            ]),
            [t('world.tracked-25'), count(played.trackedIn25), count(other.trackedIn25)],
            [t('world.force'), forceOf(view, played), forceOf(view, other)],
          ]}
        />
        <DataTable
          caption={t('world.passes')}
          head={[t('seats.seat'), t('world.played'), t('world.other')]}
          numbers={[1, 2]}
          rows={view.seats.map((s) => [
            <SeatTag key={s.id} id={s.id} />,
            lastPasses(played, s.id),
            lastPasses(other, s.id),
          ])}
        />
        <WorldScores world={world} />
      </div>
      <WorldSkipped world={world} />
      <BothSkies world={world} />
      <p class="small muted">{world.same ? t('world.same') : t('world.differs')}</p>
    </article>
  );
}

/** Scores of both worlds, once results are open. */
function WorldScores({ world }: { readonly world: Counterfactual }) {
  const view = useView();
  const { scores } = world.played;
  const others = world.other.scores;
  if (!scores || !others) return null;
  const whole = (n: number | undefined) => t('number', { n: Math.round(n ?? 0) });
  const health = ({ health: { j, low, high } }: ArmScores) =>
    t('world.health.band', { j: Math.round(j), low: Math.round(low), high: Math.round(high) });
  return (
    <DataTable
      caption={t('world.scores')}
      head={[t('seats.seat'), t('world.played'), t('world.other')]}
      numbers={[1, 2]}
      rows={[
        ...view.seats.map((s) => [<SeatTag key={s.id} id={s.id} />, whole(scores.own[s.id]), whole(others.own[s.id])]),
        [t('world.health'), health(scores), health(others)],
      ]}
    />
  );
}

function WorldSkipped({ world }: { readonly world: Counterfactual }) {
  const view = useView();
  const { skipped } = world;
  if (skipped.length === 0) return <p class="small">{t('world.skipped.none')}</p>;
  return (
    <details>
      <summary>{t('world.skipped', { n: skipped.length })}</summary>
      <ul class="small stack tight">
        {skipped.map((s) => (
          <li key={s.seq}>
            {t('turn.n', { n: s.turn })}, {s.seat ? seatName(view, s.seat) : t('facilitator')}: {t(`command.${s.kind}`)}
            . <span class="muted">{why(s.refusal)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

const LAST_MONTH = 12;

/** The last sky of both worlds, drawn when somebody wants to see them. */
function BothSkies({ world }: { readonly world: Counterfactual }) {
  const { model } = useRoom();
  const [open, setOpen] = useState(false);
  const last = world.played.turns.at(-1)?.turn ?? 1;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('world.skies')}</summary>
      {open && (
        <div class="halves">
          <SkyFigure title={t('world.played')} address={ROUTES.moment(model.code, last, 'truth')} month={LAST_MONTH} />
          <SkyFigure title={t('world.other')} address={ROUTES.world(model.code, world.id)} month={LAST_MONTH} />
        </div>
      )}
    </details>
  );
}
